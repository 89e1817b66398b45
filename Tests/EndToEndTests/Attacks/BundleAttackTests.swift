import Evidence
import StrictJSON
import TalentDomain
import Testing
import Transparency

/// The same attacks, made on the bundle that an auditor is handed: on its folder, with the manifest made to fit, or on the log
/// before it was exported, with the stolen key. `talentctl audit verify` names each with its position.
@Suite(.serialized, .timeLimit(.minutes(10))) struct BundleAttackTests {
  private typealias Finding = ExportedBundle.Finding

  private static let honest = Once<(bundle: ExportedBundle, older: ExportedBundle, key: String)> {
    let folder = try LastingFolder.make()
    let daemon = Talentd(in: folder)
    defer { daemon.kill() }
    try daemon.start()
    let world = try World.built(on: daemon, to: .prepared)
    let older = try ExportedBundle.exported(from: daemon, to: "older")
    try world.by(Cast.hr).send(
      RegisterPerson("t1", centre: Cast.works, "Materielgården", "gartner", under: Cast.leader))
    let bundle = try ExportedBundle.exported(from: daemon, to: "bundle")
    return (bundle, older, try bundle.logKey)
  }

  // MARK: On the folder

  /// Three leaves of one stream that follow each other.
  private struct Target {
    let files: [String: [UInt8]]
    /// Of each line of `leaves.jsonl`.
    let positions: [Int]
    /// Lines of the stream `organisation`.
    let stream: [Int]
    let lines: [Int]
    /// The second of the three.
    let text: String

    init() throws {
      files = try BundleAttackTests.honest.value.bundle.files()
      let all = (files["leaves.jsonl"] ?? []).split(separator: 0x0A).map { Array($0) }
      let leaves = try all.map { try JSON(parsing: $0) }
      positions = try leaves.map { try Int($0["id"]?.string ?? "").unwrapped() }
      stream = leaves.indices.filter { leaves[$0]["data"]?["stream"]?.string == "organisation" }
      lines = Array(stream.dropFirst(40).prefix(3))
      text = String(decoding: all[lines[1]], as: UTF8.self)
    }

    var position: Int { positions[lines[1]] }
    var next: Int { positions[lines[2]] }
  }

  @Test func `a byte edited and an event dated back are named at their position`() throws {
    let target = try Target()
    for (old, new) in [(#""actor":""#, #""actor":"0"#), (#""recordedtime":"2027"#, #""recordedtime":"2026"#)] {
      let edited = target.text.replacing(old, with: new)
      try #require(edited != target.text)
      let found = try findings(target.files, [.replace(file: "leaves.jsonl", old: target.text, new: edited)])
      #expect(found.first { $0.check == "leaves" }?.position == target.position)
      #expect(found.contains { $0.flaw == "leaf-differs" && $0.position == target.position })
      #expect(found.compactMap(\.position).min() == target.position)
    }
  }

  @Test func `a leaf removed from the middle is named where its stream goes on`() throws {
    let target = try Target()
    let found = try findings(
      target.files, [.removeLine(file: "leaves.jsonl", line: target.lines[1])] + without(target.position, target.files))
    #expect(found.contains { $0.flaw == "revision-broken" && $0.position == target.next })
    #expect(found.allSatisfy { $0.position == target.next }, "\(found)")
  }

  @Test func `leaves inserted and swapped are named at their position`() throws {
    let target = try Target()
    let inserted = try findings(target.files, [.copyLine(file: "leaves.jsonl", line: target.lines[1])])
    #expect(inserted.contains { $0.flaw == "leaf-misplaced" && $0.position == target.position })
    let swapped = try findings(
      target.files, [.swapLines(file: "leaves.jsonl", line: target.lines[1], other: target.lines[2])])
    #expect(swapped.contains { $0.flaw == "leaf-misplaced" && $0.position == target.position })
  }

  @Test func `a leaf inserted under a number of its own is not in the tree`() throws {
    let target = try Target()
    let size = Int(try Self.honest.value.bundle.manifest["size"]?.integer ?? 0)
    let added = target.text.replacing(#""id":"\#(target.position)""#, with: #""id":"\#(size)""#)
    let leaves = String(decoding: target.files["leaves.jsonl"] ?? [], as: UTF8.self)
    let found = try findings(target.files, [.write(file: "leaves.jsonl", text: leaves + added + "\n")])
    #expect(found.contains { $0.flaw == "leaf-differs" && $0.position == size })
  }

  @Test func `the tail of a stream cut off is named at the last leaf that is left`() throws {
    let target = try Target()
    let last = target.positions[target.stream[target.stream.count - 2]]
    let gone = try target.stream.last.unwrapped()
    let found = try findings(
      target.files, [.removeLine(file: "leaves.jsonl", line: gone)] + without(target.positions[gone], target.files))
    #expect(
      found.first { $0.check == "streams" }
        == Finding(check: "streams", flaw: "stream-end-differs", position: last, path: nil))
  }

  @Test func `an old bundle handed out as the newest one is told by a checkpoint that is newer`() throws {
    let (bundle, older, key) = try Self.honest.value
    let size = Int(try older.manifest["size"]?.integer ?? 0)
    #expect(try older.verified(["--log-key", key]) == [])
    let found = try older.verified(["--log-key", key, "--known", "\(bundle.folder)/checkpoint"])
    #expect(found == [Finding(check: "known", flaw: "known-larger", position: size, path: nil)])
    // And the other way round it is the same log, grown.
    #expect(try bundle.verified(["--log-key", key, "--known", "\(older.folder)/checkpoint"]) == [])
  }

  @Test func `a disclosure swapped for another and one called erased are named at their leaf`() throws {
    let target = try Target()
    let lines = (target.files["disclosures.jsonl"] ?? []).split(separator: 0x0A)
    let json = try lines.map { try JSON(parsing: Array($0)) }
    let shown = json.filter { $0["disclosure"] != nil }
    let line = try shown.first.unwrapped()
    let (one, other) = (line["disclosure"]?.string ?? "", shown.last?["disclosure"]?.string ?? "")
    let swapped = try findings(target.files, [.replace(file: "disclosures.jsonl", old: one, new: other)])
    let position = line["position"]?.integer.map(Int.init)
    #expect(
      swapped == [
        Finding(check: "disclosures", flaw: "disclosure-differs", position: position, path: "disclosures.jsonl")
      ])
    // The key is said to be gone, and no event in the record says so.
    let old = String(decoding: line.canonical(), as: UTF8.self)
    let erased =
      old.replacing(#""disclosure":"\#(one)""#, with: "").replacing(",}", with: "}").replacing("{,", with: "{")
      .replacing(",,", with: ",").dropLast() + #","withheld":"erased"}"#
    let called = try findings(target.files, [.replace(file: "disclosures.jsonl", old: old, new: String(erased))])
    #expect(called.contains { $0.flaw == "erased-without-event" && $0.position == position }, "\(called)")
  }

  // MARK: On the log, before it was exported

  @Test(arguments: [["edit", "60"], ["remove", "60"], ["insert", "59"], ["swap", "60", "62"], ["edit", "2"]])
  func `a log made anew with its stolen key holds, until a checkpoint that was kept tells from where on`(
    words: [String]
  ) throws {
    try AttackedLog.shared.copied { daemon, original in
      try attack("forge.py", [daemon.state, "--stolen-key"] + words)
      try daemon.start()
      let bundle = try ExportedBundle.exported(from: daemon, to: "bundle")
      try daemon.stop()
      #expect(try bundle.verified(["--log-key", original.key]) == [])
      let first = words == ["edit", "2"] ? 2 : 60
      let found = try bundle.verified(["--log-key", original.key] + known(original, daemon))
      #expect(
        found.first
          == Finding(check: "known", flaw: "known-differs", position: original.unvouched(from: first), path: nil))
      #expect(found.allSatisfy { $0.check == "known" })
    }
  }

  @Test func `a tail cut off before the export is named where the log ends`() throws {
    try AttackedLog.shared.copied { daemon, original in
      try attack("forge.py", [daemon.state, "--stolen-key", "cut", "60"])
      try daemon.start()
      let bundle = try ExportedBundle.exported(from: daemon, to: "bundle")
      try daemon.stop()
      // The service has written on, from where it was cut.
      let found = try bundle.verified(["--log-key", original.key] + known(original, daemon))
      let first = original.unvouched(from: original.size - 60)
      let size = Int(try bundle.manifest["size"]?.integer ?? 0)
      #expect(found.allSatisfy { $0.check == "known" && [first, size].contains($0.position) }, "\(found)")
      #expect(!found.isEmpty)
    }
  }

  // MARK: Between anchors

  /// The operator lied about the time when it was recorded, and had it witnessed so: everything is signed and true but the time.
  @Test func `events dated back before the anchor that precedes them are named by the bracket`() throws {
    let minute: Int64 = 60_000
    let honest = try BundleLog()
    let dated = try BundleLog(dated: [8: 9 * minute, 9: 18 * minute])
    for (log, positions) in [(honest, []), (dated, [8, 9])] {
      let report = try verify(try BundleVector(log).files(), log)
      #expect(report.findings.map(\.flaw) == positions.map { _ in .recordedOutside })
      #expect(report.findings.map(\.position) == positions)
    }
    try withFolder { folder in
      try BundleVector(dated).files().write(to: "\(folder)/bundle")
      let run = try PythonScript.run(
        "bundle.py", ["\(folder)/bundle", "--witness-key", dated.witnessKey])
      #expect(run.error.hasPrefix("failed bracket position 8:"), "\(run.error)")
    }
  }

  /// A witness does not cosign twice: its word stays that of the log as it was.
  @Test func `a log made anew after it was witnessed is named from the last anchor that agrees`() throws {
    let honest = try BundleLog()
    for (position, first) in [(9, 8), (17, 16), (3, 0)] {
      let forged = try BundleLog(dated: [position: 1], anchors: honest.anchors)
      let report = try verify(try BundleVector(forged).files(), forged)
      let anchors = report.findings.filter { $0.check == .anchors }
      #expect(anchors.first?.flaw == .anchorDiffers && anchors.first?.position == first, "\(report.findings)")
    }
  }

  // MARK: Pieces

  private func verify(_ files: [String: [UInt8]], _ log: BundleLog) throws -> BundleReport {
    var trust = BundleTrust()
    trust.logKeys = [try log.signers(1)[0].verifier]
    trust.witnessKeys = [try NoteVerifier(vkey: log.witnessKey).unwrapped()]
    return try BundleVerifier.verify(BundleInMemory(files), trust: trust)
  }

  private func findings(_ files: [String: [UInt8]], _ edits: [BundleEdit]) throws -> [Finding] {
    try withFolder { folder in
      try files.edited(edits, refit: true).write(to: "\(folder)/bundle")
      // The page shows the rest, and could be made to fit it: it tells nothing that the rest does not.
      return try ExportedBundle(folder: "\(folder)/bundle").verified(["--log-key", try Self.honest.value.key])
        .filter { $0.check != "page" }
    }
  }

  private func without(_ position: Int, _ files: [String: [UInt8]]) -> [BundleEdit] {
    let sealed = (files["disclosures.jsonl"] ?? []).split(separator: 0x0A)
    let mine = sealed.indices.filter {
      (try? JSON(parsing: Array(sealed[$0])))?["position"]?.integer == Int64(position)
    }
    return mine.reversed().map { .removeLine(file: "disclosures.jsonl", line: $0) }
      + [.delete(file: "proofs/\(position).tlog-proof")]
  }

  private func known(_ original: AttackedLog.Original, _ daemon: Talentd) throws -> [String] {
    try original.checkpoints.flatMap { size, note in
      let file = "\(daemon.folder)/known-\(size)"
      try Files.write(Array(note.utf8), to: file)
      return ["--known", file]
    }
  }
}
