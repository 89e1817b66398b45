import StrictJSON
import TalentDomain
import Testing
import Transparency

/// A whole selection is exported, and checked by tools that none of us made: Go's own code for transparency logs, packages from
/// PyPI, and a verifier of disclosures from RFC 9901 alone.
@Suite(.serialized, .timeLimit(.minutes(10))) struct ExportInteropTests {
  private static let played = Once<(bundles: [String: ExportedBundle], known: String)> {
    let folder = try LastingFolder.make()
    let daemon = Talentd(in: folder)
    defer { daemon.kill() }
    try daemon.start()
    let world = try WholeSelection.played(on: daemon)
    let auditor = try world.by(Cast.auditor)
    let known = "\(folder)/known"
    try Files.write(Array(try auditor.ask(ShowCheckpoint()).note.value.utf8), to: known)
    return (
      [
        "cohort": try ExportedBundle.exported(from: daemon, to: "cohort"),
        "whole": try ExportedBundle.exported(from: daemon, to: "whole", options: ["--whole-log"]),
        "person": try ExportedBundle.exported(from: daemon, to: "person", options: ["--person", world.nominees[0]]),
      ], known
    )
  }

  @Test(arguments: ["cohort", "whole", "person"])
  func `Go, PyPI and RFC 9901 find nothing wrong with it`(scope: String) throws {
    let (bundles, known) = try Self.played.value
    let bundle = try bundles[scope].unwrapped()
    let key = try bundle.logKey
    #expect(try bundle.verified(["--log-key", key, "--known", known]) == [])

    let go = try GoProgram.run(["-log-key", key, "-known", known, bundle.folder])
    #expect(go.status == 0, "\(go.output)\(go.error)")
    let python = try PythonScript.run("bundle.py", [bundle.folder, "--log-key", key, "--known", known], seconds: 300)
    #expect(python.status == 0, "\(python.output)\(python.error)")
    let sealed = try PythonScript.run(
      "sealed.py", ["leaves.jsonl", "disclosures.jsonl"].map { "\(bundle.folder)/\($0)" })
    #expect(sealed.status == 0, "\(sealed.output)\(sealed.error)")
    print("\(scope)\n\(go.output)\(python.output)\(sealed.output)")

    // Each says how much it looked at.
    let size = Int(try bundle.manifest["size"]?.integer ?? 0)
    #expect(count("checkpoint", go) == size && size > 512)
    let leaves = try Files.text("\(bundle.folder)/leaves.jsonl").split(separator: "\n").count
    for run in [go, python] { #expect(count("leaves", run) == leaves && count("proofs", run) == leaves) }
    #expect(count("known", go) != nil && count("known", python) == 1)
    #expect(count("disclosures", sealed) == count("disclosures", python))
    if scope == "whole" { #expect(count("entries", go) == size) }
    if scope != "person" { #expect(try #require(count("types", python)) >= 30 && count("streams", python) == 3) }
  }

  @Test func `after a change of the log's key others check it by the old one and by the new one, and by no third`()
    throws
  {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .opened)
      let moment = world.dates.moments[.opened]
      let rotation = try Talentctl(daemon).run(
        ["admin", "log-key", "rotate", "--overlap-days", "1"], at: moment)
      #expect(rotation.status == 0, "\(rotation.error)")
      let overlap = try ExportedBundle.exported(from: daemon, to: "overlap", at: moment)
      let after = try ExportedBundle.exported(from: daemon, to: "after", at: at("2028-01-01 12:00:00"))
      let keys = try after.manifest["keys"]?.array?.compactMap(\.string) ?? []
      #expect(keys.count == 2)
      for bundle in [overlap, after] {
        for key in keys {
          for run in [
            try GoProgram.run(["-log-key", key, "-known", "\(overlap.folder)/checkpoint", bundle.folder]),
            try PythonScript.run("bundle.py", [bundle.folder, "--log-key", key]),
          ] {
            #expect(run.status == 0, "\(run.output)\(run.error)")
          }
        }
        let third = try BundleLog().signers(1)[0].verifier.vkey
        for run in [
          try GoProgram.run(["-log-key", third, bundle.folder]),
          try PythonScript.run("bundle.py", [bundle.folder, "--log-key", third]),
        ] {
          #expect(run.status == 1 && !run.error.isEmpty, "\(run.output)\(run.error)")
        }
      }
    }
  }

  /// What finds nothing wrong would mean little if it never found anything.
  @Test func `each of them finds a planted fault at its position`() throws {
    let bundle = try Self.played.value.bundles["whole"].unwrapped()
    let files = try bundle.files()
    let lines = (files["leaves.jsonl"] ?? []).split(separator: 0x0A)
    let middle = lines.count / 2
    let position = try JSON(parsing: Array(lines[middle]))["id"]?.string.unwrapped() ?? ""
    let text = String(decoding: lines[middle], as: UTF8.self)
    let edited = text.replacing(#""localdate":"2027"#, with: #""localdate":"2026"#)
    let edit = BundleEdit.replace(file: "leaves.jsonl", old: text, new: edited)
    try changed(files, [edit]) { folder in
      let wanted = "failed leaves position \(position):"
      for run in [try GoProgram.run([folder]), try PythonScript.run("bundle.py", [folder], seconds: 300)] {
        #expect(run.status == 1 && run.error.hasPrefix(wanted), "\(run.error)")
      }
    }
    // In the leaves of the whole log alone.
    let entries = "tile/entries/001"
    try changed(files, [.flip(file: entries, byte: 300)]) { folder in
      for run in [try GoProgram.run([folder]), try PythonScript.run("bundle.py", [folder], seconds: 300)] {
        #expect(run.status == 1 && run.error.hasPrefix("failed leaves position 256:"), "\(run.error)")
      }
    }
    let disclosures = (files["disclosures.jsonl"] ?? []).split(separator: 0x0A).map {
      String(decoding: $0, as: UTF8.self)
    }
    let shown = try disclosures.compactMap { line -> (Int64, String)? in
      let json = try JSON(parsing: Array(line.utf8))
      return json["disclosure"]?.string.map { (json["position"]?.integer ?? 0, $0) }
    }
    let (one, other) = (shown[3], shown[7])
    try changed(files, [.replace(file: "disclosures.jsonl", old: one.1, new: other.1)]) { folder in
      let run = try PythonScript.run("sealed.py", ["leaves.jsonl", "disclosures.jsonl"].map { "\(folder)/\($0)" })
      #expect(run.status == 1 && run.error.hasPrefix("failed disclosures position \(one.0):"), "\(run.error)")
    }
  }

  // MARK: Pieces

  private func changed(
    _ files: [String: [UInt8]], _ edits: [BundleEdit], _ body: (_ folder: String) throws -> Void
  ) throws {
    try withFolder { folder in
      try files.edited(edits, refit: true).write(to: "\(folder)/bundle")
      try body("\(folder)/bundle")
    }
  }

  /// The number in the line of a check.
  private func count(_ check: String, _ run: ChildProcess.Finished) -> Int? {
    let line = run.output.split(separator: "\n").first { $0.hasPrefix("\(check) ") }
    return line.flatMap { Int($0.split(separator: " ")[1]) }
  }
}
