import EventLog
import Synchronization
import TalentDomain

/// What there is to say of backups without looking at the disk: for metrics and for whoever asks how things stand.
struct BackupState: Sendable {
  /// Since the service started.
  var attempted: Instant?
  /// Why the last attempt came to nothing; nil where it did not, or where there has been none since the start.
  var fault: BackupFault?
  /// When the last good one was begun; it may be from before the start.
  var succeeded: Instant?
  /// Of that one: events, bytes of both files, and how long it took where it was made since the start.
  var size: Int?
  var bytes: Int?
  var duration: Duration?
  /// Good ones on the disk.
  var count = 0
  var isUnderWay = false
}

/// Keeps it, and reads it from the disk at the start.
final class BackupKeeper: Sendable {
  private let places: BackupPlaces
  private let state = Mutex(BackupState())

  init(_ places: BackupPlaces) {
    self.places = places
    refresh()
  }

  var now: BackupState { state.withLock { $0 } }

  /// What is there, the newest first.
  var kept: [KeptBackup] { KeptBackups.list(places) }

  /// False where one is under way.
  func begin(at time: Instant) -> Bool {
    state.withLock { state in
      guard !state.isUnderWay else { return false }
      state.attempted = time
      state.isUnderWay = true
      return true
    }
  }

  func end(_ fault: BackupFault?, after duration: Duration) {
    state.withLock {
      $0.fault = fault
      $0.isUnderWay = false
      if fault == nil { $0.duration = duration }
    }
    refresh()
  }

  private func refresh() {
    let good = kept.filter { $0.isWhole && $0.log?.verification.isGood == true }
    state.withLock {
      $0.count = good.count
      $0.succeeded = good.first.map { Instant(milliseconds: $0.name.time) }
      $0.size = good.first?.name.size
      $0.bytes = good.first.map { ($0.log?.bytes ?? 0) + ($0.keys?.bytes ?? 0) }
    }
  }
}
