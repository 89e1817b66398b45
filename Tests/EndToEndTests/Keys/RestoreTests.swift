import EventLog
import Glibc
import TalentDomain
import Testing

struct RestoreTests {
  /// A log with people, a backup, then more people and the erasure of one, and a second backup.
  private func withBackups(
    _ body: (_ daemon: Talentd, _ before: Backup, _ after: Backup, _ erased: UInt64) throws -> Void
  ) throws {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .staffed)
      try daemon.stop()
      let before = try Backup(of: daemon, named: "before")
      let erased = try #require(try daemon.sealed().keys.sorted().first { $0 != 0 })
      try daemon.destroyKeys(of: erased, RetentionClass.allCases.map(\.rawValue))
      let after = try Backup(of: daemon, named: "after")
      try body(daemon, before, after, erased)
    }
  }

  /// Which of log and keys is the older.
  @Test(arguments: ["log", "keys", "both"])
  func `what was erased since a backup stays so when it is put back, and nothing without the register`(
    older: String
  ) throws {
    try withBackups { daemon, before, after, erased in
      let (log, keys) = (older == "keys" ? after : before, older == "log" ? after : before)
      try daemon.loseState()
      let register = try Files.read("\(daemon.state)-erased/register")
      Files.remove("\(daemon.state)-erased/register")
      let refused = try log.restore(daemon, keys: keys)
      #expect(refused.status == 78 && refused.error.contains("no register of erased keys"), "\(refused)")
      #expect(!Files.exists(daemon.state) && !Files.exists("\(daemon.state).restoring"))
      // An old copy of the register is no better, where the log knows more: here it is the newest.
      try Files.write(register, to: "\(daemon.state)-erased/register", mode: 0o600)
      let run = try log.restore(daemon, keys: keys)
      #expect(run.status == 0, "\(run)")
      #expect(run.output.contains(older == "log" ? "0 were in these keys" : " were in these keys, and are gone"))

      let sealed = try daemon.sealed()
      #expect(sealed[erased]?.open ?? 0 == 0)
      #expect(sealed.filter { $0.key != erased && $0.value.closed > 0 && $0.key != 0 }.isEmpty, "nothing else is lost")
      try daemon.start()
      try daemon.stop()
    }
  }

  @Test func `a given register joins the one in its place, and one of another log is refused`() throws {
    try withBackups { daemon, before, after, erased in
      try daemon.loseState()
      let place = "\(daemon.state)-erased/register"
      // In its place lies one from before the erasure; the copy that somebody brings is from after.
      try Files.copy("\(before.folder)/register", to: place, mode: 0o600)
      let other = "\(daemon.folder)/other"
      try Files.write(Array("erased-keys/1 another.example/log\n".utf8), to: other)
      let refused = try before.restore(daemon, ["--erased-keys", other])
      #expect(refused.status == 78 && refused.error.contains("another.example/log"), "\(refused)")
      let missing = try before.restore(daemon, ["--erased-keys", "\(daemon.folder)/nowhere"])
      #expect(missing.status == 66, "\(missing)")
      let run = try before.restore(daemon, ["--erased-keys", "\(after.folder)/register"])
      #expect(run.status == 0, "\(run)")
      #expect(try daemon.sealed()[erased]?.open ?? 0 == 0)
      #expect(try Files.read(place).count == Files.read("\(after.folder)/register").count)
    }
  }

  @Test func `a log that is there, a running service and a wrong key are refused, and nothing changes`() throws {
    try withBackups { daemon, before, _, _ in
      try daemon.start()
      #expect(try before.restore(daemon).status == 75)
      try daemon.stop()
      let there = try Stamps(of: daemon.state)
      let full = try before.restore(daemon)
      #expect(full.status == 78 && full.error.contains("not empty"), "\(full)")
      #expect(try Stamps(of: daemon.state) == there)

      let rotated = try withOtherKey(daemon)
      try daemon.loseState()
      let wrong = try before.restore(daemon, masterKey: rotated)
      #expect(wrong.status == 78 && wrong.error.contains("not this log's"), "\(wrong)")
      let none = try before.restore(daemon, masterKey: "\(daemon.folder)/nowhere")
      #expect(none.status == 65 && !Files.exists(daemon.state))
      let usage = try before.restore(daemon, ["--mastre-key", "x"])
      #expect(usage.status == 64 && usage.error.contains("--mastre-key"))
      #expect(!Files.exists(daemon.state))
      #expect(try before.restore(daemon).status == 0)
    }
  }

  private func withOtherKey(_ daemon: Talentd) throws -> String {
    let path = "\(daemon.folder)/other.key"
    try Files.write(Array("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n".utf8), to: path)
    return path
  }

  @Test func `the master key may be typed from the page, and a mistyped line is named before anything is made`() throws
  {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .staffed)
      let page = try Talentctl(daemon).run(["admin", "key", "escrow"]).output
      try daemon.stop()
      let backup = try Backup(of: daemon, named: "backup")
      let people = try daemon.sealed().count
      try daemon.loseState()
      let line = try #require(page.split(separator: "\n").first { $0.contains("4:  ") })
      let misread = line.dropLast() + (line.last == "7" ? "8" : "7")
      let wrong = try backup.restore(daemon, typed: page.replacing(line, with: misread))
      #expect(wrong.status == 65 && wrong.error.contains("line 4 of the master key is misread"), "\(wrong)")
      #expect(!Files.exists(daemon.state) && !Files.exists("\(daemon.state).restoring"))
      let run = try backup.restore(daemon, typed: page)
      #expect(run.status == 0, "\(run)")
      #expect(try Files.read("\(daemon.state)/master.key") == Files.read("\(backup.folder)/master.key"))
      #expect(try daemon.sealed().count == people)
      try daemon.start()
    }
  }

  @Test(.enabled(if: geteuid() == 0)) func `what root restores belongs to whom the folder belonged`() throws {
    try withBackups { daemon, before, _, _ in
      try daemon.loseState()
      mkdir(daemon.state, 0o700)
      for path in [daemon.state, "\(daemon.state)-erased", "\(daemon.state)-erased/register"] {
        chown(path, uid_t(OSUser.bin.uid), gid_t(OSUser.bin.gid))
      }
      #expect(try before.restore(daemon).status == 0)
      for path in ["master.key", "log.sqlite3", "keys.sqlite3"].map({ "\(daemon.state)/\($0)" })
        + [daemon.state, "\(daemon.state)-erased", "\(daemon.state)-erased/register"]
      {
        var status = stat()
        #expect(
          stat(path, &status) == 0 && status.st_uid == uid_t(OSUser.bin.uid) && status.st_mode & 0o077 == 0, "\(path)")
      }
      // Root is not that user, and is told so.
      let end = try daemon.startInVain()
      #expect(end.status == 78 && end.error.contains("chown 0 \(daemon.state)"), "\(end)")
    }
  }

  @Test(arguments: ["restoreCopied", "restorePrepared", "restoreRegistered", "restorePlaced"])
  func `kill -9 at each step of a restore leaves the whole log or none, and it can be begun again`(point: String) throws
  {
    try withBackups { daemon, before, _, erased in
      try daemon.loseState()
      #expect(try before.restore(daemon, crashAt: point).status == 128 + SIGKILL)
      if point == "restorePlaced" {
        #expect(try before.restore(daemon).error.contains("not empty"))
      } else {
        #expect(!Files.exists(daemon.state))
        // Nor is a new log begun by a service that starts in between.
        #expect(try daemon.startInVain().status == 78)
        let run = try before.restore(daemon)
        #expect(run.status == 0, "\(run)")
      }
      let sealed = try daemon.sealed()
      #expect(sealed[erased]?.open ?? 0 == 0 && sealed.count > 20)
      #expect(try daemon.verify().status == 0)
      try daemon.start()
      try daemon.stop()
      #expect(try daemon.verify().status == 0)
    }
  }

  @Test func `with a key that is a credential none is written, and a change that waits goes on waiting`() throws {
    try withFolder { credentials in
      let credential = "\(credentials)/master-key"
      let key = Array("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n".utf8)
      try Files.write(key, to: credential, mode: 0o400)
      var settings = Talentd.Settings()
      settings.environment["CREDENTIALS_DIRECTORY"] = credentials
      try withTalentd(settings) { daemon in
        _ = try World.built(on: daemon, to: .staffed)
        try daemon.client().ask(RotateMasterKey())
        try daemon.stop()
        try Files.write(key, to: "\(daemon.state)/master.key", mode: 0o600)
        let backup = try Backup(of: daemon, named: "backup")
        try daemon.loseState()
        let run = try backup.restore(daemon, ["--credential"])
        #expect(run.status == 0 && run.output.contains("still leads to it"), "\(run)")
        #expect(!Files.exists("\(daemon.state)/master.key"))
        #expect(!Files.exists("\(daemon.state).restoring") && !Files.exists("\(daemon.state).restoring-erased"))
        try daemon.start()
        #expect(try daemon.client().ask(ShowStatus()).masterKey?.awaited == true)
      }
    }
  }

  @Test func `keys that are older than the log lack what came since, and that is given up only when told to`() throws {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .staffed)
      try daemon.stop()
      let older = try Backup(of: daemon, named: "older")
      try daemon.start()
      try daemon.client().importAll([
        RegisterPerson("new", centre: Cast.works, "Materielgården", "gartner", under: Cast.otherLeader)
      ])
      try daemon.stop()
      let newer = try Backup(of: daemon, named: "newer")
      try daemon.loseState()
      let refused = try newer.restore(daemon, keys: older)
      #expect(refused.status == 78 && refused.error.contains("older than the log"), "\(refused)")
      #expect(!Files.exists(daemon.state))
      let run = try newer.restore(daemon, keys: older, ["--missing-keys-lost"])
      #expect(run.status == 0 && run.output.contains("opens no more"), "\(run)")
    }
  }

  @Test func `a register that is lost is made anew only when told to, and what that means is said`() throws {
    try withBackups { daemon, before, _, erased in
      let place = "\(daemon.state)-erased/register"
      let there = try ChildProcess.run(renewal(daemon))
      #expect(there.status == 78 && there.error.contains("is not lost"), "\(there)")
      let whole = try Files.read(place)
      Files.remove(place)
      try Files.write(Array("erased-keys/1 another.example/log\n".utf8), to: place, mode: 0o600)
      #expect(try ChildProcess.run(renewal(daemon)).status == 78)
      #expect(try Files.text(place).contains("another"), "another log's is left alone")
      Files.remove(place)
      try Files.write(Array("?\n".utf8) + whole, to: place, mode: 0o600)
      #expect(try ChildProcess.run(renewal(daemon)).status == 0)
      #expect(try Files.text("\(place).harmed").hasPrefix("?\n"))
      Files.remove(place)
      #expect(try daemon.startInVain().status == 78)
      let run = try ChildProcess.run(renewal(daemon))
      #expect(run.status == 0 && run.output.contains("beware"), "\(run)")
      #expect(try Files.text(place).split(separator: "\n").count > 1, "the keys that are gone are erased ones")
      try daemon.start()
      try daemon.stop()

      Files.remove(place)
      try daemon.loseState()
      let anew = try before.restore(daemon, ["--erased-keys-lost"])
      #expect(anew.status == 0 && anew.output.contains("beware"), "\(anew)")
      #expect(try daemon.sealed()[erased]?.open ?? 0 > 0, "it has come back, as was said")
    }
  }

  private func renewal(_ daemon: Talentd) throws -> [String] {
    [
      try Programs.talentd(), "restore", "--origin", daemon.settings.origin, "--state-folder", daemon.state,
      "--simulate", "--erased-keys-lost",
    ]
  }
}
