import StrictJSON
import TalentDomain
import TalentInterface
import Transparency

/// The files of `events-schema/bundle-vectors/bundle`: a cohort's bundle as the specification describes it, by a writer of its
/// own, so that the program's reader is not held to the program's writer alone. It has no page, which shows and proves nothing.
struct BundleVector {
  let log: BundleLog
  /// The positions of the leaves that stand in it: all but the other cohort's.
  let positions: [Int]

  init(_ log: BundleLog) throws {
    self.log = log
    positions = try log.leaves.entries.indices.filter { position in
      let leaf = try JSON(parsing: log.leaves.entries[position].leaf)
      return leaf["data"]?["stream"]?.string != "cohort/2028"
    }
  }

  func files() throws -> [String: [UInt8]] {
    let size = log.leaves.entries.count
    let checkpoint = try log.checkpoint(size: size)
    var files = ["checkpoint": checkpoint.bytes, "rules.json": rules.canonical]
    files["leaves.jsonl"] = positions.flatMap { log.leaves.entries[$0].leaf + [0x0A] }
    files["disclosures.jsonl"] = sealed.sorted { ($0.position, $0.digest) < ($1.position, $1.digest) }
      .flatMap { $0.line.canonical() + [0x0A] }
    for place in TileCoordinates.all(treeSize: size) {
      let first = place.index * TileCoordinates.fullWidth
      files[place.path] = try (first..<first + place.width).flatMap {
        try log.tree.hash(level: 8 * place.level, index: $0).bytes
      }
    }
    for position in positions {
      let proof = try InclusionProof.make(index: position, size: size, from: log.tree)
      files["proofs/\(position).tlog-proof"] = TransparencyProof(proof, checkpoint: checkpoint).bytes
    }
    for anchor in log.anchors {
      files["anchors/\(anchor.size)/note"] = Array(anchor.note.value.utf8)
      let cosigned = anchor.note.value + (anchor.cosignature?.value ?? "") + "\n"
      files["anchors/\(anchor.size)/checkpoint"] = Array(cosigned.utf8)
    }
    let types = Set(try positions.compactMap { try JSON(parsing: log.leaves.entries[$0].leaf)["type"]?.string })
    for (file, schema) in EventSchema.all where types.contains(String(file.dropLast(".json".count))) {
      files["schemas/\(file)"] = Array((schema.indented() + "\n").utf8)
    }
    files["manifest.json"] = try manifest(files).canonical()
    return files
  }

  private func manifest(_ files: [String: [UInt8]]) throws -> JSON {
    let size = log.leaves.entries.count
    return object([
      ("cohort", .string(BundleLog.cohort)), ("exported", .integer(Int64(log.exported))),
      (
        "files",
        .array(
          files.sorted { $0.key < $1.key }.map { path, bytes in
            object([
              ("bytes", .integer(Int64(bytes.count))), ("path", .string(path)),
              ("sha256", .string(Hash(of: bytes).hex)),
            ])
          })
      ), ("format", "talentd bundle 1"),
      ("keys", .array(try log.signers(2).map { .string($0.verifier.vkey) })), ("origin", .string(BundleLog.origin)),
      ("root", .string(try log.tree.root(size: size).base64)), ("size", .integer(Int64(size))),
      (
        "streams",
        .array(
          ["cohort/2027", "organisation", "record"].map { stream in
            object([
              ("count", .integer(Int64(log.leaves.heads[stream]?.count ?? 0))),
              ("head", .string(log.leaves.heads[stream]?.digest ?? "")), ("stream", .string(stream)),
            ])
          })
      ),
    ])
  }

  private var sealed: [(position: Int, digest: String, line: JSON)] {
    positions.flatMap { position in
      let entry = log.leaves.entries[position]
      let disclosed = entry.disclosures.map { ($0.digest, "disclosure", $0.encoded) }
      let withheld = entry.withheld.map { field in
        (field.digest, "withheld", log.erased.contains(field.digest) ? "erased" : "audience")
      }
      return (disclosed + withheld).map { digest, member, text in
        let line = object([
          ("digest", .string(digest)), (member, .string(text)), ("position", .integer(Int64(position))),
        ])
        return (position, digest, line)
      }
    }
  }

  /// One of them, for the form's sake.
  private var rules: RuleList {
    var line = RuleLine()
    line.da = "Der er plads til 20 deltagere på holdet."
    line.en = "The cohort has seats for 20 participants."
    (line.events, line.id, line.version) = (["seat.offered.v1"], "R1", 1)
    line.source = "«Der er plads til 20 deltagere på det hold, der starter op 26. april.»"
    var list = RuleList()
    list.rules = [line]
    return list
  }
}
