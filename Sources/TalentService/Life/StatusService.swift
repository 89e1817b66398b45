import ServiceLifecycle

/// Keeps the service manager's `STATUS=` true, and notices what nobody else would: a heart that stands still, a socket that is
/// gone.
struct StatusService: ServiceLifecycle.Service {
  let daemon: Daemon
  let socket: SocketWatch
  private static let interval = Duration.seconds(2)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var told = ""
      while !Task.isCancelled {
        lookAtHeartbeat()
        socket.look(daemon)
        let line = daemon.condition.line(events: daemon.published.read().size)
        if line != told { ServiceManager.tell("STATUS=\(line)") }
        told = line
        try? await Task.sleep(for: StatusService.interval)
      }
    }
  }

  private func lookAtHeartbeat() {
    let isLate = daemon.heartbeat.age > HeartbeatService.patience
    // What holds the writer up for long is known then.
    let part = isLate && !daemon.condition.work.contains(.erasure) ? daemon.heartbeat.waitingFor : nil
    if daemon.condition.note(stuck: part), let part { daemon.report(.stuck(part)) }
  }
}
