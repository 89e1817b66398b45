import GRDB
import Glibc

@testable import EventLog

/// A copy of the log and of its keys by SQLite's own means, while both are in use.
enum Backup {
  static func make(of log: EventLog, in folder: String) throws(LogError) {
    guard mkdir(folder, 0o700) == 0 else { throw LogError.system(code: errno) }
    for (source, name) in [(log.database, "log.sqlite3"), (log.keys.database, "keys.sqlite3")] {
      try PrivateFile.makeEmpty("\(folder)/\(name)")
      try LogError.mapping {
        let copy = try DatabaseQueue(path: "\(folder)/\(name)")
        try source.backup(to: copy)
        try copy.close()
      }
    }
    // SQLite syncs what it writes, but no names of files that were there.
    try PrivateFile.syncNames(folder)
    try PrivateFile.syncNames(PrivateFile.folder(of: folder))
  }

  static func sources(_ backup: Promises.Backup, register: String) throws -> RestoreSources {
    var sources = RestoreSources(
      log: backup.folder + "/log.sqlite3", keys: backup.folder + "/keys.sqlite3",
      masterKey: try RestoredKey(backup.masterKey, origin: Workload.origin))
    sources.register = register
    return sources
  }
}
