import EventLog
import TalentDomain
import Testing

/// A log that another version of the program has written to.
@Suite("Upgrading, as a process") struct UpgradeProcessTests {
  /// Appends one event of a type that no version knows.
  private final class Stranger: Decider {
    func decide(_ request: Int, at desk: Desk) throws(LogError) -> Int {
      try desk.append(
        Draft(
          stream: "organisation", type: "dk.dream.dreamt.v1", effective: desk.now, facts: Array("{}".utf8),
          actor: Alias(bits: 5).text, received: desk.now, localDate: "2027-03-01")
      ).position
    }
    func committed(upTo size: Int) {}
    func rolledBack() {}
  }

  @Test func `an event of a type that this version does not know refuses the log, and names who wrote to it`()
    async throws
  {
    let daemon = Talentd(in: try LastingFolder.make())
    defer { daemon.kill() }
    try daemon.start()
    try daemon.stop()
    try await append(in: daemon)
    let run = try until("the log is free again", seconds: 20) { () -> (status: Int32, error: String)? in
      let run = try daemon.startInVain()
      return run.status == 75 ? nil : run
    }
    #expect(run.status == 78)
    #expect(run.error.contains("dk.dream.dreamt.v1") && run.error.contains("talentd 1.0.0 at last"), "\(run.error)")
    let verified = try daemon.verify()
    #expect(verified.status == 0, "\(verified.error)")
  }

  private func append(in daemon: Talentd) async throws {
    let log = try EventLog(
      opening: LogSettings(folder: daemon.state, origin: daemon.settings.origin, simulated: true), create: false)
    let writer = try LogWriter(log: log) { Stranger() }
    _ = try await writer.submit(0)
    await writer.stop()
  }
}
