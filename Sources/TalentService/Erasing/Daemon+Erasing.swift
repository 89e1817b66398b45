import EventLog
import Synchronization
import TalentDomain
import Varlink

// The way of an erasure: begun (durable) → entered in the register of erased keys → keys deleted → fields deleted and
// `subject-key.destroyed` appended (one transaction) → names and links forgotten → pages and write-ahead logs cleared.
// Whoever carried it out is told after the last of these; what stops in between is finished at the next start.
extension Daemon {
  /// Finishes what has begun; where nothing has, or all is done, nothing happens.
  func completeErasures() async throws {
    for (person, classes) in try erasuresToComplete() {
      erasing.isOwed.store(true, ordering: .relaxed)
      log.settings.crashPoint?(.erasureBegun)
      try await offEventLoop { [log] in
        _ = try log.destroyKeys(subject: person.bits, retentions: classes.map(\.rawValue))
      }
      _ = try await writer.submit(.keysDestroyed(of: person, classes))
      log.settings.crashPoint?(.erasureRecorded)
    }
    guard erasing.isOwed.load(ordering: .relaxed) else { return }
    try await offEventLoop { [log] in try log.finishErasure() }
    erasing.isOwed.store(false, ordering: .relaxed)
  }

  /// What the log says has begun, and what was erased before the log was put back from a backup.
  private func erasuresToComplete() throws -> [(person: Alias, classes: [RetentionClass])] {
    let memory = published.read()
    var classes = memory.organisation.privacy.begun.mapValues { Set($0.classes) }
    for (subject, retention) in try log.unrecordedErasures() {
      guard let retention = RetentionClass(rawValue: retention) else { continue }
      classes[Alias(bits: subject), default: []].insert(retention)
    }
    return classes.map { ($0.key, RetentionClass.allCases.filter($0.value.contains)) }.sorted { $0.0 < $1.0 }
  }
}

/// Whether pages on the disk may still hold what was erased. After a start nobody knows, so that it is looked after once where
/// anything ever was.
final class ErasingState: Sendable {
  let isOwed: Atomic<Bool>

  init(_ organisation: Organisation) { isOwed = Atomic(!organisation.privacy.destroyed.isEmpty) }
}

extension Outcome {
  /// Whether an erasure has begun with it, now or when the same command came before.
  var hasBegunErasure: Bool {
    guard case .done(let first, let types, _, _, _) = self, first >= 0 else { return false }
    return types.contains("\(ErasureBegun.type)")
  }
}
