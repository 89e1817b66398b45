internal import Crypto
internal import GRDB

/// The master keys that a key file knows, by their marks, and the handing over of a new one: the tables `master_key` and
/// `hand_over`.
///
/// Changing the master key takes two places that no transaction spans, the key file and wherever the key itself is kept.
/// So the key file, with every key wrapped anew, also holds the new master key wrapped under the old one, until the new one
/// has been put in its place. Whoever comes with the old key in between gets the new one.
enum MasterKeys {
  static let tables = """
    CREATE TABLE IF NOT EXISTS master_key (
      ordinal INTEGER PRIMARY KEY, mark BLOB NOT NULL, since INTEGER NOT NULL, recorded INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS hand_over (
      id INTEGER PRIMARY KEY CHECK (id = 0), box BLOB NOT NULL CHECK (length(box) = 60)
    ) STRICT;
    """

  private static let context = Array("hand over".utf8)

  /// What a given key turns out to be.
  struct Unlocked {
    /// Under which all others are wrapped.
    let current: SymmetricKey
    /// The given key is the one before it, and the new one waits to be put in its place.
    let isAwaited: Bool
  }

  struct Row {
    /// 0 for the key that the log was made with.
    let ordinal: Int
    /// Milliseconds since 1970.
    let since: Int64
  }

  /// - Throws: `.masterKeyOld` where it was in use before, `.masterKeyWrong` where it never was.
  static func unlock(_ database: Database, with given: SymmetricKey) throws -> Unlocked {
    if try KeyFile.opens(database, under: given) { return Unlocked(current: given, isAwaited: false) }
    guard try database.tableExists("hand_over") else { throw LogError.masterKeyWrong }
    if let box = try handOver(database), let next = Box.open(box, under: given, for: context) {
      let next = SymmetricKey(data: next)
      if try KeyFile.opens(database, under: next) { return Unlocked(current: next, isAwaited: true) }
    }
    throw try isKnown(given, database) ? LogError.masterKeyOld : LogError.masterKeyWrong
  }

  /// For files from before there was a choice of master keys.
  static func makeTables(
    _ database: Database, current: SymmetricKey, at time: @autoclosure () -> Int64
  ) throws {
    try database.execute(sql: tables)
    guard try newest(database) == nil else { return }
    try add(0, current, since: time(), isRecorded: true, database)
  }

  static func newest(_ database: Database) throws(LogError) -> Row? {
    let query = try Query(database, "SELECT ordinal, since FROM master_key ORDER BY ordinal DESC LIMIT 1")
    guard try query.step() else { return nil }
    return Row(ordinal: Int(query.integer(0)), since: query.integer(1))
  }

  /// Within one transaction: every key under the new master key, and that one under the old.
  static func change(
    from old: SymmetricKey, to new: SymmetricKey, at time: Int64, _ database: Database
  ) throws -> Row {
    try KeyFile.rewrap(from: old, to: new, in: database)
    let box = try Box.seal(new.withUnsafeBytes { Array($0) }, under: old, for: context)
    let ordinal = (try newest(database)?.ordinal ?? 0) + 1
    try add(ordinal, new, since: time, isRecorded: false, database)
    let query = try Query(database, "INSERT INTO hand_over (id, box) VALUES (0, ?)")
    try query.bind(1, blob: box)
    try query.run()
    return Row(ordinal: ordinal, since: time)
  }

  static func endHandOver(_ database: Database) throws(LogError) { try database.run("DELETE FROM hand_over") }

  static func unrecorded(_ database: Database) throws(LogError) -> [Int] {
    let query = try Query(database, "SELECT ordinal FROM master_key WHERE recorded = 0 ORDER BY ordinal")
    var ordinals: [Int] = []
    while try query.step() { ordinals.append(Int(query.integer(0))) }
    return ordinals
  }

  static func noteRecorded(_ ordinal: Int, _ database: Database) throws(LogError) {
    let query = try Query(database, "UPDATE master_key SET recorded = 1 WHERE ordinal = ?")
    try query.bind(1, ordinal)
    try query.run()
  }

  private static func handOver(_ database: Database) throws(LogError) -> [UInt8]? {
    let query = try Query(database, "SELECT box FROM hand_over")
    return try query.step() ? query.bytes(0) : nil
  }

  private static func isKnown(_ key: SymmetricKey, _ database: Database) throws(LogError) -> Bool {
    let query = try Query(database, "SELECT 1 FROM master_key WHERE mark = ?")
    try query.bind(1, blob: MasterKey.mark(of: key))
    return try query.step()
  }

  private static func add(
    _ ordinal: Int, _ key: SymmetricKey, since: Int64, isRecorded: Bool, _ database: Database
  ) throws(LogError) {
    let query = try Query(database, "INSERT INTO master_key (ordinal, mark, since, recorded) VALUES (?, ?, ?, ?)")
    try query.bind(1, ordinal)
    try query.bind(2, blob: MasterKey.mark(of: key))
    try query.bind(3, since)
    try query.bind(4, isRecorded ? 1 : 0)
    try query.run()
  }
}
