internal import Crypto
internal import GRDB

/// The rows of `keys.sqlite3`: each key sealed under the master key, for its own id.
enum KeyFile {
  /// `application` is "EvKy".
  static let format = FileFormat(
    application: 0x4576_4B79,
    steps: [
      .init(version: 2) { database, moment in
        try database.execute(sql: FormatHistory.table)
        try FormatHistory.note(2, moment, in: database)
      }
    ])

  /// Those of format 1, together with `MasterKeys.tables`.
  private static let tables = """
    CREATE TABLE key (id INTEGER PRIMARY KEY, box BLOB NOT NULL CHECK (length(box) = 60)) STRICT;
    CREATE TABLE log_key (id INTEGER PRIMARY KEY, box BLOB NOT NULL CHECK (length(box) = 60)) STRICT;
    """

  /// Makes the tables and the log's own signing key, or finds them made by an earlier try.
  static func create(
    _ folder: StateFolder, master: SymmetricKey, at time: @autoclosure () -> Int64
  ) throws(LogError) {
    let pool = try Connections.open(folder.keys)
    try LogError.mapping {
      try pool.write { database in
        guard try !database.tableExists("log_key") else { return }
        try database.execute(sql: tables)
        try MasterKeys.makeTables(database, current: master, at: time())
        _ = try makeSigningSeed(0, master: master, in: database)
      }
      try pool.close()
    }
  }

  /// Whether a log was made to the end with these keys; from then on one that is not there has been lost.
  static func logWasMade(_ database: Database) throws -> Bool { try format.found(in: database) > 0 }

  static func noteLogMade(_ database: Database, at moment: FileFormat.Moment) throws {
    if try !logWasMade(database) { try format.upgrade(database, at: moment) }
  }

  /// The seeds of the log's Ed25519 keys that are at hand, 32 bytes each, by ordinal.
  /// - Throws: `.masterKeyWrong` where the master key does not open one, `.notALog` where there is none.
  static func signingSeeds(_ database: Database, master: SymmetricKey) throws -> [Int: [UInt8]] {
    let query = try Query(database, "SELECT id, box FROM log_key")
    var seeds: [Int: [UInt8]] = [:]
    while try query.step() {
      let ordinal = Int(query.integer(0))
      guard let seed = Box.open(query.bytes(1), under: master, for: signingContext(ordinal)) else {
        throw LogError.masterKeyWrong
      }
      seeds[ordinal] = seed
    }
    guard !seeds.isEmpty else { throw LogError.notALog }
    return seeds
  }

  /// Whether a master key is the one under which all this is wrapped.
  static func opens(_ database: Database, under master: SymmetricKey) throws -> Bool {
    do {
      _ = try signingSeeds(database, master: master)
      return true
    } catch LogError.masterKeyWrong {
      return false
    }
  }

  /// A new seed, in place of one of that ordinal which a crash left before it was put to use.
  static func makeSigningSeed(_ ordinal: Int, master: SymmetricKey, in database: Database) throws -> [UInt8] {
    let seed = [UInt8](Curve25519.Signing.PrivateKey().rawRepresentation)
    let query = try Query(database, "INSERT OR REPLACE INTO log_key (id, box) VALUES (?, ?)")
    try query.bind(1, ordinal)
    try query.bind(2, blob: try Box.seal(seed, under: master, for: signingContext(ordinal)))
    try query.run()
    return seed
  }

  static func deleteSigningSeed(_ ordinal: Int, in database: Database) throws {
    let query = try Query(database, "DELETE FROM log_key WHERE id = ?")
    try query.bind(1, ordinal)
    try query.run()
  }

  private static func signingContext(_ ordinal: Int) -> [UInt8] {
    var context = Array("log key".utf8)
    // Written so since the first one, which had no successor.
    if ordinal > 0 { context.append(bigEndian: UInt64(ordinal)) }
    return context
  }

  static func insert(_ key: KeyStore.Named, master: SymmetricKey, in database: Database) throws {
    let query = try Query(database, "INSERT INTO key (id, box) VALUES (?, ?)")
    try query.bind(1, key.id)
    let material = key.key.withUnsafeBytes { Array($0) }
    try query.bind(2, blob: try Box.seal(material, under: master, for: context(key.id)))
    try query.run()
  }

  /// Nil where there is no such key.
  static func key(_ id: Int64, master: SymmetricKey, in database: Database) throws -> SymmetricKey? {
    try box(id, in: database).map { try open($0, id: id, master: master) }
  }

  static func box(_ id: Int64, in database: Database) throws -> [UInt8]? {
    let query = try Query(database, "SELECT box FROM key WHERE id = ?")
    try query.bind(1, id)
    return try query.step() ? query.bytes(0) : nil
  }

  /// Every key and every seed, from under one master key to under another: within the caller's transaction.
  static func rewrap(from old: SymmetricKey, to new: SymmetricKey, in database: Database) throws {
    for (table, context) in [("key", context), ("log_key", { signingContext(Int($0)) })]
      as [(String, (Int64) -> [UInt8])]
    {
      var rows: [(id: Int64, box: [UInt8])] = []
      do {
        let query = try Query(database, "SELECT id, box FROM \(table)")
        while try query.step() { rows.append((query.integer(0), query.bytes(1))) }
      }
      for row in rows {
        guard let plain = Box.open(row.box, under: old, for: context(row.id)) else { throw LogError.masterKeyWrong }
        let query = try Query(database, "UPDATE \(table) SET box = ? WHERE id = ?")
        try query.bind(1, blob: try Box.seal(plain, under: new, for: context(row.id)))
        try query.bind(2, row.id)
        try query.run()
      }
    }
  }

  static func ids(_ database: Database) throws -> Set<Int64> {
    let query = try Query(database, "SELECT id FROM key")
    var ids: Set<Int64> = []
    while try query.step() { ids.insert(query.integer(0)) }
    return ids
  }

  static func delete(_ ids: some Sequence<Int64>, in database: Database) throws {
    for id in ids {
      let query = try Query(database, "DELETE FROM key WHERE id = ?")
      try query.bind(1, id)
      try query.run()
    }
  }

  static func open(_ box: [UInt8], id: Int64, master: SymmetricKey) throws -> SymmetricKey {
    guard let material = Box.open(box, under: master, for: context(id)) else { throw LogError.masterKeyWrong }
    return SymmetricKey(data: material)
  }

  private static func context(_ id: Int64) -> [UInt8] {
    var context = Array("key".utf8)
    context.append(bigEndian: UInt64(bitPattern: id))
    return context
  }
}
