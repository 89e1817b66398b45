import CPlatform
import CivilTime
import EventLog
import Projections
import ServiceLifecycle
import Synchronization
import TalentDomain
import TalentInterface
import Transparency
import Varlink

// Backups, which the service makes of itself: it alone knows when what it has written is whole.
extension Daemon {
  /// Copies, verifies, builds the views for trial; then it is on record. Whoever asks with `more` is told of the steps.
  func makeBackup(_ question: Question, _ caller: Caller, _ call: VarlinkCall, _ reply: ReplySink) async throws {
    let (steps, feed) = AsyncStream<BackupProgress>.makeStream(bufferingPolicy: .bufferingNewest(1))
    async let made = condition.during(.backup) { try await backUp(feed) }
    for await step in steps where call.more {
      // Whoever stops listening does not stop the backup.
      try? await reply.continues(canonical: step.canonical)
    }
    let manifest = try await made
    let fact = BackupMade(
      size: manifest.size, root: Digest(Base64URL.encode(manifest.root.bytes)) ?? .blank,
      verified: manifest.verification.isGood)
    do {
      _ = try await writer.submit(.record(actor: caller.person, [Proposal(fact)], at: question.simulate?.at))
    } catch {
      // The backup is there all the same, and a record that cannot be written to needs it most.
      report(.backupUnrecorded)
    }
    var last = BackupProgress()
    last.backup = backups.kept.first { $0.name == manifest.name }.map { BackupLine($0) }
    last.done = manifest.size
    last.step = .rebuilding
    last.total = manifest.size
    await reply.reply(canonical: last.canonical)
  }

  /// - Throws: `BackupFault`, and `WriterError.busy` where another is being made.
  private func backUp(_ feed: AsyncStream<BackupProgress>.Continuation) async throws -> BackupManifest {
    defer { feed.finish() }
    guard backups.begin(at: Instant(milliseconds: talent_realtime_ms())) else { throw WriterError.busy }
    let start = ContinuousClock.now
    let isStopping = StopFlag()
    do {
      let manifest = try await withGracefulShutdownHandler {
        try await log.backUpOnThread(daemon: Daemon.version, erasure: "subject-key.destroyed.") { [self] folder, size in
          try trial(folder, size, feed, isStopping)
        } progress: { stage, done, total in
          if isStopping.isSet { throw BackupError.stopped }
          feed.yield(BackupProgress(BackupStep(stage), done, of: total))
        }
      } onGracefulShutdown: {
        isStopping.set()
      }
      let fault = manifest.verification.isGood ? nil : BackupFault(unverified: manifest, settings.backup.places)
      end(fault, start)
      return manifest
    } catch {
      let fault = BackupFault(error, settings.backup.places)
      end(fault, start)
      throw fault
    }
  }

  private func end(_ fault: BackupFault?, _ start: ContinuousClock.Instant) {
    backups.end(fault, after: ContinuousClock.now - start)
    if let fault { report(.backupFailed(fault)) }
  }

  /// Equal to the views that serve, as far as the copy goes.
  private func trial(
    _ folder: String, _ size: Int, _ feed: AsyncStream<BackupProgress>.Continuation, _ isStopping: StopFlag
  ) throws -> BackupTrial {
    let built = try ViewTrial.digests(folder: folder, size: size) { done in
      if isStopping.isSet { throw BackupError.stopped }
      feed.yield(BackupProgress(.rebuilding, done, of: size))
    }
    // Views that have fallen behind are rebuilt at the next start; there is nothing to compare with.
    let served = views.position >= size ? try views.reader().digests(upTo: size) : nil
    return BackupTrial(
      digest: built.all.text,
      problem: served.map { $0.all == built.all } ?? true
        ? nil : "the views built from the copy are not those that serve")
  }

  func listBackups() -> BackupList {
    var list = BackupList()
    list.backups = backups.kept.map { BackupLine($0) }
    list.keysFolder = Line(settings.backup.places.keys)
    list.logFolder = Line(settings.backup.places.logs)
    return list
  }

  /// After keys have been destroyed: out of the backups that lie here, too. What fails is tried again by `ErasingService`.
  func clearBackups() async {
    do {
      try await offEventLoop { [log] in _ = try log.clearBackups() }
    } catch {
      erasing.isOwed.store(true, ordering: .relaxed)
      report(.backupsUncleared)
    }
  }

  /// That the log was put back is on record before anything else is.
  func recordRestored() async throws { _ = try await writer.submit(.restored) }
}

/// Set once, from wherever the service is told to stop.
private final class StopFlag: Sendable {
  private let state = Atomic(false)
  var isSet: Bool { state.load(ordering: .relaxed) }
  func set() { state.store(true, ordering: .relaxed) }
}

extension BackupProgress {
  fileprivate init(_ step: BackupStep, _ done: Int, of total: Int) {
    self.init()
    self.done = done
    self.step = step
    self.total = total
  }
}

extension BackupStep {
  fileprivate init(_ stage: BackupStage) {
    switch stage {
    case .copying: self = .copying
    case .verifying: self = .verifying
    case .rebuilding: self = .rebuilding
    }
  }
}

extension BackupLine {
  init(_ kept: KeptBackup) {
    self.init()
    bytes = (kept.log?.bytes ?? 0) + (kept.keys?.bytes ?? 0)
    cleared = kept.keys?.cleared.map { Instant(milliseconds: $0) }
    keys = kept.keys != nil
    log = kept.log != nil
    name = Line(kept.name.text)
    problems = (kept.log?.verification.problems ?? kept.keys?.verification.problems ?? []).map { Line($0) }
    root = (kept.log ?? kept.keys).flatMap { Digest(Base64URL.encode($0.root.bytes)) } ?? .blank
    size = kept.name.size
    time = Instant(milliseconds: kept.name.time)
    verified = kept.isWhole && kept.log?.verification.isGood == true
  }
}

extension CommandDecider {
  /// Once, in the transaction that forgets that it is to be told.
  func recordRestored(_ desk: Desk) throws(LogError) {
    guard let restored = try desk.takeRestored() else { return }
    setClock(nil, desk)
    let fact = ServiceRestored(
      size: restored.size, root: Digest(Base64URL.encode(restored.root.bytes)) ?? .blank, anchored: restored.anchored)
    try append(Proposal(fact), actor: .service, to: Stream.record, desk)
    desk.checkpointNow()
  }
}
