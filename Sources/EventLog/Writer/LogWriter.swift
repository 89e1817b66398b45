internal import Dispatch
internal import Synchronization

/// The one writer of a log: a thread of its own that takes requests from a bounded queue, has its decider judge them, and
/// commits a batch at a time. Whoever is answered is answered after the commit.
///
/// It waits for nothing but the disk: one lone request is one commit, and while a commit runs the next batch gathers.
package final class LogWriter<D: Decider>: Sendable {
  package let log: EventLog
  private let mailbox: Mailbox<Letter<D>>
  private let end = EndOfThread()

  /// Starts the thread and waits until `makeDecider` has made the decider there.
  /// - Throws: `LogError.locked` where the log has a writer already, and whatever `makeDecider` throws.
  package init(log: EventLog, decider makeDecider: @escaping @Sendable () throws -> D) throws {
    guard log.takeWriter() else { throw LogError.locked }
    self.log = log
    let mailbox = Mailbox<Letter<D>>(limit: log.settings.queueLimit)
    self.mailbox = mailbox
    let start = StartReport()
    do {
      try Thread.start {
        do {
          let decider = try makeDecider()
          start.succeed()
          WriterLoop(log: log, mailbox: mailbox, decider: decider).run()
        } catch {
          start.fail(error)
        }
        log.returnWriter()
      } then: { [end] in
        end.reached()
      }
    } catch {
      log.returnWriter()
      throw error
    }
    try start.wait()
  }

  deinit { mailbox.close() }

  /// Hands in a request and waits for its reply, which comes once everything it appended is durable.
  package func submit(_ request: D.Request) async throws(WriterError) -> D.Reply {
    let result = await withCheckedContinuation { continuation in
      do throws(WriterError) {
        try submit(request) { continuation.resume(returning: $0) }
      } catch {
        continuation.resume(returning: .failure(error))
      }
    }
    return try result.get()
  }

  /// The same without suspending. `completion` runs on the writer's thread and keeps everybody waiting: it must be short.
  package func submit(
    _ request: D.Request, completion: @escaping @Sendable (Result<D.Reply, WriterError>) -> Void
  ) throws(WriterError) {
    try mailbox.put(Letter(request: request, completion: completion), always: D.isReading(request))
  }

  /// Returns when the thread has come to its queue: it is not stuck in the disk, nor elsewhere. Nothing is written for it, and it is
  /// answered also while nothing can be.
  package func probe() async throws(WriterError) {
    let refusal: WriterError? = await withCheckedContinuation { continuation in
      do throws(WriterError) {
        try mailbox.knock { continuation.resume(returning: nil) }
      } catch {
        continuation.resume(returning: error)
      }
    }
    if let refusal { throw refusal }
  }

  /// How many requests wait.
  package var waiting: Int { mailbox.count }

  /// Whether nothing can be written at present.
  package var isReadOnly: Bool { mailbox.isRefusing }

  /// Takes no more requests, finishes those it has, signs a last checkpoint and returns when the thread has ended.
  package func stop() async {
    mailbox.close()
    await end.wait()
  }
}

/// A request and whom to tell.
struct Letter<D: Decider>: Sendable {
  let request: D.Request
  let completion: @Sendable (Result<D.Reply, WriterError>) -> Void
}

/// Tells many waiters, once, that a thread has ended.
private final class EndOfThread: Sendable {
  private struct State {
    var isReached = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }
  private let state = Mutex(State())

  func reached() {
    let waiting = state.withLock { state in
      state.isReached = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for waiter in waiting { waiter.resume() }
  }

  func wait() async {
    await withCheckedContinuation { continuation in
      let isReached = state.withLock { state in
        if !state.isReached { state.waiting.append(continuation) }
        return state.isReached
      }
      if isReached { continuation.resume() }
    }
  }
}

/// Tells whoever started a thread whether it could begin its work.
private final class StartReport: Sendable {
  private let failure = Mutex<(any Error)?>(nil)
  private let isKnown = DispatchSemaphore(value: 0)

  func succeed() { isKnown.signal() }

  func fail(_ error: any Error) {
    failure.withLock { $0 = error }
    isKnown.signal()
  }

  func wait() throws {
    isKnown.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
