internal import Crypto
internal import GRDB
internal import Leaves
package import Transparency

/// Reads what is durable. Cheap to make and to copy; each call borrows a connection from a small pool and gives it back.
///
/// On the writer's thread, within `decide`, it reads through the writer's own connection, and positions may run on into
/// the batch that is being decided.
package struct LogReader: Sendable {
  let log: EventLog

  private static let pageLimit = (leaves: 1024, bytes: 1 << 20)

  // MARK: Leaves

  /// Hands over the bytes and position of each leaf from `first` to before `end` (nil: the durable size), in order.
  ///
  /// Leaves are copied out a page at a time, so that no transaction is open while `body` works: it may take its time, and
  /// read.
  package func scan(
    from first: Int = 0, to end: Int? = nil, _ body: (_ bytes: UnsafeRawBufferPointer, _ position: Int) throws -> Void
  ) throws {
    let end = end ?? log.size
    var page = LeafPage()
    var next = first
    while next < end {
      page.clear()
      try read { database in
        let query = try Query(
          database, "SELECT position, bytes FROM leaf WHERE position >= ? AND position < ? ORDER BY position")
        try query.bind(1, next)
        try query.bind(2, end)
        while page.isBelow(Self.pageLimit), try query.step() { page.append(query.integer(0), query.blob(1)) }
      }
      guard !page.isEmpty else { throw LogError.corrupt(position: next, .leafMissing) }
      try page.forEach { bytes, position in
        guard position == next else { throw LogError.corrupt(position: next, .leafMissing) }
        try body(bytes, position)
        next += 1
      }
    }
  }

  /// The leaves of one stream from a revision on, as far as they lie before the position `end` (nil: the durable size).
  package func scan(
    stream: String, fromRevision first: Int = 0, upToPosition end: Int? = nil,
    _ body: (_ bytes: UnsafeRawBufferPointer, _ position: Int) throws -> Void
  ) throws {
    let end = end ?? log.size
    var page = LeafPage()
    var next = first
    repeat {
      page.clear()
      try read { database in
        let query = try Query(
          database,
          """
          SELECT stream_leaf.position, bytes FROM stream_leaf JOIN leaf USING (position)
          WHERE stream = (SELECT id FROM stream WHERE name = ?) AND revision >= ? ORDER BY revision
          """)
        try query.bind(1, stream)
        try query.bind(2, next)
        while page.isBelow(Self.pageLimit), try query.step(), query.integer(0) < end {
          page.append(query.integer(0), query.blob(1))
        }
      }
      try page.forEach { bytes, position in
        try body(bytes, position)
        next += 1
      }
    } while !page.isBelow(Self.pageLimit)
  }

  /// - Throws: `.outOfRange` where there is no such position.
  package func leaf(at position: Int) throws(LogError) -> [UInt8] {
    try read { database throws(LogError) in
      let query = try Query(database, "SELECT bytes FROM leaf WHERE position = ?")
      try query.bind(1, position)
      guard try query.step() else { throw .outOfRange }
      return query.bytes(0)
    }
  }

  /// The greatest position recorded at or before a time (milliseconds since 1970); nil where all came later.
  package func position(recordedBy time: Int64) throws(LogError) -> Int? {
    var low = 0
    var high = log.size
    while low < high {
      let middle = (low + high) / 2
      if try recordedTime(at: middle) <= time { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }

  /// Milliseconds since 1970 (UTC).
  package func recordedTime(at position: Int) throws(LogError) -> Int64 {
    let bytes = try leaf(at: position)
    return try LogError.mapping { try bytes.withLeaf(at: position) { $0.recorded } }
  }

  /// How many leaves a stream has by now, 0 where there is no such stream.
  package func revisions(of stream: String) throws(LogError) -> Int {
    try read { database throws(LogError) in
      let query = try Query(
        database, "SELECT max(revision) FROM stream_leaf WHERE stream = (SELECT id FROM stream WHERE name = ?)")
      try query.bind(1, stream)
      return try query.step() && !query.isNull(0) ? Int(query.integer(0)) + 1 : 0
    }
  }

  /// Every stream's name, in the order of their first events.
  package func streams() throws(LogError) -> [String] {
    try read { database throws(LogError) in
      let query = try Query(database, "SELECT name FROM stream ORDER BY id")
      var names: [String] = []
      while try query.step() { names.append(query.string(0)) }
      return names
    }
  }

  // MARK: Vault

  /// The sealed fields of an event, each disclosed or withheld.
  package func opened(position: Int, audiences: Audiences = .all) throws(LogError) -> [OpenedField] {
    try read { database throws(LogError) in
      try Vault.open(database, position: position, audiences: audiences, keys: log.keys)
    }
  }

  /// The sealed fields of many events, one after the other: `index` counts the positions.
  package func opened(
    at positions: [Int], audiences: Audiences = .all, _ body: (_ index: Int, _ fields: [OpenedField]) throws -> Void
  ) throws {
    for start in stride(from: 0, to: positions.count, by: 256) {
      try together {
        for index in start..<min(start + 256, positions.count) {
          try body(index, try opened(position: positions[index], audiences: audiences))
        }
      }
    }
  }

  /// Runs `body`, whose reads through this reader share one transaction and so cost much less each. It must not take long:
  /// the write-ahead log cannot be begun anew meanwhile.
  package func together<Value>(_ body: () throws -> Value) throws -> Value {
    let result = try read { database in
      try log.keys.together { try database.together { Result { try body() } } }
    }
    return try result.get()
  }

  /// Where one subject's sealed fields are, in order of position; those already erased are not among them.
  package func sealedFields(subject: UInt64) throws(LogError) -> [SealedReference] {
    try read { database throws(LogError) in try Vault.references(database, subject: subject) }
  }

  /// HMACs of some bytes under every key that a subject ever had in a class and that is not destroyed. What `Desk.hmac` once
  /// made of the same bytes is among them, unless its key is gone.
  package func hmacs(_ bytes: [UInt8], subject: UInt64, retention: String) throws(LogError) -> [[UInt8]] {
    try read { database throws(LogError) in
      var digests: [[UInt8]] = []
      for assignment in try Assignments.all(subject, retention, database) {
        guard let key = try log.keys.key(assignment.key) else { continue }
        digests.append(
          HMAC<SHA256>.authenticationCode(for: bytes, using: log.keys.hmacKey(of: assignment.key, key)).map { $0 })
      }
      return digests
    }
  }

  // MARK: Evidence

  /// That the leaf at `position` is among the first `size`.
  package func inclusionProof(position: Int, size: Int) throws(LogError) -> InclusionProof {
    guard position >= 0, position < size, size <= log.size else { throw .outOfRange }
    return try read { database throws(LogError) in
      try LogError.mapping {
        try InclusionProof.make(index: position, size: size, from: Tiles.source(database, size: size))
      }
    }
  }

  /// The same for many at once, which share what they read of the tree; best for neighbours.
  package func inclusionProofs(positions: some Collection<Int>, size: Int) throws(LogError) -> [InclusionProof] {
    guard positions.allSatisfy({ $0 >= 0 && $0 < size }), size <= log.size else { throw .outOfRange }
    return try read { database throws(LogError) in
      try LogError.mapping {
        let source = Tiles.source(database, size: size)
        return try positions.map { try InclusionProof.make(index: $0, size: size, from: source) }
      }
    }
  }

  /// That the first `first` leaves are still the first among the first `second`.
  package func consistencyProof(from first: Int, to second: Int) throws(LogError) -> ConsistencyProof {
    guard first >= 0, first <= second, second <= log.size else { throw .outOfRange }
    return try read { database throws(LogError) in
      try LogError.mapping {
        try ConsistencyProof.make(from: first, to: second, from: Tiles.source(database, size: second))
      }
    }
  }

  /// The tree's root over the first `size` leaves.
  package func root(size: Int) throws(LogError) -> Hash {
    guard size >= 0, size <= log.size else { throw .outOfRange }
    return try read { database throws(LogError) in
      try LogError.mapping { try Tiles.source(database, size: size).root(size: size) }
    }
  }

  /// A tile of hashes for export; nil where the log has none of that width yet.
  package func tile(_ place: TileCoordinates) throws(LogError) -> Tile? {
    try read { database throws(LogError) in
      guard let hashes = try Tiles.load(database, level: place.level, number: place.index), hashes.count >= place.width
      else { return nil }
      return Tile(place, hashes: Array(hashes.prefix(place.width)))
    }
  }

  /// The first signed checkpoint that covers so many leaves, nil where there is none yet.
  package func checkpoint(atLeast size: Int) throws(LogError) -> SignedCheckpoint? {
    try read { database throws(LogError) in try Checkpoints.first(atLeast: size, database) }
  }

  /// Reentrant, so that whoever is called back may read too.
  private func read<Value>(_ body: (Database) throws -> Value) throws(LogError) -> Value {
    try LogError.mapping { try log.database.unsafeReentrantRead(body) }
  }
}

/// Leaves copied out of the database, one after the other in one block of memory that is used again.
struct LeafPage {
  private var bytes: [UInt8] = []
  private var places: [(position: Int, end: Int)] = []

  var isEmpty: Bool { places.isEmpty }

  func isBelow(_ limit: (leaves: Int, bytes: Int)) -> Bool { places.count < limit.leaves && bytes.count < limit.bytes }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  mutating func append(_ position: Int64, _ leaf: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: leaf)
    places.append((Int(position), bytes.count))
  }

  func forEach(_ body: (UnsafeRawBufferPointer, Int) throws -> Void) rethrows {
    try bytes.withUnsafeBytes { bytes in
      var start = 0
      for place in places {
        try body(UnsafeRawBufferPointer(rebasing: bytes[start..<place.end]), place.position)
        start = place.end
      }
    }
  }
}
