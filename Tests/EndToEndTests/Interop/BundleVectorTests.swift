import Evidence
import Glibc
import StrictJSON
import TalentInterface
import Testing
import Transparency

/// `events-schema/bundle-vectors` is made here and held to what is made here, and so are other people's verifiers. After a change
/// of the formats: `TALENT_WRITE_VECTORS=1 swift test --filter BundleVectorTests`.
@Suite(.serialized, .timeLimit(.minutes(10))) struct BundleVectorTests {
  private static let folder = "\(Programs.eventsSchema)/bundle-vectors"

  private let cases: BundleCases
  private let files: [String: [UInt8]]

  init() throws {
    let vector = try BundleVector(BundleLog())
    files = try vector.files()
    cases = try BundleCases(vector)
  }

  @Test func `the bundle and what is expected of it are those of this program`() throws {
    let expected = object([
      ("about", .array(Self.about.map { .string($0) })), ("cases", .array(cases.all.map(\.json))),
    ])
    let text = Array((expected.indented() + "\n").utf8)
    if getenv("TALENT_WRITE_VECTORS") != nil {
      Files.remove(Self.folder)
      try files.write(to: "\(Self.folder)/bundle")
      try Files.write(text, to: "\(Self.folder)/expected.json")
    }
    let stored = try Files.all(below: Self.folder).map { String($0.dropFirst(Self.folder.count + 1)) }
    #expect(Set(stored) == Set(files.keys.map { "bundle/\($0)" } + ["expected.json"]))
    for (path, bytes) in files {
      #expect(try Files.read("\(Self.folder)/bundle/\(path)") == bytes, "\(path) has drifted")
    }
    #expect(try Files.read("\(Self.folder)/expected.json") == text, "expected.json has drifted")
  }

  private static let about = [
    "A cohort's bundle (bundle/), copies of it that were tampered with, and what a right verifier says of each; bundle.md says",
    "how. Nobody in it is real, and its keys are no secrets: the log's seeds are the bytes 0 to 31 and 32 to 63, the",
    "witness's 64 to 95. It has no index.html.",
    "edits: how a copy is made, one after the other; lines are counted from 0, replace is of the first occurrence, flip is of",
    "  a byte's lowest bit. refit: whether the manifest's list of files (path, bytes, sha256) is then made to fit.",
    "given: what whoever verifies has from elsewhere.",
    "fails: the first check, in the order of bundle.md, that fails; the flaw by the name of `talentctl audit verify`; and the",
    "  position of the leaf, or the file, where one is known. Absent where nothing fails. More may fail after it.",
  ]

  @Test func `our own verifier finds what is expected, and names it so`() throws {
    for one in cases.all {
      let report = try BundleVerifier.verify(
        BundleInMemory(try files.edited(one.edits, refit: one.refit)), trust: try one.trust())
      // In the order in which the checks are listed; each finds in its own order.
      let first = BundleCheck.allCases.lazy.compactMap { check in report.findings.first { $0.check == check } }.first
      let found = first.map { finding in
        BundleCase.Finding(finding.check.rawValue, finding.flaw.rawValue, at: finding.position, in: finding.path)
      }
      #expect(found == one.finding, "\(one.name)")
    }
  }

  @Test func `Python finds what is expected, with other people's packages`() throws {
    for one in cases.all {
      let run = try verify(one) { folder, known in
        var words = [folder, "--log-key", one.logKey]
        for key in one.witnessKeys { words += ["--witness-key", key] }
        for file in known { words += ["--known", file] }
        return try PythonScript.run("bundle.py", words)
      }
      expect(run, to: one, checks: Self.ofPython)
    }
  }

  @Test func `Go finds what is expected, with golang.org/x/mod/sumdb`() throws {
    var found = 0
    for one in cases.all {
      let run = try verify(one) { folder, known in
        try GoProgram.run(["-log-key", one.logKey] + known.flatMap { ["-known", $0] } + [folder])
      }
      // It knows no cosignatures, and this program does not read what the record says of them.
      if ["cosignature-invalid", "anchor-missing"].contains(one.finding?.flaw) { continue }
      expect(run, to: one, checks: Self.ofGo)
      found += run.status == 1 ? 1 : 0
    }
    #expect(found >= 10)
  }

  @Test func `a verifier of disclosures from RFC 9901 alone finds what is expected`() throws {
    for one in cases.all {
      let run = try verify(one) { folder, _ in
        try ChildProcess.run(
          ["python3", "-I", "\(Programs.sources)/Interop/python/sealed.py"]
            + ["\(folder)/leaves.jsonl", "\(folder)/disclosures.jsonl"])
      }
      expect(run, to: one, checks: ["disclosures"])
    }
  }

  // MARK: Pieces

  /// What each can see: x/mod knows trees and signatures.
  private static let ofPython: Set = [
    "files", "checkpoint", "tree", "leaves", "proofs", "streams", "times", "types", "disclosures", "keys", "anchors",
    "bracket", "known",
  ]
  private static let ofGo: Set = ["checkpoint", "tree", "leaves", "proofs", "anchors", "known"]

  private func verify(
    _ one: BundleCase, by verifier: (_ folder: String, _ known: [String]) throws -> ChildProcess.Finished
  ) throws -> ChildProcess.Finished {
    try withFolder { folder in
      try files.edited(one.edits, refit: one.refit).write(to: "\(folder)/bundle")
      var known: [String] = []
      for (index, text) in one.known.enumerated() {
        known.append("\(folder)/known-\(index)")
        try Files.write(Array(text.utf8), to: known[index])
      }
      return try verifier("\(folder)/bundle", known)
    }
  }

  /// The first of its failures is the expected one, as far as the verifier looks at such things.
  private func expect(_ run: ChildProcess.Finished, to one: BundleCase, checks: Set<String>) {
    guard let finding = one.finding, checks.contains(finding.check) else {
      // Where another check fails, this verifier need not.
      if one.finding == nil { #expect(run.status == 0, "\(one.name): \(run.output)\(run.error)") }
      return
    }
    #expect(run.status == 1, "\(one.name): \(run.output)\(run.error)")
    let first = run.error.split(separator: "\n").first.map(String.init) ?? ""
    var wanted = "failed \(finding.check) "
    if let position = finding.position {
      wanted += "position \(position):"
    } else if let path = finding.path {
      wanted += "file \(path):"
    }
    #expect(first.hasPrefix(wanted), "\(one.name): \(run.error)")
  }
}
