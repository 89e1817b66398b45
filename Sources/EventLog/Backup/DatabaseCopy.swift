internal import GRDB

/// A copy of a database by SQLite's own backup interface, as one plain file that anybody's SQLite opens.
enum DatabaseCopy {
  /// So many pages are copied between two looks at whether to go on.
  private static let step: CInt = 1024

  /// - Parameter database: within a transaction that has read something, so that all pages are of one moment.
  static func make(
    of database: Database, at path: String, _ progress: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
  ) throws {
    let copy = try Connections.openAlone(path)
    try copy.writeWithoutTransaction { target in
      try withoutActuallyEscaping(progress) { progress in
        try database.backup(to: target, pagesPerStep: step) { state in
          try progress(state.completedPageCount, state.totalPageCount)
        }
      }
      // The copied first page asks for a write-ahead log, which a file that nobody writes needs none of.
      guard try String.fetchOne(target, sql: "PRAGMA journal_mode = DELETE") == "delete" else {
        throw LogError.settingRefused("journal_mode")
      }
    }
    try copy.close()
    try PrivateFile.sync(path)
  }

  static func isSound(_ path: String) throws(LogError) -> Bool {
    try Connections.look(into: path) { try String.fetchOne($0, sql: "PRAGMA integrity_check(1)") == "ok" }
  }
}
