/// Why there is no new backup; besides every `LogError`. What was there before is untouched.
package enum BackupError: Error, Hashable, Sendable {
  /// No folders for backups are set.
  case noPlaces
  /// Another is being made.
  case underWay
  /// The folder cannot be made, entered or written; the number is the `errno`.
  case place(path: String, code: Int32)
  /// The disk of that folder has so many bytes free, and so many are needed.
  case noRoom(path: String, needed: Int, free: Int)
  /// Whoever had asked for it has gone, or the service stops.
  case stopped
}
