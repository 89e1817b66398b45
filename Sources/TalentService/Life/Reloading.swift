import EventLog
import ServiceLifecycle
import TalentDomain
import UnixSignals
import Varlink

// SIGHUP: the settings are read anew and checked to the end; then all of them come into force, or none.
extension Daemon {
  func reload(_ arguments: [String], _ server: VarlinkServer) async {
    ServiceManager.reloading()
    do {
      let new = try await Settings.read(arguments)
      let fixed = settings.fixed(against: new)
      guard fixed.isEmpty else { throw SettingsError.needsRestart(fixed) }
      guard new.unknown.isEmpty else { throw SettingsError.unknown(new.unknown) }
      let candidate = InForce(new, beforeTurningPoints)
      _ = try await writer.submit(.reconfigure(candidate))
      server.limit(to: new.limits)
      standing.settle()
      report(.reconfigured)
      reportLetters()
      reportPolicy()
    } catch {
      let why = Explanation.reload(error)
      standing.refuse(why)
      report(.configurationRefused(why.en))
    }
    ServiceManager.ready(condition.line(events: published.read().size))
  }
}

struct ReloadService: ServiceLifecycle.Service {
  let daemon: Daemon
  let server: VarlinkServer
  let arguments: [String]
  let signals: UnixSignalsSequence

  func run() async throws {
    await cancelWhenGracefulShutdown {
      for await _ in signals { await daemon.reload(arguments, server) }
    }
  }
}

extension VarlinkServer {
  /// Never more connections than there are descriptors for, beside the service's own.
  func limit(to limits: LimitSettings) {
    let most = max(1, Descriptors.limit - Descriptors.reserve)
    limitConnections(inAll: min(limits.connections, most), perUser: min(limits.connectionsPerAccount, most))
  }
}
