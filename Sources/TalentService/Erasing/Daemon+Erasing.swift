import EventLog
import Synchronization
import TalentDomain
import Varlink

// The way of an erasure: begun (durable) → entered in the register of erased keys → keys deleted → fields deleted and
// `subject-key.destroyed` appended (one transaction) → names and links forgotten → pages and write-ahead logs cleared.
// Whoever carried it out is told after the last of these; what stops in between is finished at the next start.
extension Daemon {
  /// What the log says has begun, and what was erased before the log was put back from a backup; and pages that may still hold
  /// something of it. Before anybody is served.
  func completeErasuresAtStart() async throws {
    var classes = begun
    for (subject, retention) in try log.unrecordedErasures() {
      guard let retention = RetentionClass(rawValue: retention) else { continue }
      classes[Alias(bits: subject), default: []].insert(retention)
    }
    guard !classes.isEmpty || !published.read().organisation.privacy.destroyed.isEmpty else { return }
    try await complete(classes)
  }

  /// Finishes what has begun. Whoever returns from here finds it done, also where another had it in hand.
  func completeErasures() async throws { try await complete(begun) }

  /// The same, only where something failed before.
  func completeErasuresOwed() async throws {
    guard erasing.isOwed.load(ordering: .relaxed) || !begun.isEmpty else { return }
    try await completeErasures()
  }

  private var begun: [Alias: Set<RetentionClass>] {
    published.read().organisation.privacy.begun.mapValues { Set($0.classes) }
  }

  private func complete(_ erasures: [Alias: Set<RetentionClass>]) async throws {
    try await condition.during(.erasure) { try await carryThrough(erasures) }
  }

  private func carryThrough(_ erasures: [Alias: Set<RetentionClass>]) async throws {
    do {
      for (person, chosen) in erasures.sorted(by: { $0.key < $1.key }) {
        let classes = RetentionClass.allCases.filter(chosen.contains)
        log.settings.crashPoint?(.erasureBegun)
        try await offEventLoop { [log] in
          _ = try log.destroyKeys(subject: person.bits, retentions: classes.map(\.rawValue))
        }
        _ = try await writer.submit(.keysDestroyed(of: person, classes))
        log.settings.crashPoint?(.erasureRecorded)
      }
      // Taken back before it is done: what another deletes meanwhile, that one clears.
      erasing.isOwed.store(false, ordering: .relaxed)
      try await offEventLoop { [log] in try log.finishErasure() }
      await clearBackups()
    } catch {
      erasing.isOwed.store(true, ordering: .relaxed)
      throw error
    }
  }
}

/// Whether an erasure failed on its way, so that pages on the disk may still hold something of it.
final class ErasingState: Sendable {
  let isOwed = Atomic(false)
}

extension Outcome {
  /// Whether an erasure has begun with it, now or when the same command came before.
  var hasBegunErasure: Bool {
    guard case .done(let first, let types, _, _, _) = self, first >= 0 else { return false }
    return types.contains("\(ErasureBegun.type)")
  }
}
