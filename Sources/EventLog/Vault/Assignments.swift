internal import GRDB

/// Which key seals for which subject and class: the table `sealing_key`.
struct Assignment {
  /// The row that the vault's rows point at.
  let owner: Int64
  let key: Int64
}

enum Assignments {
  /// The one in use, nil where there is none.
  static func live(_ subject: UInt64, _ retention: String, _ database: Database) throws(LogError) -> Assignment? {
    let query = try Query(
      database, "SELECT owner, key FROM sealing_key WHERE subject = ? AND retention = ? AND destroyed IS NULL")
    try query.bind(1, Int64(bitPattern: subject))
    try query.bind(2, retention)
    return try query.step() ? Assignment(owner: query.integer(0), key: query.integer(1)) : nil
  }

  /// All there ever were, those retired included.
  static func all(_ subject: UInt64, _ retention: String, _ database: Database) throws(LogError) -> [Assignment] {
    let query = try Query(database, "SELECT owner, key FROM sealing_key WHERE subject = ? AND retention = ?")
    try query.bind(1, Int64(bitPattern: subject))
    try query.bind(2, retention)
    var found: [Assignment] = []
    while try query.step() { found.append(Assignment(owner: query.integer(0), key: query.integer(1))) }
    return found
  }

  /// Whose a key is, where it has not been recorded as destroyed or its rows are still there; nil where all is done, or the
  /// log does not know it.
  static func standing(
    _ key: Int64, _ database: Database
  ) throws(LogError) -> (subject: UInt64, retention: String)? {
    let query = try Query(
      database,
      """
      SELECT subject, retention FROM sealing_key
      WHERE key = ? AND (destroyed IS NULL OR EXISTS (SELECT 1 FROM vault WHERE vault.owner = sealing_key.owner))
      """)
    try query.bind(1, key)
    return try query.step() ? (UInt64(bitPattern: query.integer(0)), query.string(1)) : nil
  }

  /// The keys that the log knows: those in use, or those destroyed.
  static func keys(destroyed: Bool, _ database: Database) throws(LogError) -> Set<Int64> {
    let query = try Query(
      database,
      destroyed
        ? "SELECT key FROM sealing_key WHERE destroyed IS NOT NULL"
        : "SELECT key FROM sealing_key WHERE destroyed IS NULL")
    var keys: Set<Int64> = []
    while try query.step() { keys.insert(query.integer(0)) }
    return keys
  }

  static func add(_ subject: UInt64, _ retention: String, key: Int64, _ database: Database) throws(LogError) -> Int64 {
    let query = try Query(
      database, "INSERT INTO sealing_key (subject, retention, key) VALUES (?, ?, ?) RETURNING owner")
    try query.bind(1, Int64(bitPattern: subject))
    try query.bind(2, retention)
    try query.bind(3, key)
    guard try query.step() else { throw .storage(code: ResultCode.SQLITE_INTERNAL.rawValue) }
    let owner = query.integer(0)
    try query.run()
    return owner
  }

  /// - Parameter time: when its key was found destroyed, or the event that says so was recorded, in milliseconds since 1970.
  ///   It moves until the rows are gone, so that in the end it is the event's.
  static func retire(_ owner: Int64, at time: Int64, _ database: Database) throws(LogError) {
    let query = try Query(
      database,
      """
      UPDATE sealing_key SET destroyed = ? WHERE owner = ?
      AND (destroyed IS NULL OR EXISTS (SELECT 1 FROM vault WHERE vault.owner = sealing_key.owner))
      """)
    try query.bind(1, time)
    try query.bind(2, owner)
    try query.run()
  }

  /// Deletes what was sealed for it; says how many rows there were.
  static func deleteSealed(_ owner: Int64, _ database: Database) throws(LogError) -> Int {
    let query = try Query(database, "DELETE FROM vault WHERE owner = ?")
    try query.bind(1, owner)
    try query.run()
    return database.changesCount
  }
}
