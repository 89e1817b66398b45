import CPlatform
import EventLog
import ServiceLifecycle
import Synchronization
import Varlink

/// Goes round by everything that a call needs, again and again: the event loops, and the writer's thread. The service manager
/// hears from this service only after such a round, and starts it anew where it hears nothing.
final class Heartbeat: Sendable {
  private enum Part: Int {
    case none, loops, writer

    var words: String? {
      switch self {
      case .none: nil
      case .loops: "an event loop"
      case .writer: "the writer"
      }
    }
  }

  private let last = Atomic<Int64>(talent_monotonic_ms())
  private let asked = Atomic<Int>(Part.none.rawValue)

  /// Milliseconds since the last whole round.
  var age: Int64 { talent_monotonic_ms() - last.load(ordering: .relaxed) }

  /// What has been asked and has not answered yet.
  var waitingFor: String? { Part(rawValue: asked.load(ordering: .relaxed))?.words }

  func round(_ server: VarlinkServer, _ daemon: Daemon) async throws {
    asked.store(Part.loops.rawValue, ordering: .relaxed)
    try await server.probe()
    asked.store(Part.writer.rawValue, ordering: .relaxed)
    try await daemon.writer.probe()
    asked.store(Part.none.rawValue, ordering: .relaxed)
    last.store(talent_monotonic_ms(), ordering: .relaxed)
  }
}

struct HeartbeatService: ServiceLifecycle.Service {
  let daemon: Daemon
  let server: VarlinkServer

  /// Three times as often as is asked for, and every ten seconds at least.
  private static let interval = min(ServiceManager.watchdog.map { $0 / 3 } ?? .seconds(10), .seconds(10))

  /// How old the last round may be before something counts as stuck.
  static var patience: Int64 { (interval * 2).milliseconds }

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        // A writer that has stopped answers no more, and neither do we.
        guard (try? await daemon.heartbeat.round(server, daemon)) != nil else { return }
        if ServiceManager.watchdog != nil { ServiceManager.tell("WATCHDOG=1") }
        try? await Task.sleep(for: HeartbeatService.interval)
      }
    }
  }
}

extension Duration {
  var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}
