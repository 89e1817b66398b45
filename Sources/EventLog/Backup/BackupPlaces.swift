/// Where backups go: the log and its keys into two folders, so that they can be carried to two places. Whoever has the one
/// without the other, or both without the master key, reads nothing of what is personal.
package struct BackupPlaces: Sendable, Hashable {
  package var logs: String
  package var keys: String

  package init(logs: String, keys: String) {
    self.logs = logs
    self.keys = keys
  }

  static let logFile = "log.sqlite3"
  static let keysFile = "keys.sqlite3"
  static let manifestFile = "backup.json"
}

/// What becomes of a folder in there; anything that is named otherwise is never touched.
enum BackupState: String {
  /// Being written, or left by a crash.
  case partial = ".partial"
  /// It does not verify: kept, so that it can be looked into, and counted as none.
  case failed = ".failed"
  /// Being removed.
  case gone = ".gone"
}
