import Synchronization

/// What readers see: the memory as of the last commit. Publishing comes before anybody is answered, so that whoever got a
/// reply finds its effect.
final class Published: Sendable {
  private struct State {
    var memory: Memory
    /// Those who wait for the log to grow, by number.
    var waiting: [UInt64: (beyond: Int, resume: CheckedContinuation<Bool, Never>)] = [:]
    var next: UInt64 = 0
  }

  private let state: Mutex<State>

  init(_ memory: Memory) {
    state = Mutex(State(memory: memory))
  }

  func read() -> Memory { state.withLock { $0.memory } }

  func publish(_ new: Memory) {
    let ready = state.withLock { state in
      state.memory = new
      guard !state.waiting.isEmpty else { return [CheckedContinuation<Bool, Never>]() }
      let ready = state.waiting.filter { $0.value.beyond < new.size }
      for number in ready.keys { state.waiting[number] = nil }
      return ready.values.map(\.resume)
    }
    for waiter in ready { waiter.resume(returning: true) }
  }

  /// Waits until the log holds more than so many events; false when the waiting was cancelled.
  func grows(beyond size: Int) async -> Bool {
    let number = state.withLock { state in
      state.next += 1
      return state.next
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let now: Bool? = state.withLock { state in
          if Task.isCancelled { return false }
          if state.memory.size > size { return true }
          state.waiting[number] = (size, continuation)
          return nil
        }
        if let now { continuation.resume(returning: now) }
      }
    } onCancel: {
      let waiter = state.withLock { $0.waiting.removeValue(forKey: number) }
      waiter?.resume.resume(returning: false)
    }
  }
}
