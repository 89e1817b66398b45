import Glibc
import TalentDomain
import Testing

/// Under a service manager.
struct ActivationTests {
  @Test func `a socket that a service manager holds is served, and readiness is told when the log is open`() throws {
    try withFolder { folder in
      let path = "\(folder)/handed-over"
      let manager = try Manager(at: "\(folder)/notify")
      let daemon = Talentd(in: folder)
      let process = try ChildProcess(
        ["systemd-socket-activate", "--listen=\(path)", "--setenv=NOTIFY_SOCKET=\(manager.path)"]
          + [try Programs.talentd()] + daemon.arguments)
      // It is started by the first who calls, and answers that one too.
      let connection = try until("the socket is there", seconds: 30) { try? Connection(path) }
      #expect(try Client(connection).ask(WhoAmI()).capacities == ["administrator"])
      #expect(!Files.exists(daemon.socket), "its own socket is not made")
      #expect(try manager.next().contains("READY=1"))
      process.send(SIGTERM)
      #expect(try manager.next().contains("STOPPING=1"))
      #expect(try process.wait() == 0)
      #expect(Files.exists(path), "the manager's socket stays")
    }
  }
}
