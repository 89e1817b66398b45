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

  /// - Parameter time: when its key was found destroyed, in milliseconds since 1970. The first time stands.
  static func retire(_ owner: Int64, at time: Int64, _ database: Database) throws(LogError) {
    let query = try Query(database, "UPDATE sealing_key SET destroyed = ? WHERE owner = ? AND destroyed IS NULL")
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
