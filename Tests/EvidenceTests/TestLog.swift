import Crypto
import Leaves
import StrictJSON
import Transparency

@testable import Evidence

/// A small log and the bundle of its cohort, made by hand: leaves as the specification has them, a tree over them, a key.
struct TestLog {
  let origin = "test.example/log"
  let signer: NoteSigner
  private(set) var leaves: [[UInt8]] = []
  private(set) var disclosures: [Int: [Disclosure]] = [:]
  private var revisions: [String: (next: Int, digest: String)] = [:]
  private var time: Int64 = 1_800_000_000_000
  var isWhole = false

  init(seed: UInt8 = 1) {
    signer = NoteSigner(origin: LogOrigin("test.example/log")!, seed: [UInt8](repeating: seed, count: 32))!
  }

  /// - Parameter at: the recorded time; nil: a second after the one before.
  @discardableResult
  mutating func append(
    _ type: String, to stream: String, facts: JSON = [:], sealing values: [String] = [], at: Int64? = nil
  ) -> Int {
    let position = leaves.count
    time = at ?? time + 1000
    disclosures[position] = values.enumerated().map { index, value in
      Disclosure(
        salt: [UInt8](repeating: UInt8(position & 127 + index), count: 16), name: "text",
        value: JSON.string(value).canonical())
    }
    let end = revisions[stream]
    var data: [JSON.Member] = [
      .init(name: "actor", value: "0000000000003"), .init(name: "facts", value: facts),
      .init(name: "localdate", value: "2027-01-15"), .init(name: "received", value: .string(TimeText.text(time))),
      .init(name: "revision", value: .integer(Int64(end?.next ?? 0))), .init(name: "stream", value: .string(stream)),
    ]
    if let digest = end?.digest { data.append(.init(name: "previous", value: .string(digest))) }
    if !values.isEmpty {
      let digests = (disclosures[position] ?? []).map(\.digest).sorted()
      data.append(.init(name: "_sd", value: .array(digests.map { .string($0) })))
    }
    let leaf = JSON.object([
      .init(name: "data", value: .object(data)), .init(name: "dataschema", value: .string("urn:talentd:event:\(type)")),
      .init(name: "id", value: .string(String(position))),
      .init(name: "recordedtime", value: .string(TimeText.text(time))), .init(name: "source", value: .string(origin)),
      .init(name: "specversion", value: "1.0"), .init(name: "time", value: .string(TimeText.text(time))),
      .init(name: "type", value: .string(type)),
    ]).canonical()
    leaves.append(leaf)
    revisions[stream] = ((end?.next ?? 0) + 1, LeafDigest(of: leaf).text)
    return position
  }

  /// The event of an export, which names where the streams end.
  mutating func export() -> Int {
    let streams = ["cohort/2027", "organisation", "record"].compactMap { name in
      revisions[name].map { end -> JSON in
        ["count": .integer(Int64(end.next)), "head": .string(end.digest), "stream": .string(name)]
      }
    }
    return append(
      "bundle.exported.v1", to: "record",
      facts: ["cohort": "2027", "streams": .array(streams), "whole": .bool(isWhole)])
  }

  /// A witness cosigns what the log is now, and the log records it.
  /// - Parameter time: seconds since 1970; nil: that of the last event.
  @discardableResult
  mutating func anchor(_ witness: TestWitness, at seconds: Int64? = nil) throws -> Int {
    let note = try note(leaves.count)
    let line = try witness.line(over: note.text, at: seconds ?? time / 1000)
    return append(
      "checkpoint.anchored.v1", to: "record",
      facts: [
        "cosignature": .string(line), "name": .string(witness.name),
        "note": .string(String(decoding: note.bytes, as: UTF8.self)), "size": .integer(Int64(leaves.count)),
        "time": .string(TimeText.text((seconds ?? time / 1000) * 1000)),
      ])
  }

  /// The line that an export would have at that place among those of its disclosures.
  func sealedLine(_ index: Int) throws -> Bundle.SealedLine {
    var copy = self
    return try copy.exportedBundle().sealed[index]
  }

  private var anchors: [AnchoredLeaf] {
    leaves.enumerated().compactMap { position, bytes in
      try? bytes.withLeaf(at: position) { AnchoredLeaf($0) }
    }
  }

  /// What the log signs of its first `size` leaves.
  func note(_ size: Int, by others: [NoteSigner] = []) throws -> SignedNote {
    let checkpoint = Checkpoint(origin: signer.origin, size: size, root: root(size))
    return try SignedNote(text: checkpoint.text, signedBy: [signer] + others)
  }

  func root(_ size: Int) -> Hash {
    var frontier = Frontier()
    for leaf in leaves.prefix(size) { frontier.append(TreeHash.leaf(leaf)) }
    return frontier.root
  }

