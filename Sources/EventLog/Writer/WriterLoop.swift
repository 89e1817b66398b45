internal import GRDB

/// What the writer's thread does, from its first request to its last. Confined to that thread.
final class WriterLoop<D: Decider> {
  private let log: EventLog
  private let mailbox: Mailbox<Letter<D>>
  private let decider: D
  private let desk: Desk
  private let clock = ContinuousClock()
  private var isReadOnly = false
  private var nextTry: ContinuousClock.Instant
  /// When the next checkpoint may be signed unasked.
  private var nextCheckpoint: ContinuousClock.Instant

  init(log: EventLog, mailbox: Mailbox<Letter<D>>, decider: D) {
    self.log = log
    self.mailbox = mailbox
    self.decider = decider
    desk = Desk(log: log)
    nextTry = clock.now
    nextCheckpoint = clock.now
  }

  func run() {
    while true {
      switch mailbox.take(log.settings.batchLimit, patience: patience) {
      case .letters(let letters): serve(letters)
      case .knocks(let answers): for answer in answers { answer() }
      case .timedOut: idle()
      case .closed:
        if !isReadOnly, log.halted == nil { _ = try? log.signCheckpoint() }
        return
      }
    }
  }

  /// How long there is nothing to do but wait; nil until someone calls.
  private var patience: Duration? {
    if log.halted != nil { return nil }
    if isReadOnly { return max(nextTry - clock.now, .zero) }
    return owesCheckpoint ? max(nextCheckpoint - clock.now, .zero) : nil
  }

  private var owesCheckpoint: Bool { log.size > (log.latestCheckpoint?.size ?? 0) }

  private func idle() {
    if isReadOnly {
      tryAgain()
    } else if owesCheckpoint, clock.now >= nextCheckpoint {
      signCheckpoint()
    }
  }

  // MARK: A batch

  private func serve(_ letters: [Letter<D>]) {
    var waiting = letters
    while !waiting.isEmpty {
      guard !isReadOnly, log.halted == nil else {
        for letter in waiting { letter.completion(read(letter.request)) }
        return
      }
      do {
        let replies = try commit(waiting)
        // Should it fail, the batch is durable all the same, and the checkpoint is signed when writing works again.
        if desk.wantsCheckpoint { signCheckpoint() }
        for (letter, reply) in zip(waiting, replies) { letter.completion(.success(reply)) }
        waiting = []
      } catch {
        if let culprit = error.culprit, !error.error.isStorageFailure {
          // The others had no part in it: they are decided once more, without it.
          waiting.remove(at: culprit).completion(.failure(.failed(error.error)))
        } else {
          failed(error.error, atCommit: error.culprit == nil)
        }
      }
    }
    moveJournal()
  }

  /// What can be done while nothing can be written.
  private func read(_ request: D.Request) -> Result<D.Reply, WriterError> {
    guard D.isReading(request) else { return .failure(.readOnly) }
    do throws(LogError) { return .success(try decider.read(request)) } catch { return .failure(.failed(error)) }
  }

  /// An error, and the index of the request that met it, where it was one.
  private struct BatchError: Error {
    var culprit: Int?
    var error: LogError
  }

  private func commit(_ letters: [Letter<D>]) throws(BatchError) -> [D.Reply] {
    var culprit: Int?
    do {
      return try log.database.writeWithoutTransaction { database in
        try database.beginTransaction(.immediate)
        desk.beginBatch(database)
        defer { desk.endBatch() }
        do {
          var checkpoint = try dueCheckpoint(database)
          var replies: [D.Reply] = []
          replies.reserveCapacity(letters.count)
          for (index, letter) in letters.enumerated() {
            culprit = index
            desk.beginRequest()
            replies.append(try decider.decide(letter.request, at: desk))
          }
          culprit = nil
          if checkpoint == nil { checkpoint = try checkpointBefore(database) }
          if desk.hasChanged { try desk.head.store(database) }
          log.settings.crashPoint?(.appended)
          try database.commit()
          settle(checkpoint)
          return replies
        } catch {
          // SQLite may have rolled back by itself already, which this takes into account.
          try? database.rollback()
          desk.rollBack()
          decider.rolledBack()
          throw error
        }
      }
    } catch {
      throw BatchError(culprit: culprit, error: LogError(error))
    }
  }

  /// After the commit, before any reply.
  private func settle(_ checkpoint: SignedCheckpoint?) {
    desk.committed()
    log.publish(desk.head, checkpoint)
    if checkpoint != nil { nextCheckpoint = clock.now + log.settings.checkpointInterval }
    log.settings.crashPoint?(.committed)
    decider.committed(upTo: desk.head.size)
    log.settings.crashPoint?(.projected)
  }

  // MARK: Checkpoints

  /// Of what is durable by now, in the transaction that comes anyway; never of what it is about to make durable.
  private func dueCheckpoint(_ database: Database) throws(LogError) -> SignedCheckpoint? {
    guard clock.now >= nextCheckpoint, let checkpoint = try log.newCheckpoint(&desk.head) else { return nil }
    try log.insert(checkpoint, ordinal: desk.head.checkpoints - 1, in: database)
    return checkpoint
  }

  /// Of what was durable before this batch, where the batch holds something that must be told apart from it. Nothing of the
  /// batch itself is signed before it is durable.
  private func checkpointBefore(_ database: Database) throws(LogError) -> SignedCheckpoint? {
    var before = desk.savedHead
    guard desk.wantsCheckpoint, let checkpoint = try log.newCheckpoint(&before) else { return nil }
    desk.head.checkpoints += 1
    try log.insert(checkpoint, ordinal: desk.head.checkpoints - 1, in: database)
    return checkpoint
  }

  private func signCheckpoint() {
    do throws(LogError) {
      try log.signCheckpoint()
      desk.head = log.head
      nextCheckpoint = clock.now + log.settings.checkpointInterval
    } catch {
      failed(error, atCommit: true)
    }
  }

  // MARK: Failures

  private func moveJournal() {
    do throws(LogError) {
      try LogError.mapping { try log.database.writeWithoutTransaction { try log.journal.moveIfDue($0) } }
    } catch {
      failed(error, atCommit: true)
    }
  }

  /// - Parameter atCommit: whether it may have been the commit that failed, which leaves open what is on the disk.
  private func failed(_ error: LogError, atCommit: Bool) {
    log.settings.trouble?(error)
    if error.isSyncFailure || (atCommit && !error.isBeforeSync) {
      log.settings.fatal(error)
      log.halt(error)
    } else if error.isDamage {
      log.halt(error)
    } else {
      isReadOnly = true
      nextTry = clock.now + log.settings.retryInterval
      mailbox.refuse(.readOnly)
    }
  }

  /// Writes and deletes as much as a batch might need: once that works, there is room again.
  private func tryAgain() {
    nextTry = clock.now + log.settings.retryInterval
    do {
      try log.database.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          try database.execute(sql: "INSERT OR REPLACE INTO meta (name, value) VALUES ('probe', zeroblob(1048576))")
          return .commit
        }
        try database.inTransaction(.immediate) {
          try database.execute(sql: "DELETE FROM meta WHERE name = 'probe'")
          return .commit
        }
      }
      isReadOnly = false
      mailbox.refuse(nil)
      log.settings.trouble?(nil)
    } catch {
      let error = LogError(error)
      if !error.isBeforeSync { failed(error, atCommit: true) }
    }
  }
}
