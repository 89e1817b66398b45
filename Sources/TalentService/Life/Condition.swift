import EventLog
import Synchronization
import TalentDomain

/// How the service is: what long work is under way, and whether anything can be written. Noted by whoever knows, read for
/// `STATUS=`, `admin status` and the metrics.
final class Condition: Sendable {
  /// Long work beside the answering.
  enum Work: String, CaseIterable {
    case backup = "making a backup"
    case erasure = "clearing away what was erased"
    case rebuild = "rebuilding the views"
  }

  private struct State {
    var work: [Work: Int] = [:]
    var trouble: LogError?
    var stuck: String?
    var socket: String?
  }

  private let state = Mutex(State())

  /// Why nothing can be written; nil while it can.
  var trouble: LogError? { state.withLock { $0.trouble } }
  /// What does not answer the heartbeat.
  var stuck: String? { state.withLock { $0.stuck } }
  /// The socket's path, where it is gone.
  var socketGone: String? { state.withLock { $0.socket } }
  var work: [Work] { state.withLock { state in Work.allCases.filter { state.work[$0] != nil } } }

  /// - Returns: whether that is news.
  func note(trouble: LogError?) -> Bool {
    state.withLock { state in
      defer { state.trouble = trouble }
      return (state.trouble == nil) != (trouble == nil)
    }
  }

  func note(stuck: String?) -> Bool {
    state.withLock { state in
      defer { state.stuck = stuck }
      return stuck != nil && state.stuck != stuck
    }
  }

  func note(socketGone: String?) -> Bool {
    state.withLock { state in
      defer { state.socket = socketGone }
      return socketGone != nil && state.socket != socketGone
    }
  }

  /// While `body` runs, the service is known to do this. Clearing away what was erased holds up the writer for as long as the disk
  /// needs to write the file anew: so long the service manager is asked to be patient, and no longer.
  func during<Value>(_ work: Work, _ body: () async throws -> Value) async rethrows -> Value {
    begin(work)
    defer { end(work) }
    return try await body()
  }

  private func begin(_ work: Work) {
    state.withLock { $0.work[work, default: 0] += 1 }
    if work == .erasure { patience(.seconds(600)) }
  }

  private func end(_ work: Work) {
    let isOver = state.withLock { state in
      let left = (state.work[work] ?? 1) - 1
      state.work[work] = left > 0 ? left : nil
      return left <= 0
    }
    if work == .erasure, isOver, let usual = ServiceManager.watchdog { patience(usual) }
  }

  private func patience(_ duration: Duration) {
    guard ServiceManager.watchdog != nil else { return }
    ServiceManager.tell("WATCHDOG_USEC=\(duration.components.seconds * 1_000_000)", "WATCHDOG=1")
  }

  /// One line for `systemctl status`.
  func line(events: Int) -> String {
    let (trouble, stuck, socket) = state.withLock { ($0.trouble, $0.stuck, $0.socket) }
    var parts = ["serving \(events) events"]
    if let trouble { parts.append("read-only: \(Explanation.cause(trouble).en)") }
    if let stuck { parts.append("\(stuck) does not answer") }
    if let socket { parts.append("the socket \(socket) is gone") }
    return (parts + work.map(\.rawValue)).joined(separator: "; ")
  }
}
