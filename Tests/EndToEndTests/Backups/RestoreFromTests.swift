import Glibc
import TalentDomain
import Testing

/// `talentd restore` from a folder of backups: which it takes, what it refuses, and what the log tells afterwards.
struct RestoreFromTests {
  /// A service that has been stopped, with two backups: the second is of more events.
  private func withTwo(
    _ body: (_ daemon: Talentd, _ key: String, _ older: BackupLine, _ newer: BackupLine) throws -> Void
  ) throws {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .staffed)
      let older = try daemon.makeBackup()
      try daemon.client().send(RegisterCentre(name: "Nyt center"))
      let newer = try daemon.makeBackup()
      let key = try daemon.safeKey()
      try body(daemon, key, older, newer)
    }
  }

  @Test func `the newest that is whole is taken, and what is passed over is named with why`() throws {
    try withTwo { daemon, key, older, newer in
      try daemon.stop()
      try daemon.loseState()
      let log = "\(daemon.backups)/log/\(newer.name.value)/log.sqlite3"
      var bytes = try Files.read(log)
      bytes[bytes.count / 2] ^= 1
      Files.remove(log)
      try Files.write(bytes, to: log, mode: 0o600)
      let run = try daemon.restoreNewest(masterKey: key)
      #expect(run.status == 0 && run.output.contains("\(newer.name.value): the file is not the one that was verified"))
      #expect(run.output.contains("\(older.size) events"), "\(run)")
      try daemon.start()
      let restored = try daemon.client(as: Cast.hr).trail(from: older.size)
      #expect(restored.first?.type.value == "service.restored.v1" && restored.first?.position == older.size)
      try daemon.stop()
      try daemon.start()
      let told = try daemon.client(as: Cast.hr).trail(from: 0).count { $0.type.value == "service.restored.v1" }
      #expect(told == 1, "it is told once")
    }
  }

  @Test func `keys that are older than the log, another log's backups and an empty folder are no source`() throws {
    try withTwo { daemon, key, older, newer in
      try daemon.stop()
      try daemon.loseState()
      Files.remove("\(daemon.backups)/keys/\(newer.name.value)")
      let run = try daemon.restoreNewest(masterKey: key)
      #expect(run.status == 0 && run.output.contains("there are no keys as new as it"), "\(run)")
      #expect(run.output.contains("\(older.size) events"))
      try daemon.loseState()
      Files.remove("\(daemon.backups)/keys")
      let none = try daemon.restoreNewest(masterKey: key)
      #expect(none.status == 66 && none.error.contains("no keys as new") && !Files.exists(daemon.state), "\(none)")
      let empty = try daemon.restoreNewest(from: ["\(daemon.folder)/nowhere"], masterKey: key)
      #expect(empty.status == 66 && empty.error.contains("no backup was found"), "\(empty)")
      daemon.settings.origin = "another.example/log"
      let other = try daemon.restoreNewest(masterKey: key)
      #expect(other.status == 66 && other.error.contains("of the log test.kommune.example"), "\(other)")
      let both = try daemon.restoreNewest(["--log", "x"], masterKey: key)
      #expect(both.status == 64, "\(both)")
    }
  }

  @Test func `a log that runs is never replaced, one that has ended is moved aside, whole, and named`() throws {
    try withTwo { daemon, key, _, newer in
      #expect(try daemon.restoreNewest(["--replace"], masterKey: key).status == 75)
      try daemon.stop()
      let there = try Stamps(of: daemon.state)
      let full = try daemon.restoreNewest(masterKey: key)
      #expect(full.status == 78 && full.error.contains("--replace"), "\(full)")
      #expect(try Stamps(of: daemon.state) == there)
      let run = try daemon.restoreNewest(["--replace"], masterKey: key)
      #expect(run.status == 0, "\(run)")
      let aside = try #require(try Files.names(in: daemon.folder).first { $0.hasPrefix("state.replaced-") })
      #expect(run.output.contains(aside))
      #expect(try Files.names(in: "\(daemon.folder)/\(aside)").contains("log.sqlite3"))
      try daemon.start()
      #expect(try daemon.size() == newer.size + 2, "restored, and started")
    }
  }

  @Test(arguments: ["restoreRegistered", "restoreSetAside", "restorePlaced"])
  func `kill -9 while a log is replaced loses neither the old one nor the new`(point: String) throws {
    try withTwo { daemon, key, _, _ in
      try daemon.stop()
      #expect(try daemon.restoreNewest(["--replace"], masterKey: key, crashAt: point).status == 128 + SIGKILL)
      let asides = try Files.names(in: daemon.folder).filter { $0.hasPrefix("state.replaced-") }
      #expect(asides.count == (point == "restoreRegistered" ? 0 : 1))
      for aside in asides { #expect(Files.exists("\(daemon.folder)/\(aside)/log.sqlite3")) }
      if point != "restorePlaced" {
        #expect(try daemon.restoreNewest(["--replace"], masterKey: key).status == 0)
      }
      try daemon.start()
      try daemon.stop()
      #expect(try daemon.verify().status == 0)
    }
  }

  // MARK: What others have signed

  @Test func `fewer events than others have signed are put back only when told to, and it is said what is lost`() throws
  {
    try withTwo { daemon, key, older, newer in
      let anchored = "\(daemon.state)-erased/anchored"
      let signed = try daemon.client().ask(CheckpointForAnchoring())
      let (note, size) = (signed.note.value, signed.size)
      try daemon.stop()
      try daemon.loseState()
      for part in ["log", "keys"] { Files.remove("\(daemon.backups)/\(part)/\(newer.name.value)") }
      #expect(size > older.size)
      try Files.write(Array(note.utf8), to: anchored, mode: 0o600)
      let refused = try daemon.restoreNewest(masterKey: key)
      #expect(refused.status == 78 && refused.error.contains("\(size) events"), "\(refused)")
      #expect(
        refused.error.contains("at least \(size - older.size) events") && refused.error.contains("--behind-anchor"))
      #expect(!Files.exists(daemon.state) && !Files.exists("\(daemon.state).restoring"))
      // The same from a file that somebody brings.
      let brought = "\(daemon.folder)/brought"
      try Files.copy(anchored, to: brought)
      Files.remove(anchored)
      #expect(try daemon.restoreNewest(["--anchored", brought], masterKey: key).status == 78)
      let nowhere = try daemon.restoreNewest(["--anchored", "\(daemon.folder)/nowhere"], masterKey: key)
      #expect(nowhere.status == 66, "\(nowhere)")
      try Files.copy(brought, to: anchored, mode: 0o600)
      let run = try daemon.restoreNewest(["--behind-anchor"], masterKey: key)
      #expect(
        run.status == 0 && run.output.contains("at least \(size - older.size) that were recorded are lost"), "\(run)")
      #expect(!Files.exists(anchored), "it binds no further restore")
      #expect(try Files.names(in: "\(daemon.state)-erased").contains { $0.hasPrefix("anchored.before-") })
      try daemon.start()
      let event = try daemon.client(as: Cast.hr).ask(ShowEvent(position: older.size))
      #expect(event.leaf.value.contains("\"anchored\":\(size)"), "\(event.leaf.value)")
    }
  }

  @Test func `what others have signed otherwise is refused, and what they signed as it is goes on binding`() throws {
    try withTwo { daemon, key, _, newer in
      let anchored = "\(daemon.state)-erased/anchored"
      let note = try daemon.client().ask(CheckpointForAnchoring()).note.value
      try daemon.stop()
      try daemon.loseState()
      var lines = note.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let (right, size) = (lines[2], try #require(Int(lines[1])))
      lines[1] = "\(min(size, newer.size - 1))"
      lines[2] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
      try Files.write(Array(lines.joined(separator: "\n").utf8), to: anchored, mode: 0o600)
      let other = try daemon.restoreNewest(masterKey: key)
      #expect(other.status == 5 && other.error.contains("another history"), "\(other)")
      #expect(try daemon.restoreNewest(["--behind-anchor"], masterKey: key).status == 5)
      lines[0] = "another.example/log"
      Files.remove(anchored)
      try Files.write(Array(lines.joined(separator: "\n").utf8), to: anchored, mode: 0o600)
      #expect(try daemon.restoreNewest(masterKey: key).error.contains("of the log another.example/log"))
      Files.remove(anchored)
      try Files.write(Array("\(right)\n".utf8), to: anchored, mode: 0o600)
      #expect(try daemon.restoreNewest(masterKey: key).status == 65)
      #expect(!Files.exists(daemon.state))
    }
  }

  // MARK: A folder that cannot be renamed

  @Test(arguments: [nil, "restorePrepared", "restoreRegistered", "restorePlaced"])
  func `a state folder that is a mount point is filled in its place, whole or not at all`(point: String?) throws {
    try OSUser.requireRoot()
    try withTwo { daemon, key, _, newer in
      try daemon.stop()
      try daemon.loseState()
      mkdir(daemon.state, 0o700)
      try #require(mount("tmpfs", daemon.state, "tmpfs", 0, "size=256m,mode=700") == 0)
      defer {
        daemon.kill()
        umount2(daemon.state, Int32(MNT_DETACH))
      }
      if let point {
        #expect(try daemon.restoreNewest(masterKey: key, crashAt: point).status == 128 + SIGKILL)
        #expect(Files.exists("\(daemon.state)/log.sqlite3") == (point == "restorePlaced"))
      }
      if point != "restorePlaced" {
        let run = try daemon.restoreNewest(masterKey: key)
        #expect(run.status == 0, "\(run)")
      }
      #expect(try Files.names(in: daemon.state).allSatisfy { !$0.hasPrefix("restoring") })
      try daemon.start()
      #expect(try daemon.size() == newer.size + 2)
      try daemon.stop()
      // Once more, over the log that is there now.
      let again = try daemon.restoreNewest(["--replace"], masterKey: key)
      #expect(again.status == 0 && again.output.contains("\(daemon.state)/replaced-"), "\(again)")
      try daemon.start()
      try daemon.stop()
      #expect(try daemon.verify().status == 0)
    }
  }
}