  /// Every file of the bundle that an honest service hands out.
  mutating func exportedBundle() throws -> BundleInMemory {
    let exported = export()
    let size = leaves.count
    var bundle = Bundle()
    bundle.manifest.origin = origin
    bundle.manifest.size = size
    bundle.manifest.root = root(size)
    bundle.manifest.keys = [signer.verifier.vkey]
    bundle.manifest.cohort = "2027"
    bundle.manifest.exported = exported
    bundle.manifest.whole = isWhole
    for (position, bytes) in leaves.enumerated() {
      let stream = (try? JSON(parsing: bytes))?["data"]?["stream"]?.string ?? ""
      guard ["cohort/2027", "organisation", "record"].contains(stream) else { continue }
      bundle.leaves.append(Bundle.Leaf(position: position, bytes: bytes))
      for disclosure in (disclosures[position] ?? []).sorted(by: { $0.digest < $1.digest }) {
        bundle.sealed.append(
          Bundle.SealedLine(position: position, digest: disclosure.digest, content: .disclosed(disclosure.encoded)))
      }
    }
    for name in ["cohort/2027", "organisation", "record"] {
      guard let end = revisions[name] else { continue }
      bundle.manifest.streams.append(BundleManifest.Stream(name: name, count: end.next, head: end.digest))
    }
    return try files(bundle)
  }

  private func files(_ bundle: Bundle) throws -> BundleInMemory {
    let size = leaves.count
    let tree = tiles(size)
    var files: [String: [UInt8]] = [
      BundlePath.checkpoint: try note(size).bytes, BundlePath.leaves: Bundle.lines(of: bundle.leaves),
      BundlePath.sealed: Bundle.lines(of: bundle.sealed),
    ]
    for (place, tile) in tree {
      files[place.path] = tile.bytes
      if isWhole, place.level == 0 {
        files[place.entriesPath] = EntryBundle.bytes(of: leaves[(place.index << 8)...].prefix(place.width))
      }
    }
    let source = TileHashSource(treeSize: size) { tree[$0] }
    for leaf in bundle.leaves {
      let proof = try InclusionProof.make(index: leaf.position, size: size, from: source)
      files[BundlePath.proof(leaf.position)] = TransparencyProof(proof, checkpoint: try note(size)).bytes
    }
    for (path, bytes) in AnchorFiles.files(of: anchors) { files[path] = bytes }
    return BundleInMemory(files).listed(bundle.manifest)
  }

  private func tiles(_ size: Int) -> [TileCoordinates: Tile] {
    var hashes: [Int: [Hash]] = [:]
    var frontier = Frontier()
    for leaf in leaves {
      frontier.append(TreeHash.leaf(leaf)) { level, _, hash in
        if level.isMultiple(of: 8) { hashes[level / 8, default: []].append(hash) }
      }
    }
    var tiles: [TileCoordinates: Tile] = [:]
    for place in TileCoordinates.all(treeSize: size) {
      tiles[place] = Tile(place, hashes: Array(hashes[place.level]![(place.index << 8)...].prefix(place.width)))
    }
    return tiles
  }
}

extension BundleInMemory {
  /// The manifest lists the files that are there, as it does after every honest or dishonest change.
  func listed(_ manifest: BundleManifest) -> BundleInMemory {
    var (files, manifest) = (files, manifest)
    files[BundlePath.manifest] = nil
    manifest.files = files.map { path, bytes in
      BundleManifest.File(path: path, bytes: bytes.count, sha256: Hash(of: bytes).hex)
    }.sorted { $0.path < $1.path }
    files[BundlePath.manifest] = manifest.bytes
    return BundleInMemory(files)
  }

  var manifest: BundleManifest { BundleManifest(parsing: files[BundlePath.manifest]!)! }

  /// Changed by whoever hands it over, who makes a new list of the files.
  func changed(
    _ change: (inout [String: [UInt8]], inout BundleManifest) throws -> Void
  ) rethrows -> BundleInMemory {
    var (files, manifest) = (files, manifest)
    try change(&files, &manifest)
    return BundleInMemory(files).listed(manifest)
  }

  var leaves: [Bundle.Leaf] { Bundle.leaves(in: files[BundlePath.leaves]!)! }
  var sealed: [Bundle.SealedLine] { Bundle.sealed(in: files[BundlePath.sealed]!)! }
}

/// Somebody outside who cosigns what a log shows.
struct TestWitness {
  let name: String
  private let key: Curve25519.Signing.PrivateKey

  init(_ number: UInt8) throws {
    name = "witness.example/w\(number)"
    key = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: number, count: 32))
  }

  private var material: [UInt8] { [0x04] + [UInt8](key.publicKey.rawRepresentation) }
  private var id: [UInt8] { Array(Hash(of: Array(name.utf8) + [0x0A] + material).bytes.prefix(4)) }

  var vkey: String {
    let hash = id.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return "\(name)+\(hash)+\(Base64.encode(material))"
  }

  /// A signature line without its new line (C2SP tlog-cosignature).
  func line(over text: String, at seconds: Int64) throws -> String {
    let time = withUnsafeBytes(of: UInt64(seconds).bigEndian) { Array($0) }
    let signature = try key.signature(for: Array("cosignature/v1\ntime \(seconds)\n\(text)".utf8))
    return "— \(name) \(Base64.encode(id + time + [UInt8](signature)))"
  }
}
