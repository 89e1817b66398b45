import Synchronization

/// What a run has met: a line each on standard error, and the gravest as its exit status.
final class Report: Sendable {
  private let worst = Mutex(AnchorExit.done)

  var status: AnchorExit { worst.withLock { $0 } }

  func done(_ line: String) { AnchorProgram.say(line) }

  func failed(_ line: String, _ status: AnchorExit) {
    worst.withLock { $0 = max($0, status) }
    AnchorProgram.say(line)
  }
}
