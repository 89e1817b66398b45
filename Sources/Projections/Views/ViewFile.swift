internal import EventLog
internal import GRDB
internal import Synchronization

/// One numbered file of views, open. Whoever reads from it holds on to it, so that it can be replaced meanwhile; once it is
/// retired and nobody holds it, its files go.
final class ViewFile: Sendable {
  let folder: ViewFolder
  let number: Int
  let pool: DatabasePool
  private let names: Mutex<ViewNames>
  private let applied: Atomic<Int>
  private let isRetired = Atomic(false)
  /// Whether another version of the projections made its rows, or some of them.
  let isOutdated: Bool

  /// Events applied: positions 0 up to but not including this.
  var position: Int { applied.load(ordering: .acquiring) }

  /// A new file without indexes, for a rebuild.
  init(creating number: Int, in folder: ViewFolder) throws {
    self.folder = folder
    self.number = number
    folder.remove(number)
    let pool = try ViewFile.open(folder.file(number))
    self.pool = pool
    try ViewError.mapping {
      try pool.writeWithoutTransaction { database in
        // Until the pointer names it, nothing rests on this file.
        try database.execute(sql: "PRAGMA synchronous = OFF")
        try database.inTransaction(.immediate) {
          try ViewSchema.createTables(database)
          return .commit
        }
      }
    }
    isOutdated = false
    names = Mutex(ViewNames())
    applied = Atomic(0)
  }

  /// - Throws: `ViewError.damaged` for a file that is not whole, or of another shape.
  init(opening number: Int, in folder: ViewFolder) throws {
    self.folder = folder
    self.number = number
    // SQLite would make an empty file where there is none.
    guard folder.size(of: number) != nil else { throw ViewError.damaged }
    let pool = try ViewFile.open(folder.file(number))
    self.pool = pool
    let (standing, names) = try ViewError.mapping {
      try pool.writeWithoutTransaction { database in
        let standing = try ViewSchema.standing(database)
        guard standing != .unreadable, try ViewFile.isSound(database, in: folder, number) else {
          throw ViewError.damaged
        }
        return (standing, try ViewNames(database))
      }
    }
    isOutdated = standing == .outdated
    self.names = Mutex(names)
    applied = Atomic(names.position)
  }

  deinit {
    // The last connections close with the pool, after this; on this system an open file may lose its name before.
    guard isRetired.load(ordering: .acquiring) else { return }
    try? pool.close()
    folder.remove(number)
  }

  func retire() { isRetired.store(true, ordering: .releasing) }

  /// Adds leaves, all or none of them.
  func extend(_ body: (inout ViewAppender) throws -> Void) throws {
    try ViewError.mapping {
      try pool.writeWithoutTransaction { database in
        var appender = try ViewAppender(database, names.withLock { $0 })
        try database.inTransaction(.immediate) {
          try body(&appender)
          try appender.finish()
          return .commit
        }
        // The pool writes one at a time, so that nobody else has changed the names meanwhile.
        let after = appender.names
        names.withLock { $0 = after }
        applied.store(after.position, ordering: .releasing)
      }
    }
  }

  /// Reads in a short transaction of its own.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try ViewError.mapping { try pool.unsafeReentrantRead(body) }
  }

  /// The end of a rebuild: everything is sorted and on the disk before anything points to it.
  func complete() throws {
    try ViewError.mapping {
      try pool.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          try ViewSchema.createIndexes(database)
          return .commit
        }
        try database.execute(sql: "PRAGMA synchronous = FULL")
        _ = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        try database.execute(sql: "PRAGMA synchronous = NORMAL")
      }
    }
  }

  // MARK: Setting up

  private static let pageSize = 8192
  /// Up to this size every page is looked at when the file is opened; beyond, only what tells the common faults.
  private static let checkedSize = 256 << 20

  private static func open(_ path: String) throws -> DatabasePool {
    try ViewError.mapping {
      var configuration = Configuration()
      configuration.label = "views"
      configuration.busyMode = .timeout(5)
      configuration.maximumReaderCount = 4
      configuration.prepareDatabase { database in
        if !database.configuration.readonly { try database.execute(sql: "PRAGMA page_size = \(pageSize)") }
        try database.execute(sql: "PRAGMA temp_store = MEMORY")
        try database.execute(sql: "PRAGMA trusted_schema = OFF")
        try database.execute(sql: "PRAGMA cell_size_check = ON")
        try database.execute(sql: "PRAGMA cache_size = -16000")
        guard try Int.fetchOne(database, sql: "PRAGMA temp_store") == 2 else { throw ViewError.damaged }
      }
      let pool = try DatabasePool(path: path, configuration: configuration)
      try pool.writeWithoutTransaction { database in
        // A lost tail is caught up from the log, so that no commit of views waits for the disk.
        try database.execute(sql: "PRAGMA synchronous = NORMAL")
        // Only the writing connection moves the write-ahead log into the file: readers cannot write.
        _ = try Int.fetchOne(database, sql: "PRAGMA wal_autocheckpoint = 2000")
        _ = try Int.fetchOne(database, sql: "PRAGMA journal_size_limit = \(64 << 20)")
        guard try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal",
          try Int.fetchOne(database, sql: "PRAGMA synchronous") == 1
        else { throw ViewError.damaged }
      }
      return pool
    }
  }

  private static func isSound(_ database: Database, in folder: ViewFolder, _ number: Int) throws -> Bool {
    let position = try Int.fetchOne(database, sql: "SELECT position FROM progress") ?? -1
    let rows = try Int.fetchOne(database, sql: "SELECT count(*) FROM audit") ?? 0
    let last = try Int.fetchOne(database, sql: "SELECT max(position) FROM audit") ?? -1
    guard position == rows, position == last + 1 else { return false }
    let size = (try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0) * pageSize
    guard size > checkedSize else { return try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok" }
    // What the write-ahead log still holds need not be in the file, so that it is moved there first.
    _ = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    return (folder.size(of: number) ?? 0) >= size
  }
}
