/// The answers that a client waits for, in the order of its calls.
struct PendingReplies {
  enum Step {
    case reply(ReplyFrame)
    /// The last answer has been taken.
    case finished
    case wait
  }

  private struct Entry {
    var arrived: [ReplyFrame] = []
    var isComplete = false
    var isAbandoned = false
    var waiter: CheckedContinuation<Void, Never>?
  }

  private var entries: [UInt64: Entry] = [:]
  private var nextNumber: UInt64 = 0
  /// The call to which the next answer belongs.
  private var receiving: UInt64 = 0
  private var untaken = 0

  /// Enough answers wait to be taken.
  var isFull: Bool { untaken >= 16 }

  mutating func add() -> UInt64 {
    defer { nextNumber += 1 }
    entries[nextNumber] = Entry()
    return nextNumber
  }

  mutating func take(_ number: UInt64) -> Step {
    guard var entry = entries[number] else { return .finished }
    guard !entry.arrived.isEmpty else { return .wait }
    let reply = entry.arrived.removeFirst()
    untaken -= 1
    entries[number] = entry.isComplete && entry.arrived.isEmpty ? nil : entry
    return .reply(reply)
  }

  mutating func wait(_ number: UInt64, _ waiter: CheckedContinuation<Void, Never>) {
    // There is one waiter a call; were there two, the former looks again and waits behind.
    entries[number]?.waiter?.resume()
    entries[number]?.waiter = waiter
  }

  /// False when no call waits for an answer.
  mutating func deliver(_ reply: ReplyFrame) -> Bool {
    guard var entry = entries[receiving] else { return false }
    let number = receiving
    if !reply.continues {
      receiving += 1
      entry.isComplete = true
    }
    if entry.isAbandoned {
      entries[number] = entry.isComplete ? nil : entry
      return true
    }
    entry.arrived.append(reply)
    untaken += 1
    let waiter = entry.waiter.take()
    entries[number] = entry
    waiter?.resume()
    return true
  }

  /// Nobody waits for this call any more: its answers are dropped as they come.
  mutating func abandon(_ number: UInt64) {
    guard var entry = entries[number] else { return }
    untaken -= entry.arrived.count
    entry.arrived = []
    entry.isAbandoned = true
    entries[number] = entry.isComplete ? nil : entry
  }

  mutating func wake(_ number: UInt64) {
    entries[number]?.waiter.take()?.resume()
  }

  mutating func wakeAll() {
    for number in entries.keys { wake(number) }
  }
}
