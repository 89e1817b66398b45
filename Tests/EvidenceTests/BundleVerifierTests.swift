import Leaves
import StrictJSON
import Testing
import Transparency

@testable import Evidence

@Suite("Verifying a bundle")
struct BundleVerifierTests {
  /// Three hundred events, so that there are a full tile and one above it; the cohort's, the organisation's, another cohort's.
  private static func log() -> TestLog {
    var log = TestLog()
    for number in 0..<100 {
      log.append("thing.happened.v1", to: "organisation")
      log.append("thing.happened.v1", to: "cohort/2027", sealing: ["secret \(number)", "other \(number)"])
      log.append("thing.happened.v1", to: "cohort/2026")
    }
    return log
  }

  private static func trust(_ log: TestLog) -> BundleTrust {
    var trust = BundleTrust()
    trust.logKeys = [log.signer.verifier]
    return trust
  }

  private func flaws(_ bundle: BundleInMemory, _ trust: BundleTrust) throws -> [BundleFlaw: Int?] {
    let report = try BundleVerifier.verify(bundle, trust: trust)
    return Dictionary(report.findings.map { ($0.flaw, $0.position) }) { first, _ in first }
  }

  @Test(arguments: [false, true])
  func `an honest bundle holds, by every check that can be made`(isWhole: Bool) throws {
    var log = Self.log()
    log.isWhole = isWhole
    let bundle = try log.exportedBundle()
    let report = try BundleVerifier.verify(bundle, trust: Self.trust(log))
    #expect(report.findings == [])
    #expect(report.keyWasGiven)
    #expect(report.disclosed == 200)
    let counts = Dictionary(uniqueKeysWithValues: report.outcomes.map { ($0.check, $0.count) })
    #expect(counts[.leaves] == (isWhole ? 301 : 201) && counts[.proofs] == 201 && counts[.streams] == 3)
    #expect(report.outcomes.map(\.check).count == Set(report.outcomes.map(\.check)).count)
    // Without a key from elsewhere the same, and the report says so.
    let trusting = try BundleVerifier.verify(bundle, trust: BundleTrust())
    #expect(trusting.isIntact && !trusting.keyWasGiven)
  }

  @Test func `another key than the one given is found`() throws {
    var log = Self.log()
    let bundle = try log.exportedBundle()
    #expect(try flaws(bundle, Self.trust(TestLog(seed: 9)))[.checkpointUnsigned] != nil)
  }

  @Test func `a byte edited in a leaf is found, with the proof that no longer holds`() throws {
    var log = Self.log()
    let bundle = try log.exportedBundle()
    let edited = bundle.changed { files, _ in
      var leaves = bundle.leaves
      let text = String(decoding: leaves[90].bytes, as: UTF8.self)
      let changed = text.replacing("2027-01-15", with: "2027-01-14")
      leaves[90] = Bundle.Leaf(position: leaves[90].position, bytes: Array(changed.utf8))
      files[BundlePath.leaves] = Bundle.lines(of: leaves)
    }
    let position = bundle.leaves[90].position
    let found = try flaws(edited, Self.trust(log))
    #expect(found[.leafDiffers] == position)
    #expect(found[.proofWrong] == position)
  }

  @Test func `a leaf left out of the middle is found where the next one is`() throws {
    var log = Self.log()
    let bundle = try log.exportedBundle()
    let gone = bundle.leaves[91]
    let next = try #require(bundle.leaves.dropFirst(92).first { stream($0) == stream(gone) })
    let cut = bundle.changed { files, _ in
      files[BundlePath.leaves] = Bundle.lines(of: bundle.leaves.filter { $0 != gone })
      files[BundlePath.proof(gone.position)] = nil
      files[BundlePath.sealed] = Bundle.lines(of: bundle.sealed.filter { $0.position != gone.position })
    }
    #expect(try flaws(cut, Self.trust(log))[.revisionBroken] == next.position)
  }

  @Test func `the last leaves of a stream left out are missed, whatever the manifest says`() throws {
    var log = Self.log()
    let bundle = try log.exportedBundle()
    let cohort = bundle.leaves.filter { stream($0) == "cohort/2027" }
    let gone = Set(cohort.suffix(2).map(\.position))
    let last = cohort[cohort.count - 3]
    let cut = bundle.changed { files, manifest in
      files[BundlePath.leaves] = Bundle.lines(of: bundle.leaves.filter { !gone.contains($0.position) })
      files[BundlePath.sealed] = Bundle.lines(of: bundle.sealed.filter { !gone.contains($0.position) })
      for position in gone { files[BundlePath.proof(position)] = nil }
      let index = manifest.streams.firstIndex { $0.name == "cohort/2027" }!
      manifest.streams[index].count -= 2
      manifest.streams[index].head = LeafDigest(of: last.bytes).text
    }
    #expect(try flaws(cut, Self.trust(log)) == [.streamEndDiffers: last.position])
  }

