import Testing

/// The pages of the manual say what the programs and the configuration say: whoever adds a verb, an option or a setting adds its
/// words.
struct ManualTests {
  private static let folder = "\(Manifest.folder)/Config/man"

  /// A page as `make install` writes it.
  private func page(_ name: String, _ more: [String] = []) throws -> String {
    let run = try ChildProcess.run(
      ["python3", "\(ManualTests.folder)/render", "\(ManualTests.folder)/\(name).in", "1.0.0"] + more)
    try #require(run.status == 0, "\(run.error)")
    return run.output
  }

  private func commandLine(_ more: [String] = []) throws -> [String] {
    ["--commands", try Programs.talentctl(), "--strict"] + more
  }

  private func settingsPage() throws -> String {
    try page("talentd.yaml.5", ["--settings", "\(Manifest.folder)/Config/talentd.yaml"])
  }

  /// Danish too: what has no words in `talentctl.da.po` is named, and so is what nobody says any more.
  @Test func `talentctl is described whole, in English and in Danish`() throws {
    let danish = ["--words", "\(ManualTests.folder)/talentctl.da.po"]
    for text in [
      try page("talentctl.1", commandLine()), try page("talentctl.da.1", commandLine(danish)),
    ] {
      for verb in [
        "cohort set\\-up", "nomination submit", "audit verify", "admin status", "person erasure carry\\-out",
      ] {
        #expect(text.contains("\n\\fB\(verb)\\fR"), "\(verb)")
      }
    }
  }

  @Test(arguments: ["talentctl.1", "talentctl.da.1", "talentd.yaml.5", "talentd.8", "talent-anchor.8"])
  func `man has nothing to say about a page`(name: String) throws {
    let text: String =
      switch name {
      case "talentctl.1", "talentctl.da.1": try page(name, commandLine().filter { $0 != "--strict" })
      case "talentd.yaml.5": try settingsPage()
      default: try page(name)
      }
    try withFolder { folder in
      try Files.write(Array(text.utf8), to: "\(folder)/page")
      let run = try ChildProcess.run(
        ["groff", "-man", "-t", "-K", "utf8", "-T", "utf8", "-ww", "-z", "\(folder)/page"],
        environment: ["LC_ALL": "C.UTF-8"])
      #expect(run.status == 0)
      #expect(run.error + run.output == "")
    }
  }

  /// Wherever the code names a setting, the shipped file and so the manual has it.
  @Test func `every setting stands in the configuration that ships, and in the manual`() throws {
    let sources = ["TalentService", "Anchoring"].map { "\(Manifest.folder)/Sources/\($0)" }
    let files = try sources.flatMap { try Files.all(below: $0) }.filter {
      $0.contains("Settings") && $0.hasSuffix(".swift")
    }
    let names = try Set(
      files.flatMap {
        try Files.text($0).matches(of: /"(?:[a-z-]+\.)+[a-z-]+"/).map { String($0.output.dropFirst().dropLast()) }
      })
    #expect(names.count > 20)
    let page = try settingsPage().replacing("\\-", with: "-")
    for name in (names.subtracting(["en.US"]).union(["origin", "zone", "administrators"])).sorted() {
      #expect(page.contains("\\fB\(name)\\fR"), "\(name)")
    }
  }

  @Test func `the commands of talentd and the options of talent-anchor are described`() throws {
    let service = try page("talentd.8")
    let usage = try ChildProcess.run([try Programs.talentd(), "--help"]).output
    for found in usage.matches(of: #/\n  talentd ([a-z][a-z-]*) /#) where found.output.1 != "catalogue" {
      #expect(service.contains("\n\\fB\(found.output.1.replacing("-", with: "\\-"))\\fR\n"), "\(found.output.1)")
    }
    let anchor = try page("talent-anchor.8")
    for found in try ChildProcess.run([try Programs.talentAnchor(), "--help"]).output.matches(of: /--[a-z-]+/) {
      #expect(anchor.contains(found.output.replacing("-", with: "\\-")), "\(found.output)")
    }
  }

  @Test func `the package has the version of its programs`() throws {
    let first = try #require(try Files.text("\(Manifest.folder)/debian/changelog").split(separator: "\n").first)
    let version = try ChildProcess.run([try Programs.talentd(), "--version"]).output.split(separator: " ").last ?? ""
    #expect(first.hasPrefix("talentd (\(version.filter { $0 != "\n" }))"))
  }
}
