internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// How long the write-ahead log has grown, told by SQLite at each commit, so that it is moved into the file after the
/// answers have gone out and not, as SQLite would by itself, before.
final class WriteAheadGauge: Sendable {
  /// In pages. The later, the more often a page that many commits changed is moved once; the earlier, the less is to be read
  /// back after a crash: this is 32 MiB.
  private static let threshold = 4096
  private let frames = Atomic<Int>(0)
  private let tried = Atomic<Int>(0)

  init(watching pool: DatabasePool) throws(LogError) {
    _ = pool.writeWithoutTransaction { database in
      // The connection lives in the pool, beside this object in the log that owns both; it is closed first.
      sqlite3_wal_hook(
        database.sqliteConnection,
        { context, _, _, frames in
          if let context {
            Unmanaged<WriteAheadGauge>.fromOpaque(context).takeUnretainedValue().frames.store(
              Int(frames), ordering: .relaxed)
          }
          return SQLITE_OK
        }, Unmanaged.passUnretained(self).toOpaque())
    }
  }

  /// Moves pages into the file where enough have gathered. Readers are not waited for.
  /// - Throws: a failed sync, which the caller must treat as one.
  func moveIfDue(_ database: Database) throws(LogError) {
    let now = frames.load(ordering: .relaxed)
    var last = tried.load(ordering: .relaxed)
    // Shorter than before: SQLite began it anew.
    if now < last { last = 0 }
    guard now - last >= Self.threshold else { return }
    tried.store(now, ordering: .relaxed)
    var size: Int32 = 0
    var moved: Int32 = 0
    let code = sqlite3_wal_checkpoint_v2(database.sqliteConnection, nil, SQLITE_CHECKPOINT_PASSIVE, &size, &moved)
    // A reader in the way is none of our concern, nor a full disk: the next commit meets that.
    let error = LogError.storage(code: sqlite3_extended_errcode(database.sqliteConnection))
    if code != SQLITE_OK, error.isSyncFailure { throw error }
  }
}
