/// The calls of one connection: which wait, which run, and whose turn it is to reply. It decides, the connection performs.
struct CallQueue<Call> {
  private(set) var waiting: [(ticket: CallTicket, call: Call)] = []
  /// Calls accepted and not yet ended.
  private(set) var outstanding = 0
  private var running = 0
  /// A `more` call is being handled: nothing else of this connection may be.
  private(set) var isStreaming = false
  private var nextNumber: UInt64 = 0
  /// The number of the call that may reply now.
  private(set) var turn: UInt64 = 0

  mutating func accept(more: Bool, oneway: Bool, _ call: Call) {
    waiting.append((CallTicket(number: nextNumber, more: more, oneway: oneway), call))
    nextNumber += 1
    outstanding += 1
  }

  /// Whether a call may begin now.
  var mayBegin: Bool {
    guard let first = waiting.first else { return false }
    return !isStreaming && (!first.ticket.more || running == 0)
  }

  /// The call to begin now, if one may.
  mutating func begin() -> (ticket: CallTicket, call: Call)? {
    guard mayBegin else { return nil }
    let first = waiting.removeFirst()
    running += 1
    isStreaming = first.ticket.more
    return first
  }

  /// The handling of a call has ended.
  mutating func end(_ ticket: CallTicket) {
    running -= 1
    outstanding -= 1
    if ticket.more { isStreaming = false }
  }

  func isTurn(of ticket: CallTicket) -> Bool { ticket.number == turn }

  /// Whether the last reply to the call has been sent.
  func hasReplied(_ ticket: CallTicket) -> Bool { ticket.number < turn }

  mutating func passTurn() { turn += 1 }

  /// Forgets the calls that have not begun.
  mutating func dropWaiting(where shouldDrop: (CallTicket) -> Bool) {
    let before = waiting.count
    waiting.removeAll { shouldDrop($0.ticket) }
    outstanding -= before - waiting.count
  }
}