  @Test func `two leaves swapped, and one put in, are found`() throws {
    var log = Self.log()
    let bundle = try log.exportedBundle()
    let swapped = bundle.changed { files, _ in
      var leaves = bundle.leaves
      leaves.swapAt(50, 52)
      files[BundlePath.leaves] = Bundle.lines(of: leaves)
    }
    #expect(try flaws(swapped, Self.trust(log))[.leafMisplaced] != nil)
    let inserted = bundle.changed { files, _ in
      var leaves = bundle.leaves
      leaves.insert(Bundle.Leaf(position: 2, bytes: log.leaves[2]), at: 2)
      files[BundlePath.leaves] = Bundle.lines(of: leaves)
    }
    // The leaf of another cohort is a leaf of the log, but has no proof here and belongs to no stream of the bundle.
    #expect(try flaws(inserted, Self.trust(log))[.proofMissing] == 2)
  }

  @Test func `a disclosure swapped, left out or added is found at its leaf`() throws {
    var log = Self.log()
    let bundle = try log.exportedBundle()
    let sealed = bundle.sealed
    let swapped = bundle.changed { files, _ in
      var lines = sealed
      guard case .disclosed(let other) = sealed[41].content else { return }
      lines[40] = Bundle.SealedLine(
        position: sealed[40].position, digest: sealed[40].digest, content: .disclosed(other))
      files[BundlePath.sealed] = Bundle.lines(of: lines)
    }
    #expect(try flaws(swapped, Self.trust(log)) == [.disclosureDiffers: sealed[40].position])
    let missing = bundle.changed { files, _ in files[BundlePath.sealed] = Bundle.lines(of: sealed.dropLast()) }
    #expect(try flaws(missing, Self.trust(log)) == [.sealedMissing: sealed.last?.position])
    let twice = bundle.changed { files, _ in files[BundlePath.sealed] = Bundle.lines(of: sealed + [sealed[7]]) }
    #expect(try flaws(twice, Self.trust(log)) == [.sealedUnknown: sealed[7].position])
    let erased = bundle.changed { files, _ in
      var lines = sealed
      lines[3] = Bundle.SealedLine(position: sealed[3].position, digest: sealed[3].digest, content: .withheld(.erased))
      files[BundlePath.sealed] = Bundle.lines(of: lines)
    }
    #expect(try flaws(erased, Self.trust(log)) == [.erasedWithoutEvent: sealed[3].position])
  }

  @Test func `what is erased is covered by a later event, by position and digest, and shown no more`() throws {
    func flaws(covering cover: (Bundle.SealedLine) -> JSON, showing isShown: Bool = false) throws -> [BundleFlaw: Int?]
    {
      var log = Self.log()
      let line = try log.sealedLine(3)
      log.append("subject-key.destroyed.v1", to: "organisation", facts: ["covers": [cover(line)]])
      let bundle = try log.exportedBundle().changed { files, _ in
        guard !isShown else { return }
        let lines = Bundle.sealed(in: files[BundlePath.sealed] ?? []) ?? []
        files[BundlePath.sealed] = Bundle.lines(
          of: lines.map {
            $0.digest == line.digest
              ? Bundle.SealedLine(position: $0.position, digest: $0.digest, content: .withheld(.erased)) : $0
          })
      }
      return try self.flaws(bundle, Self.trust(log))
    }
    let position = try Self.log().sealedLine(3).position
    func cover(_ line: Bundle.SealedLine, at position: Int? = nil) -> JSON {
      ["digests": [.string(line.digest)], "position": .integer(Int64(position ?? line.position))]
    }
    #expect(try flaws(covering: { cover($0) }) == [:])
    #expect(try flaws(covering: { cover($0) }, showing: true) == [.disclosedAfterErasure: position])
    #expect(try flaws(covering: { cover($0, at: position + 1) }) == [.erasedWithoutEvent: position])
    #expect(try flaws(covering: { _ in ["digests": ["x"], "position": 3] }) == [.erasedWithoutEvent: position])
    #expect(try flaws(covering: { _ in "no cover at all" }) == [.erasedWithoutEvent: position])
  }

  @Test func `tiles that were changed are found at the first leaf below them`() throws {
    var log = Self.log()
    let bundle = try log.exportedBundle()
    let above = bundle.changed { files, _ in files["tile/1/000.p/1"]![5] ^= 1 }
    #expect(try flaws(above, Self.trust(log))[.tileDiffers] == 0)
    let edge = bundle.changed { files, _ in files["tile/0/001.p/45"]![32 * 10] ^= 1 }
    let found = try flaws(edge, Self.trust(log))
    #expect(found[.rootDiffers] != nil)
    let gone = bundle.changed { files, _ in files["tile/0/000"] = nil }
    #expect(try flaws(gone, Self.trust(log))[.tileMissing] == 0)
  }

