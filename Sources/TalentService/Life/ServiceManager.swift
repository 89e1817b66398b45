import CPlatform
import Glibc
import Synchronization

/// What the service manager is told (sd_notify(3)). Where nobody asked to be told, nothing happens.
enum ServiceManager {
  private static let isStopping = Atomic(false)

  static func tell(_ lines: String...) { _ = talent_notify(lines.joined(separator: "\n")) }

  static func ready(_ status: String) { tell("READY=1", "STATUS=\(status)") }

  /// That it reads its configuration anew; `ready` ends it.
  static func reloading() {
    tell("RELOADING=1", "MONOTONIC_USEC=\(talent_monotonic_ns() / 1000)", "STATUS=reading the configuration anew")
  }

  /// Once, however it comes to an end.
  static func stopping() {
    guard !isStopping.exchange(true, ordering: .relaxed) else { return }
    tell("STOPPING=1", "STATUS=stopping: answering what was accepted", extend(seconds: 30))
  }

  /// That it may take so much longer from now on.
  static func extend(seconds: Int) -> String { "EXTEND_TIMEOUT_USEC=\(seconds * 1_000_000)" }

  /// How often the service manager wants to hear that all is well; nil where it does not ask this process.
  static let watchdog: Duration? = {
    guard let text = getenv("WATCHDOG_USEC"), let microseconds = Int(String(cString: text)), microseconds > 0 else {
      return nil
    }
    if let pid = getenv("WATCHDOG_PID"), pid_t(String(cString: pid)) != getpid() { return nil }
    return .microseconds(microseconds)
  }()
}

/// Tells, while something long is under way at the start, how far it has come, and that the start may take longer: a few times a
/// second at most.
final class StartProgress: Sendable {
  private let told = Atomic<Int64>(0)

  func callAsFunction(_ what: String, _ done: Int, of total: Int) {
    let now = talent_monotonic_ms()
    guard total > 0, now - told.load(ordering: .relaxed) >= 250 || done == total else { return }
    told.store(now, ordering: .relaxed)
    ServiceManager.tell(
      "STATUS=\(what): \(done * 100 / total) %, \(done) of \(total) events", ServiceManager.extend(seconds: 30))
  }
}
