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

  @Test func `a log of an older format is backed up as it is, upgraded and served; without a backup it is left alone`()
    throws
  {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .nominated)
      let before = try daemon.client().ask(ShowCheckpoint()).size
      try daemon.stop()
      let key = try daemon.safeKey()
      let older = try PlainPython.run("formats.py", [daemon.state, "older"])
      #expect(older.status == 0, "\(older.error)")
      daemon.settings.arguments = ["--backup-log-folder", "\(key)/log"]
      let refused = try daemon.startInVain()
      #expect(refused.status == 78 && refused.error.contains("backup.log-folder"), "\(refused.error)")
      daemon.settings.arguments = []
      try daemon.start()
      #expect(try daemon.backupNames().count == 1 && daemon.backupNames("keys") == daemon.backupNames())
      #expect(try daemon.client().ask(ShowCheckpoint()).size > before)
      #expect(daemon.errors.contains("backed up as it was"), "\(daemon.errors)")
      try daemon.stop()
      #expect(try daemon.verify().status == 0)
      // The backup is one as any other.
      try daemon.loseState()
      let restored = try daemon.restoreNewest(masterKey: key)
      #expect(restored.status == 0, "\(restored)")
      try daemon.start()
      try daemon.stop()
    }
  }

  @Test func `a log of a newer format is refused with the program that wrote it`() throws {
    try withTalentd { daemon in
      try daemon.stop()
      _ = try PlainPython.run("formats.py", [daemon.state, "newer", "talentd 7.0.0"])
      let run = try daemon.startInVain()
      #expect(run.status == 78 && run.error.contains("format 9, given to it by talentd 7.0.0,"), "\(run.error)")
    }
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
