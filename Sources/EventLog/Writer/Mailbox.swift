internal import Dispatch
internal import Synchronization

/// A bounded queue from many threads to one, which may sleep on it with a time limit.
final class Mailbox<Letter: Sendable>: Sendable {
  fileprivate struct State {
    var letters: [Letter] = []
    /// Those who only ask whether the reader is there.
    var knocks: [@Sendable () -> Void] = []
    var isClosed = false
    /// While set, every letter is refused.
    var refusal: WriterError?
    /// The reader waits, or is about to, and nobody has woken it yet.
    var isAsleep = false
  }

  enum Taken {
    case letters([Letter])
    /// To be answered at once; nothing is to be done.
    case knocks([@Sendable () -> Void])
    case timedOut
    /// No letter will come any more, and none is left.
    case closed
  }

  private let limit: Int
  private let state = Mutex(State())
  /// Signalled once for each time that `isAsleep` is cleared by another than the reader.
  private let bell = DispatchSemaphore(value: 0)

  init(limit: Int) { self.limit = limit }

  /// - Parameter always: also while letters are refused.
  func put(_ letter: Letter, always: Bool = false) throws(WriterError) {
    let (refusal, wakes) = state.withLock { state -> (WriterError?, Bool) in
      if state.isClosed { return (.stopped, false) }
      if !always, let refusal = state.refusal { return (refusal, false) }
      if state.letters.count >= limit { return (.busy, false) }
      state.letters.append(letter)
      return (nil, state.wake())
    }
    if let refusal { throw refusal }
    if wakes { bell.signal() }
  }

  /// Asks whether the reader is there: it calls back when it comes to the queue the next time, also while letters are refused.
  func knock(_ answer: @escaping @Sendable () -> Void) throws(WriterError) {
    let (isClosed, wakes) = state.withLock { state -> (Bool, Bool) in
      if state.isClosed { return (true, false) }
      state.knocks.append(answer)
      return (false, state.wake())
    }
    if isClosed { throw .stopped }
    if wakes { bell.signal() }
  }

  /// How many letters wait.
  var count: Int { state.withLock { $0.letters.count } }

  /// Refuses all letters from now on, or takes them again.
  func refuse(_ refusal: WriterError?) { state.withLock { $0.refusal = refusal } }

  var isRefusing: Bool { state.withLock { $0.refusal != nil } }

  /// What was accepted is still handed out.
  func close() {
    let wakes = state.withLock { state in
      state.isClosed = true
      return state.wake()
    }
    if wakes { bell.signal() }
  }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// For the one reader: up to so many letters, as soon as there is one; waits for `patience` at most (nil: for ever).
  func take(_ most: Int, patience: Duration?) -> Taken {
    if let taken = takeNow(most, orSleep: patience != .zero) { return taken }
    guard patience != .zero else { return .timedOut }
    let nanoseconds = patience.map { $0.components.seconds * 1_000_000_000 + $0.components.attoseconds / 1_000_000_000 }
    let deadline = nanoseconds.map { DispatchTime.now() + .nanoseconds(Int(max($0, 0))) } ?? .distantFuture
    if bell.wait(timeout: deadline) == .timedOut {
      // Whoever cleared the flag in between has signalled or is about to: that signal belongs to this sleep.
      let isWoken = state.withLock { state in
        defer { state.isAsleep = false }
        return !state.isAsleep
      }
      if isWoken { bell.wait() }
    }
    return takeNow(most, orSleep: false) ?? .timedOut
  }

  private func takeNow(_ most: Int, orSleep: Bool) -> Taken? {
    state.withLock { state in
      if !state.knocks.isEmpty {
        defer { state.knocks = [] }
        return .knocks(state.knocks)
      }
      if state.letters.isEmpty {
        if state.isClosed { return .closed }
        state.isAsleep = orSleep
        return nil
      }
      let taken = Array(state.letters.prefix(most))
      state.letters.removeFirst(taken.count)
      return .letters(taken)
    }
  }
}

extension Mailbox.State {
  fileprivate mutating func wake() -> Bool {
    defer { isAsleep = false }
    return isAsleep
  }
}
