import TalentDomain
import Testing

@testable import TalentService

/// What is wrong in a configuration is told by its line, and nothing that stands there is passed over in silence.
struct ConfigurationFaultTests {
  private static let base = "origin: test.example/log\nstate:\n  folder: /nowhere\n"

  /// What is added to a good configuration, the line that is told, and a word of what is told.
  @Test(arguments: [
    ("scrub:\n  hours: often\n", 5, "scrub.hours"), ("scrub:\n  hours: 0\n", 5, "above 0"),
    ("administrators: root\n", 4, "a list"), ("simulate: perhaps\n", 4, "true or false"),
    ("limits:\n  connections: 70000\n", 5, "65536"),
    ("limits:\n  connections: 10\n  connections-per-account: 11\n", 6, "from 1 to 10"),
    ("limits:\n  slow-milliseconds: 1.5\n", 5, "a whole number"),
    ("socket:\n  mode: rw\n", 5, "octal"), ("letters:\n  unit: [a, b]\n", 5, "one text"),
    ("anchor:\n  warn-hours: -1\n", 5, "above 0"), ("a: b: c\n", 4, "not YAML"),
    ("zone: \"Europe\n", 5, "not YAML"),
  ])
  func `a wrong value is told with its line and what would be right`(text: String, line: Int, word: String) async throws
  {
    try await ConfigurationFiles.with(ConfigurationFaultTests.base + text) { path async throws in
      let error = await #expect(throws: SettingsError.self) { try await Settings.read(["--config", path]) }
      let sentence = error?.sentence ?? ""
      #expect(sentence.hasPrefix("\(path), line \(line): "), "\(sentence)")
      #expect(sentence.contains(word), "\(sentence)")
    }
  }

  /// A slip, the line that is told, and what is probably meant.
  @Test(arguments: [
    ("scrub:\n  hour: 12\n", 5, "scrub.hours"), ("adminstrators:\n  - root\n", 4, "administrators"),
    ("limits:\n  connection: 9\n", 5, "limits.connections"), ("zones: UTC\n", 4, "zone"),
    ("letters:\n  folders: /x\n", 5, "letters.folder"),
  ])
  func `a setting that there is not is told, with the one that is meant`(
    text: String, line: Int, likely: String
  ) async throws {
    try await ConfigurationFiles.with(ConfigurationFaultTests.base + text) { path async throws in
      let settings = try await Settings.read(["--config", path])
      #expect(settings.unknown.map(\.line) == [line])
      #expect(settings.unknown.map(\.likely) == [likely])
      #expect(CheckCommand.faults(settings).count == 1)
    }
  }

  @Test func `flags and variables that are no settings are told too`() async throws {
    let settings = try await Settings.read(["--origin", "a.example/b", "--state-folder", "/x", "--state-foldr=/y"])
    #expect(settings.unknown.map(\.name) == ["--state-foldr"])
    #expect(settings.unknown.first?.likely == "--state-folder")
    let stray = StrayNames.variables(
      ["TALENTD_SCRUB_HOUR", "TALENTD_SCRUB_HOURS", "TALENTD_SOCKET", "PATH"], among: ["scrub.hours"])
    #expect(stray.map(\.name) == ["TALENTD_SCRUB_HOUR"])
    #expect(stray.first?.likely == "TALENTD_SCRUB_HOURS")
  }

  @Test func `settings of the other program in the file, and groups without any, are no slips`() async throws {
    let text = ConfigurationFaultTests.base + "anchor:\n  timeout: 20\n  # policy: /x\nletters:\nscrub: {}\n"
    try await ConfigurationFiles.with(text) { path async throws in
      #expect(try await Settings.read(["--config", path]).unknown == [])
    }
  }

  @Test func `what holds only from a start on is known by name`() async throws {
    let old = try await Settings.read(["--origin", "a.example/b", "--state-folder", "/x"])
    var new = old
    new.administrators = ["nobody"]
    new.scrubHours = 1
    new.limits.connections = 7
    #expect(new.fixed(against: old) == [])
    new.stateFolder = "/y"
    new.zone = "UTC"
    #expect(old.fixed(against: new) == ["state.folder", "zone"])
  }
}
