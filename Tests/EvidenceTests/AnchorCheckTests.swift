import StrictJSON
import Testing
import Transparency

@testable import Evidence

@Suite("What others signed of a log")
struct AnchorCheckTests {
  private static func filled(_ log: inout TestLog, _ count: Int) {
    for number in 0..<count {
      log.append("thing.happened.v1", to: number.isMultiple(of: 2) ? "organisation" : "cohort/2027")
    }
  }

  private func trust(_ log: TestLog, _ witnesses: [TestWitness], quorum: Int? = nil) throws -> BundleTrust {
    var trust = BundleTrust()
    trust.logKeys = [log.signer.verifier]
    guard let quorum else {
      trust.witnessKeys = try witnesses.map { try #require(NoteVerifier(vkey: $0.vkey)) }
      return trust
    }
    let names = witnesses.indices.map { "w\($0)" }
    var lines = ["log \(log.signer.verifier.vkey)"]
    for (name, witness) in zip(names, witnesses) { lines.append("witness \(name) \(witness.vkey)") }
    lines += ["group all-of-them \(quorum) \(names.joined(separator: " "))", "quorum all-of-them"]
    trust.policy = try WitnessPolicy(parsing: Array((lines.joined(separator: "\n") + "\n").utf8))
    return trust
  }

  private func flaws(_ bundle: BundleInMemory, _ trust: BundleTrust) throws -> [BundleFlaw: Int?] {
    let report = try BundleVerifier.verify(bundle, trust: trust)
    return Dictionary(report.findings.map { ($0.flaw, $0.position) }) { first, _ in first }
  }

  @Test func `as many witnesses as the policy wants vouch for the leaves that they saw`() throws {
    var log = TestLog()
    let witnesses = try (1...3).map { try TestWitness($0) }
    Self.filled(&log, 40)
    try log.anchor(witnesses[0])
    Self.filled(&log, 10)
    let size = log.leaves.count
    // Two of one checkpoint: the second one signs what it was before the first one's word was recorded.
    let note = try log.note(size)
    for witness in witnesses[1...] {
      log.append(
        "checkpoint.anchored.v1", to: "record",
        facts: [
          "cosignature": .string(try witness.line(over: note.text, at: 1_800_000_060)), "name": .string(witness.name),
          "note": .string(String(decoding: note.bytes, as: UTF8.self)), "size": .integer(Int64(size)),
          "time": "2027-01-15T08:01:00.000Z",
        ])
    }
    let bundle = try log.exportedBundle()
    let report = try BundleVerifier.verify(bundle, trust: try trust(log, witnesses, quorum: 2))
    #expect(report.findings == [])
    #expect(report.anchoredSize == size && report.anchors.count == 3)
    #expect(report.anchoredTime == 1_800_000_060_000)
    // One is not two; and three did not see the same.
    #expect(try BundleVerifier.verify(bundle, trust: try trust(log, [witnesses[0]], quorum: 1)).anchoredSize == 40)
    #expect(try flaws(bundle, try trust(log, witnesses, quorum: 3)) == [.policyUnmet: 0])
    // Without a policy anybody's word whose key was given.
    #expect(try BundleVerifier.verify(bundle, trust: try trust(log, [witnesses[2]])).anchoredSize == size)
    #expect(try BundleVerifier.verify(bundle, trust: try trust(log, [])).anchoredSize == 0)
  }

  @Test func `a log that grew on for long without its witnesses is found where their word ends`() throws {
    var log = TestLog()
    let witness = try TestWitness(1)
    Self.filled(&log, 20)
    try log.anchor(witness)
    log.append("thing.happened.v1", to: "organisation", at: 1_800_000_000_000 + 49 * 3_600_000)
    let bundle = try log.exportedBundle()
    #expect(try flaws(bundle, try trust(log, [witness], quorum: 1)) == [.anchorStale: 20])
    var patient = try trust(log, [witness], quorum: 1)
    patient.anchorAge *= 2
    #expect(try flaws(bundle, patient) == [:])
  }

  @Test func `an event dated back between two anchors is named, and one within the tolerance is not`() throws {
    let witness = try TestWitness(1)
    for (late, found) in [(Int64(6), true), (4, false)] {
      var log = TestLog()
      Self.filled(&log, 10)
      // The witness saw ten leaves some minutes after the time that the eleventh claims.
      try log.anchor(witness, at: 1_800_000_010 + late * 60)
      let forged = log.append("thing.happened.v1", to: "cohort/2027", at: 1_800_000_011_000)
      try log.anchor(witness, at: 1_800_000_020 + late * 60)
      let bundle = try log.exportedBundle()
      let flaws = try flaws(bundle, try trust(log, [witness], quorum: 1))
      #expect(flaws.keys.contains(.recordedOutside) == found)
      if found {
        // The event that records the anchor itself claims the same times, and comes before it.
        #expect(flaws[.recordedOutside] == forged - 1)
      }
    }
  }

  @Test func `a log made anew contradicts what its witnesses signed, from the last size that agrees on`() throws {
    let witness = try TestWitness(1)
    var log = TestLog()
    Self.filled(&log, 20)
    try log.anchor(witness)
    Self.filled(&log, 20)
    let second = log.leaves.count
    try log.anchor(witness)
    let honest = try log.exportedBundle()
    var forged = TestLog()
    Self.filled(&forged, 20)
    try forged.anchor(witness)
    for _ in 0..<25 { forged.append("thing.happened.v2", to: "organisation") }
    // The forger hands over the witnesses' real words beside the log that was made anew.
    let bundle = try forged.exportedBundle().changed { files, _ in
      for path in honest.paths where path.hasPrefix("anchors/") { files[path] = honest.files[path] }
    }
    let found = try flaws(bundle, try trust(forged, [witness], quorum: 1))
    #expect(found[.anchorDiffers] == 20, "\(second)")
    // Without them nobody vouches for it, beyond what is the same.
    #expect(
      try BundleVerifier.verify(try forged.exportedBundle(), trust: try trust(forged, [witness], quorum: 1))
        .anchoredSize == 20)
  }

  @Test func `a forged cosignature, and one that is on record and not there, are found`() throws {
    let witness = try TestWitness(1)
    var log = TestLog()
    Self.filled(&log, 20)
    let recorded = try log.anchor(witness)
    let bundle = try log.exportedBundle()
    let forged = try bundle.changed { files, _ in
      let note = try log.note(20)
      let line = try witness.line(over: note.text + "x", at: 1_800_000_060)
      files[BundlePath.cosigned(20)] = note.bytes + Array((line + "\n").utf8)
    }
    let found = try flaws(forged, try trust(log, [witness], quorum: 1))
    #expect(found[.cosignatureInvalid] != nil && found[.anchorMissing] == recorded && found[.policyUnmet] == 0)
    let gone = bundle.changed { files, _ in
      for path in bundle.paths where path.hasPrefix("anchors/") { files[path] = nil }
    }
    #expect(try flaws(gone, try trust(log, [witness])) == [.anchorMissing: recorded])
  }
}
