import StrictJSON
import TalentDomain
import Transparency

/// The cases of `events-schema/bundle-vectors/expected.json`.
struct BundleCases {
  private let vector: BundleVector
  private let files: [String: [UInt8]]
  private let logKey: String
  private(set) var all: [BundleCase] = []

  init(_ vector: BundleVector) throws {
    self.vector = vector
    files = try vector.files()
    logKey = try vector.log.signers(1)[0].verifier.vkey
    add("the bundle as it is")
    whatIsListed()
    try leaves()
    try tree()
    disclosures()
    anchors()
    try fromElsewhere()
  }

  // MARK: By check

  private mutating func whatIsListed() {
    let rules = "rules.json"
    add("a file is missing", [.delete(file: rules)], refit: false, fails: .init("files", "file-missing", in: rules))
    add(
      "a file is another", [.replace(file: rules, old: "20 deltagere", new: "25 deltagere")], refit: false,
      fails: .init("files", "file-changed", in: rules))
    add(
      "a file is there that is not listed", [.write(file: "schemas/more.json", text: "{}\n")], refit: false,
      fails: .init("files", "file-unknown", in: "schemas/more.json"))
  }

  private mutating func leaves() throws {
    let file = "leaves.jsonl"
    add(
      "a byte of a leaf is edited: four points for three",
      [.replace(file: file, old: #""points":3"#, new: #""points":4"#)],
      fails: .init("leaves", "leaf-differs", at: 9))
    add(
      "an event is dated back by an hour",
      [.replace(file: file, old: time(12), new: time(6))], fails: .init("leaves", "leaf-differs", at: 12))
    add(
      "a leaf is removed from the middle, with all that goes with it",
      [.removeLine(file: file, line: line(12)), .delete(file: "proofs/12.tlog-proof")] + withoutDisclosures(of: 12),
      fails: .init("streams", "revision-broken", at: 15))
    add(
      "the tail of a stream is cut off, with all that goes with it, and the manifest made to fit",
      [.removeLine(file: file, line: line(20)), .delete(file: "proofs/20.tlog-proof")]
        + [.replace(file: "manifest.json", old: try stream(upTo: 21), new: try stream(upTo: 20))],
      fails: .init("streams", "stream-end-differs", at: 17))
    add("a leaf is inserted", [.copyLine(file: file, line: line(12))], fails: .init("leaves", "leaf-misplaced", at: 12))
    add(
      "two leaves are swapped", [.swapLines(file: file, line: line(12), other: line(13))],
      fails: .init("leaves", "leaf-misplaced", at: 12))
    add(
      "another event is said to be that of the export",
      [.replace(file: "manifest.json", old: #""exported":22"#, new: #""exported":21"#)],
      fails: .init("streams", "export-missing", at: 21))
  }

  private mutating func tree() throws {
    let note = String(decoding: files["anchors/16/note"] ?? [], as: UTF8.self)
    add(
      "a hash in a tile is another", [.flip(file: "tile/0/000.p/25", byte: 300)], fails: .init("tree", "root-differs"))
    add(
      "the checkpoint is one of before", [.write(file: "checkpoint", text: note)],
      fails: .init("checkpoint", "checkpoint-differs", in: "checkpoint"))
    let root = try vector.log.tree.root(size: 25)
    let stranger = try stranger
    let forged = try Checkpoint(origin: stranger.origin, size: 25, root: root).signed(by: stranger)
    add(
      "the checkpoint is signed by a key that nobody vouches for",
      [.write(file: "checkpoint", text: String(decoding: forged.bytes, as: UTF8.self))],
      fails: .init("checkpoint", "checkpoint-unsigned", in: "checkpoint"))
    add(
      "a proof is that of another leaf",
      [.write(file: "proofs/9.tlog-proof", text: String(decoding: files["proofs/10.tlog-proof"] ?? [], as: UTF8.self))],
      fails: .init("proofs", "proof-wrong", at: 9, in: "proofs/9.tlog-proof"))
    add(
      "a proof is missing", [.delete(file: "proofs/9.tlog-proof")],
      fails: .init("proofs", "proof-missing", at: 9, in: "proofs/9.tlog-proof"))
  }

  private mutating func disclosures() {
    let file = "disclosures.jsonl"
    let entries = vector.log.leaves.entries
    let (one, other) = (entries[2].disclosures[0], entries[3].disclosures[0])
    add(
      "a disclosure is swapped for another",
      [.replace(file: file, old: one.encoded, new: other.encoded)],
      fails: .init("disclosures", "disclosure-differs", at: 2, in: file))
    add(
      "a disclosure is left out", withoutDisclosures(of: 2),
      fails: .init("disclosures", "disclosure-line-missing", at: 2, in: file))
    add(
      "a disclosure is given for a digest that its leaf does not have",
      [.replace(file: file, old: one.digest, new: other.digest)],
      fails: .init("disclosures", "disclosure-line-unknown", at: 2, in: file))
    add(
      "what is withheld is called erased, and no event says so", [.replace(file: file, old: "audience", new: "erased")],
      fails: .init("disclosures", "erased-without-event", at: 10, in: file))
    let name = entries[4].withheld[0]
    add(
      "what is erased is shown all the same",
      [
        .replace(
          file: file, old: #""\#(name.digest)","position":4,"withheld":"erased""#,
          new: #""\#(name.digest)","disclosure":"\#(name.encoded)","position":4"#)
      ],
      fails: .init("disclosures", "disclosed-after-erasure", at: 4, in: file))
  }

  private mutating func anchors() {
    add(
      "a witness's signature is another",
      [.replace(file: "anchors/8/checkpoint", old: cosignature(0), new: cosignature(1))],
      fails: .init("anchors", "cosignature-invalid", in: "anchors/8/checkpoint"))
    add(
      "what the record says was anchored is left out",
      [.delete(file: "anchors/8/note"), .delete(file: "anchors/8/checkpoint")],
      fails: .init("anchors", "anchor-missing", at: 8))
    add(
      "an anchored checkpoint is another",
      [.replace(file: "anchors/16/note", old: "\n16\n", new: "\n15\n")],
      fails: .init("anchors", "anchor-malformed", in: "anchors/16/note"))
  }

  private mutating func fromElsewhere() throws {
    func text(_ note: SignedNote) -> String { String(decoding: note.bytes, as: UTF8.self) }
    let log = vector.log
    add(
      "checkpoints that were kept are of this tree", known: try [5, 16, 25].map { text(try log.checkpoint(size: $0)) })
    add(
      "a checkpoint that was kept is of another tree: this log was made anew, and signed with its own key",
      known: [text(try log.checkpoint(size: 13, root: TreeHash.leaf([])))],
      fails: .init("known", "known-differs", at: 8))
    add(
      "a checkpoint that was kept is of a longer log: this is an old copy, or its tail is cut off",
      known: [text(try log.checkpoint(size: 30, root: TreeHash.leaf([])))],
      fails: .init("known", "known-larger", at: 25))
    add(
      "the log's key is another than the one that was given", logKey: try stranger.verifier.vkey,
      fails: .init("checkpoint", "checkpoint-unsigned", in: "checkpoint"))
    add(
      "the key that was given is the newer one, which vouches for the older",
      logKey: try log.signers(2)[1].verifier.vkey)
  }

  // MARK: Pieces

  private mutating func add(
    _ name: String, _ edits: [BundleEdit] = [], refit: Bool = true, logKey: String? = nil, known: [String] = [],
    fails finding: BundleCase.Finding? = nil
  ) {
    all.append(
      BundleCase(
        name: name, edits: edits, refit: refit, logKey: logKey ?? self.logKey, witnessKeys: [vector.log.witnessKey],
        known: known, finding: finding))
  }

  /// A key of the log's name that has nothing to do with it.
  private var stranger: NoteSigner {
    get throws {
      let origin = try LogOrigin(BundleLog.origin).unwrapped()
      return try NoteSigner(origin: origin, seed: Array(repeating: 9, count: 32)).unwrapped()
    }
  }

  /// Of `leaves.jsonl`.
  private func line(_ position: Int) -> Int { vector.positions.firstIndex(of: position) ?? 0 }

  private func time(_ position: Int) -> String { #""recordedtime":"\#(vector.log.leaves.recorded(position).text)""# }

  private func cosignature(_ anchor: Int) -> String {
    String(vector.log.anchors[anchor].cosignature?.value.split(separator: " ").last ?? "")
  }

  /// The lines of a leaf leave no gap: each that goes moves those after it up.
  private func withoutDisclosures(of position: Int) -> [BundleEdit] {
    let lines = (files["disclosures.jsonl"] ?? []).split(separator: 0x0A)
    return lines.indices.filter { (try? JSON(parsing: Array(lines[$0])))?["position"]?.integer == Int64(position) }
      .reversed().map { .removeLine(file: "disclosures.jsonl", line: $0) }
  }

  /// What the manifest says of the cohort's stream, where it ends before a position.
  private func stream(upTo end: Int) throws -> String {
    let leaves = try vector.log.leaves.entries.prefix(end).map(\.leaf).filter {
      try JSON(parsing: $0)["data"]?["stream"]?.string == "cohort/2027"
    }
    let end = object([
      ("count", .integer(Int64(leaves.count))), ("head", .string(LeafDigest(of: leaves.last ?? []).text)),
      ("stream", "cohort/2027"),
    ])
    return String(decoding: end.canonical(), as: UTF8.self)
  }
}
