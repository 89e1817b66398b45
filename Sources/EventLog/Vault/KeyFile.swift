internal import Crypto
internal import GRDB

/// The rows of `keys.sqlite3`: each key sealed under the master key, for its own id.
enum KeyFile {
  private static let tables = """
    CREATE TABLE key (id INTEGER PRIMARY KEY, box BLOB NOT NULL CHECK (length(box) = 60)) STRICT;
    CREATE TABLE log_key (id INTEGER PRIMARY KEY, box BLOB NOT NULL CHECK (length(box) = 60)) STRICT;
    """

  /// Makes the tables and the log's own signing key, or finds them made by an earlier try.
  static func create(_ folder: StateFolder, master: SymmetricKey) throws(LogError) {
    let pool = try Connections.open(folder.keys, secureDelete: true)
    try LogError.mapping {
      try pool.write { database in
        guard try !database.tableExists("log_key") else { return }
        try database.execute(sql: tables)
        _ = try makeSigningSeed(0, master: master, in: database)
      }
      try pool.close()
    }
  }

  /// Whether a log was made to the end with these keys; from then on one that is not there has been lost.
  static func logWasMade(_ database: Database) throws -> Bool {
    try Int.fetchOne(database, sql: "PRAGMA user_version") == 1
  }

  static func noteLogMade(_ database: Database) throws {
    guard try !logWasMade(database) else { return }
    try database.execute(sql: "PRAGMA user_version = 1")
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
    let query = try Query(database, "SELECT box FROM key WHERE id = ?")
    try query.bind(1, id)
    guard try query.step() else { return nil }
    return try open(query.bytes(0), id: id, master: master)
  }

  static func keys(from first: Int64, master: SymmetricKey, in database: Database) throws -> [KeyStore.Named] {
    let query = try Query(database, "SELECT id, box FROM key WHERE id >= ? ORDER BY id")
    try query.bind(1, first)
    var keys: [KeyStore.Named] = []
    while try query.step() {
      let id = query.integer(0)
      keys.append(KeyStore.Named(id: id, key: try open(query.bytes(1), id: id, master: master)))
    }
    return keys
  }

  static func delete(_ id: Int64, in database: Database) throws {
    let query = try Query(database, "DELETE FROM key WHERE id = ?")
    try query.bind(1, id)
    try query.run()
  }

  private static func open(_ box: [UInt8], id: Int64, master: SymmetricKey) throws -> SymmetricKey {
    guard let material = Box.open(box, under: master, for: context(id)) else { throw LogError.masterKeyWrong }
    return SymmetricKey(data: material)
  }

  private static func context(_ id: Int64) -> [UInt8] {
    var context = Array("key".utf8)
    context.append(bigEndian: UInt64(bitPattern: id))
    return context
  }
}
