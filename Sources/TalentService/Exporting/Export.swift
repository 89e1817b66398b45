import EventLog
import Evidence
import History
import Leaves
import Projections
import StrictJSON
import TalentDomain
import TalentInterface
import Transparency
import Varlink

// The way of an export: who may → record it, with where the streams end → sign a checkpoint of that → gather the leaves and
// open what the receiver may see → record the access → hand over file by file.
extension Daemon {
  func export(
    _ query: ExportBundle, _ question: Question, _ call: VarlinkCall, _ answering: Answering, _ reply: ReplySink
  ) async throws {
    guard call.more else { return await reply.expectedMore() }
    let scene = answering.scene
    // What is handed out is the record as it is: an earlier state of it is for queries.
    guard question.at == nil else { throw Refusal.invalid(Fault(.unknownMember, at: ["at"])) }
    let query = try scene.resolved(query)
    guard let warm = scene.memory.cohorts[query.cohort] else { throw Refusal.notFound }
    let receiver = try Receiver(query, scene, warm)
    var fact = BundleExported()
    fact.cohort = query.cohort
    fact.person = receiver.person
    fact.whole = receiver.person == nil && query.whole == true
    guard
      case .exported(let position) = try await writer.submit(
        .export(fact, actor: scene.caller.person, at: question.simulate?.at)),
      let checkpoint = try log.reader().checkpoint(atLeast: position + 1)
    else { throw LogError.corrupt(position: log.size, .checkpointMissing) }
    let export = try await offEventLoop { [log, fact] in
      try Export(fact, position, checkpoint, log: log, receiver: receiver)
    }
    for (stream, people) in export.accesses { for person in people { scene.sight.open(person, in: stream) } }
    try await leaveTrace(scene.sight, question.method, scene.caller, scene.memory, at: question.simulate?.at)
    try await send(export, reply)
  }

  /// A few files at a time are read off the event loop, which others wait for.
  private func send(_ export: Export, _ reply: ReplySink) async throws {
    var stream = PieceStream(total: export.bundle.leaves.count, reply: reply)
    for file in try await offEventLoop({ try export.small }) { try await stream.send(file.path, file.bytes) }
    for places in TileCoordinates.all(treeSize: export.checkpoint.size).pages(of: 32) {
      for file in try await offEventLoop({ try export.tiles(places) }) { try await stream.send(file.path, file.bytes) }
    }
    for positions in export.bundle.leaves.map(\.position).pages(of: 256) {
      for file in try await offEventLoop({ try export.proofs(positions) }) {
        try await stream.send(file.path, file.bytes)
      }
      stream.done += positions.count
    }
    try await stream.finish()
  }
}

extension Array {
  func pages(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}

/// What one export hands over.
struct Export: Sendable {
  let bundle: Bundle
  let checkpoint: SignedCheckpoint
  /// Whose personal data was opened, by stream.
  let accesses: [(stream: String, people: [Alias])]
  private let log: EventLog
  private let anchors: [AnchoredLeaf]
  private let types: Set<String>

  init(
    _ fact: BundleExported, _ position: Int, _ checkpoint: SignedCheckpoint, log: EventLog, receiver: Receiver
  ) throws {
    self.log = log
    self.checkpoint = checkpoint
    let gathered = try Gathered(log.reader(), receiver: receiver, cohort: fact.cohort, size: checkpoint.size)
    anchors = gathered.anchors
    types = gathered.types
    accesses = gathered.accesses
    var bundle = Bundle()
    bundle.leaves = gathered.leaves
    bundle.sealed = gathered.sealed
    bundle.manifest.origin = log.origin
    bundle.manifest.size = checkpoint.size
    bundle.manifest.root = try log.reader().root(size: checkpoint.size)
    bundle.manifest.keys = log.logKeys.map(\.key)
    bundle.manifest.cohort = fact.cohort.value
    bundle.manifest.person = fact.person?.text
    bundle.manifest.whole = fact.whole
    bundle.manifest.simulated = log.settings.simulated
    bundle.manifest.exported = position
    if receiver.person == nil { bundle.manifest.streams = gathered.streams }
    self.bundle = bundle
  }

  /// The files that are made in one go.
  var small: [(path: String, bytes: [UInt8])] {
    get throws {
      var files: [(path: String, bytes: [UInt8])] = [
        (BundlePath.manifest, bundle.manifest.bytes), (BundlePath.checkpoint, Array(checkpoint.note.utf8)),
        (BundlePath.leaves, Bundle.lines(of: bundle.leaves)), (BundlePath.sealed, Bundle.lines(of: bundle.sealed)),
        (BundlePath.rules, RuleList.all.canonical),
      ]
      for schema in EventSchema.all where types.contains(String(schema.file.dropLast(".json".count))) {
        files.append(("schemas/\(schema.file)", Array((schema.schema.indented() + "\n").utf8)))
      }
      return files + AnchorFiles.files(of: anchors)
    }
  }

  func proofs(_ positions: ArraySlice<Int>) throws -> [(path: String, bytes: [UInt8])] {
    let note = try SignedNote(parsing: Array(checkpoint.note.utf8))
    return try log.reader().inclusionProofs(positions: positions, size: checkpoint.size).map { proof in
      (BundlePath.proof(proof.index), TransparencyProof(proof, checkpoint: note).bytes)
    }
  }

  /// The tiles of the tree, and beside those of level 0 the leaves, where the bundle has them all.
  func tiles(_ places: ArraySlice<TileCoordinates>) throws -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    for place in places {
      guard let tile = try log.reader().tile(place) else {
        throw LogError.corrupt(position: place.index << (8 * place.level + 8), .tileDiffers)
      }
      files.append((place.path, tile.bytes))
      if bundle.manifest.whole, place.level == 0 { files.append((place.entriesPath, try entries(place))) }
    }
    return files
  }

  /// All the leaves of one tile.
  private func entries(_ place: TileCoordinates) throws -> [UInt8] {
    let first = place.index << 8
    var entries: [[UInt8]] = []
    try log.reader().scan(from: first, to: first + place.width) { bytes, _ in entries.append(Array(bytes)) }
    return EntryBundle.bytes(of: entries)
  }
}
