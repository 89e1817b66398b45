import Glibc
import Synchronization
import TalentDomain
import Testing

/// What the service manager hears, and what the service does by itself when its surroundings change.
struct LifeTests {
  /// Messages to the manager up to one that holds all of these words.
  private func hear(_ manager: Manager, _ words: String...) throws -> String {
    try until("the manager hears \(words)", seconds: 60) {
      let message = try manager.any()
      return words.allSatisfy { message.contains($0) } ? message : nil
    }
  }

  private func started(_ folder: String, watchdog: Int? = nil) throws -> (Talentd, Manager) {
    let manager = try Manager(at: "\(folder)/notify")
    var settings = Talentd.Settings()
    settings.environment = ["NOTIFY_SOCKET": manager.path]
    if let watchdog { settings.environment["WATCHDOG_USEC"] = "\(watchdog)" }
    let daemon = Talentd(in: folder, settings)
    try daemon.start()
    return (daemon, manager)
  }

  @Test func `the manager hears how the start goes, that it is done, and what the service does`() throws {
    try withFolder { folder in
      let (daemon, manager) = try started(folder)
      defer { daemon.kill() }
      #expect(try hear(manager, "EXTEND_TIMEOUT_USEC=").contains("STATUS="))
      #expect(try hear(manager, "READY=1").contains("STATUS=serving 1 events"))
      _ = try World.built(on: daemon, to: .staffed)
      _ = try hear(manager, "STATUS=serving", "events")
      kill(try #require(daemon.pid), SIGHUP)
      #expect(try hear(manager, "RELOADING=1").contains("MONOTONIC_USEC="))
      _ = try hear(manager, "READY=1")
      try daemon.stop()
      #expect(try hear(manager, "STOPPING=1").contains("EXTEND_TIMEOUT_USEC="))
    }
  }

  @Test func `the heart beats while the service answers itself, and not while it stands still`() throws {
    try withFolder { folder in
      let (daemon, manager) = try started(folder, watchdog: 600_000)
      defer { daemon.kill() }
      for _ in 0..<3 { _ = try hear(manager, "WATCHDOG=1") }
      let pid = try #require(daemon.pid)
      kill(pid, SIGSTOP)
      try manager.forget()
      let quiet = ContinuousClock.now + .milliseconds(900)
      while ContinuousClock.now < quiet { #expect(try manager.message()?.contains("WATCHDOG=1") != true) }
      kill(pid, SIGCONT)
      _ = try hear(manager, "WATCHDOG=1")
    }
  }

  @Test func `a heart that is another process's does not beat here`() throws {
    try withFolder { folder in
      let manager = try Manager(at: "\(folder)/notify")
      var settings = Talentd.Settings()
      settings.environment = ["NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "300000", "WATCHDOG_PID": "1"]
      let daemon = Talentd(in: folder, settings)
      defer { daemon.kill() }
      try daemon.start()
      _ = try hear(manager, "READY=1")
      let quiet = ContinuousClock.now + .milliseconds(700)
      while ContinuousClock.now < quiet { #expect(try manager.message()?.contains("WATCHDOG=1") != true) }
    }
  }

  @Test func `a socket that was removed with its folder is made anew, and connections live on`() throws {
    try withFolder { folder in
      let daemon = Talentd(in: folder)
      daemon.settings.socket = "\(folder)/run/socket"
      #expect(mkdir("\(folder)/run", 0o755) == 0)
      defer { daemon.kill() }
      try daemon.start()
      let client = try daemon.client()
      Files.remove("\(folder)/run")
      try until("the socket is there again", seconds: 30) {
        (try? daemon.client().ask(ShowStatus())) == nil ? nil : true
      }
      #expect(try Files.mode(of: daemon.socket) == 0o666)
      #expect(try client.ask(ShowStatus()).health.map(\.code) == [])
      #expect(daemon.errors.contains("has been made anew"))
      try daemon.stop()
    }
  }

  @Test func `a socket that the manager made is missed, and said how to get back`() throws {
    try withFolder { folder in
      #expect(mkdir("\(folder)/run", 0o755) == 0)
      let path = "\(folder)/run/handed-over"
      let daemon = Talentd(in: folder)
      let process = try ChildProcess(
        ["systemd-socket-activate", "--listen=\(path)"] + [try Programs.talentd()] + daemon.arguments)
      let connection = try until("the socket is there", seconds: 30) { try? Connection(path) }
      let client = Client(connection)
      #expect(try client.ask(ShowStatus()).health.map(\.code) == [])
      Files.remove("\(folder)/run")
      let finding = try until("it is missed", seconds: 30) {
        try client.ask(ShowStatus()).health.first { $0.code == "socket-gone" }
      }
      #expect(finding.grave)
      #expect(finding.remedyEn.value.contains("systemctl restart talentd.socket"))
      process.send(SIGTERM)
      #expect(try process.wait() == 0)
    }
  }

  /// Whoever is told that something was recorded finds it after the stop; whoever is told nothing may ask again by the same id.
  @Test func `a stop under load answers what was accepted`() throws {
    try withTalentd { daemon in
      let path = daemon.socket
      let answered = Tally()
      try Threads.run(4) { number in
        guard let client = try? Client(Connection(path)) else { return }
        for index in 0..<5000 {
          let name = "Center \(number)-\(index)"
          guard (try? client.send(RegisterCentre(name: Line(name)))) != nil else { return }
          answered.add(name)
        }
      } during: {
        try until("there is load", seconds: 60) { answered.all.count > 50 ? true : nil }
        try daemon.stop(seconds: 30)
      }
      #expect(answered.all.count < 20_000, "the stop came while there was load")
      try daemon.start()
      let known = Set(try daemon.client().ask(ListCentres()).centres.compactMap { $0.centre.name?.value })
      #expect(Set(answered.all).subtracting(known) == [])
    }
  }

  private final class Tally: Sendable {
    private let names = Mutex<[String]>([])

    var all: [String] { names.withLock { $0 } }
    func add(_ name: String) { names.withLock { $0.append(name) } }
  }
}