  @Test func `files that are missing, changed or too many are named`() throws {
    var log = Self.log()
    let bundle = try log.exportedBundle()
    var files = bundle.files
    files["proofs/0.tlog-proof"] = nil
    files["notes.txt"] = [1]
    files[BundlePath.checkpoint]!.append(10)
    let report = try BundleVerifier.verify(BundleInMemory(files), trust: Self.trust(log))
    let found = Dictionary(
      report.findings.filter { $0.check == .files }.map { ($0.path ?? "", $0.flaw) }
    ) { first, _ in first }
    #expect(
      found == [
        "proofs/0.tlog-proof": .fileMissing, "notes.txt": .fileUnknown, BundlePath.checkpoint: .fileChanged,
      ])
    #expect(
      try flaws(BundleInMemory(files.filter { $0.key != BundlePath.manifest }), Self.trust(log)) == [.fileMissing: nil])
  }

  @Test func `a log that was longer, or another, is found by a checkpoint that somebody kept`() throws {
    var log = Self.log()
    let early = try log.note(120)
    let bundle = try log.exportedBundle()
    var trust = Self.trust(log)
    trust.known = [early]
    #expect(try BundleVerifier.verify(bundle, trust: trust).isIntact)
    var longer = log
    for _ in 0..<20 { longer.append("thing.happened.v1", to: "organisation") }
    trust.known = [early, try longer.note(321)]
    #expect(try flaws(bundle, trust) == [.knownLarger: 301])
    // Built anew with the real key: only what was signed before can tell, and up to where it agrees.
    var forged = TestLog()
    for leaf in 0..<300 {
      forged.append("thing.happened.v\(leaf < 130 ? 1 : 2)", to: leaf % 3 == 0 ? "organisation" : "cohort/2027")
    }
    trust.known = [try forged.note(130), try log.note(200)]
    let rebuilt = try forged.exportedBundle()
    #expect(try flaws(rebuilt, trust)[.knownDiffers] == 130)
  }

  @Test func `a rotation ties the new key to the old one, and only where both signed`() throws {
    let old = TestLog()
    let new = NoteSigner(origin: old.signer.origin, seed: [UInt8](repeating: 7, count: 32))!
    let rotation = KeyRotation(
      origin: old.origin, previous: old.signer.verifier.vkey, key: new.verifier.vkey)
    for (proof, holds) in [(new, true), (old.signer, false)] {
      var log = TestLog()
      log.append("thing.happened.v1", to: "organisation")
      log.append("thing.happened.v1", to: "cohort/2027")
      let rotated = log.append(
        "log-key.rotated.v1", to: "record",
        facts: [
          "key": .string(new.verifier.vkey), "previous": .string(old.signer.verifier.vkey),
          "proof": .string(Base64.encode(try proof.signature(overStatement: rotation.statement))),
          "signature": .string(Base64.encode(try old.signer.signature(overStatement: rotation.statement))),
          "until": "2027-06-01T00:00:00.000Z",
        ])
      let honest = try log.exportedBundle()
      // Signed by the new key alone, and checked with the old one alone.
      let bundle = try honest.changed { files, _ in
        let text = try log.note(log.leaves.count).text
        files[BundlePath.checkpoint] = try SignedNote(text: text, signedBy: [new]).bytes
      }
      var trust = BundleTrust()
      trust.logKeys = [old.signer.verifier]
      let report = try BundleVerifier.verify(bundle, trust: trust)
      #expect(report.isIntact == holds)
      if !holds { #expect(report.findings.contains { $0.flaw == .rotationUnsigned && $0.position == rotated }) }
    }
  }

  @Test(arguments: [1 << 40, (1 << 53) - 1, 1 << 20, 320])
  func `a tree that is claimed to be larger than what was brought is missed, and nobody counts it out`(size: Int) throws
  {
    var log = Self.log()
    for isWhole in [false, true] {
      let bundle = try log.exportedBundle().changed { _, manifest in
        manifest.size = size
        manifest.whole = isWhole
      }
      let found = try flaws(bundle, Self.trust(log))
      #expect(found.keys.contains(.tileMissing) && found.keys.contains(.checkpointDiffers))
    }
  }

  @Test func `a manifest is written as it is read`() throws {
    var log = Self.log()
    let manifest = try log.exportedBundle().manifest
    let again = try #require(BundleManifest(parsing: manifest.bytes))
    #expect(again.bytes == manifest.bytes && again.files == manifest.files && again.streams == manifest.streams)
    #expect(BundleManifest(parsing: manifest.bytes + [10]) == nil)
  }

  @Test(arguments: [
    ("tile/0/000", true), ("tile/entries/x001/234.p/7", true), ("proofs/17.tlog-proof", true),
    ("anchors/300/note", true), ("anchors/300/tsa.example.tsr", true), ("schemas/cohort.opened.v1.json", true),
    ("../etc/passwd", false), ("/etc/passwd", false), ("tile/../checkpoint", false), ("proofs/017.tlog-proof", false),
    ("anchors/300/x/y.tsr", false), ("anchors/300/..", false), ("", false), ("leaves.jsonl/", false),
    ("schemas/.json", false), ("schemas/æ.json", false), ("readme.txt", false),
  ])
  func `what comes over a wire is written nowhere but into a bundle`(path: String, isAllowed: Bool) {
    #expect(BundlePath.isAllowed(path) == isAllowed)
  }

  private func stream(_ leaf: Bundle.Leaf) -> String? {
    (try? JSON(parsing: leaf.bytes))?["data"]?["stream"]?.string
  }
}
