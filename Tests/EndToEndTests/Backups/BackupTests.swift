import EventLog
import Glibc
import StrictJSON
import TalentDomain
import TalentInterface
import Testing

/// The service makes backups of itself, and says what it thinks of them.
struct BackupTests {
  @Test func `while people work, backups are made, and the last one restores to a log that serves`() throws {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .staffed)
      let key = try daemon.safeKey()
      let load = ImportLoad(daemon.socket, round: 1)
      var made: [(before: Int, backup: BackupLine)] = []
      try Threads.run(ImportLoad.clients, { load.run($0) }) {
        // Whatever happens here, the clients end only with the service.
        defer { daemon.kill() }
        for _ in 0..<3 {
          let answers = load.answers
          try until("the load goes on", seconds: 60) { load.answers > answers + 4 ? true : nil }
          made.append((try daemon.size(), try daemon.makeBackup()))
        }
      }
      #expect(made.allSatisfy { $0.backup.verified && $0.backup.size >= $0.before && $0.backup.problems.isEmpty })
      #expect(try daemon.backupNames() == made.map(\.backup.name.value).reversed())
      #expect(try daemon.backupNames("keys") == daemon.backupNames())
      for path in try Files.all(below: daemon.backups) { #expect(try Files.mode(of: path) == 0o600, "\(path)") }

      try daemon.loseState()
      let run = try daemon.restoreNewest(masterKey: key)
      let newest = try #require(made.last?.backup)
      #expect(run.status == 0, "\(run)")
      #expect(run.output.contains(newest.name.value) && run.output.contains("\(newest.size) events"), "\(run.output)")
      try daemon.start()
      let survivors = try Survivors(daemon)
      try survivors.checkOrder()
      try survivors.checkViews()
      try daemon.stop()
      #expect(try daemon.verify().status == 0)
    }
  }

  @Test func `each backup is on record, listed and told of in both languages, and no path is in the log`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .staffed)
      var ctl = Talentctl(daemon)
      let size = try daemon.size()
      let made = try ctl.run("admin", "backup", "make")
      #expect(made.status == 0 && made.output.contains("holds"), "\(made)")
      let event = try #require(try world.by(Cast.hr).trail(from: size).first { $0.type.value == "backup.made.v1" })
      #expect(event.position == size)
      let leaf = try world.by(Cast.hr).ask(ShowEvent(position: event.position)).leaf.value
      #expect(leaf.contains("\"size\":\(size),\"verified\":true") && !leaf.contains(daemon.folder), "\(leaf)")
      let list = try ctl.run("admin", "backup", "list")
      #expect(list.output.contains("\(size)") && list.output.contains("\(daemon.backups)/keys"), "\(list)")
      ctl.language = "da"
      #expect(try ctl.run("admin", "backup", "list").output.contains("holder"))
      #expect(try ctl.run("admin", "backup", "make").output.contains("Sikkerhedskopi"))
      let json = try JSON(parsing: Array(try ctl.run("admin", "backup", "list", "--output", "json").output.utf8))
      #expect(json["backups"]?.array?.count == 2)
      #expect(json["backups"]?[0]?["verified"]?.bool == true && json["backups"]?[0]?["keys"]?.bool == true)
    }
  }

  @Test func `the account of the service itself may ask for a backup, and for nothing else`() throws {
    try OSUser.requireRoot()
    try withFolder { folder in
      chown(folder, uid_t(OSUser.bin.uid), gid_t(OSUser.bin.gid))
      let daemon = Talentd(in: folder)
      daemon.settings.simulates = false
      daemon.user = .bin
      mkdir(daemon.state, 0o700)
      chown(daemon.state, uid_t(OSUser.bin.uid), gid_t(OSUser.bin.gid))
      defer { daemon.kill() }
      try daemon.start()
      let relay = try Relay(daemon.socket, .bin)
      let permitted = try Methods.all.filter { method in
        do {
          _ = try relay.call(method.fullName, canonical: ShapeFiller(person: "110").parameters(of: method))
          return true
        } catch let error as ServiceError {
          return error.kind != .notPermitted
        }
      }
      #expect(permitted.map(\.name) == ["MakeBackup"])
      let run = try Talentctl(daemon, user: .bin).run("admin", "backup", "make")
      #expect(run.status == 0, "\(run)")
      #expect(try Talentctl(daemon, user: .bin).run("admin", "backup", "list").status == 77)
      #expect(try daemon.backupNames().count == 2)
    }
  }

  @Test(arguments: CrashPoint.ofBackup.map(\.rawValue))
  func `kill -9 at each step of a backup leaves whole backups only, and the next start and backup are good`(
    point: String
  ) throws {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .staffed)
      let key = try daemon.safeKey()
      try daemon.makeBackup()
      try daemon.stop()
      daemon.settings.environment["TALENTD_CRASH_AT"] = point
      try daemon.start()
      #expect(throws: (any Error).self) { try daemon.makeBackup() }
      #expect(try daemon.waitForEnd() == 128 + SIGKILL)
      daemon.settings.environment["TALENTD_CRASH_AT"] = nil
      try daemon.start()
      let kept = try daemon.client().ask(ListBackups()).backups.filter(\.log)
      #expect(kept.allSatisfy { $0.verified && $0.keys })
      #expect(kept.count == (["backupPlaced", "backupPruned"].contains(point) ? 2 : 1))
      let last = try daemon.makeBackup()
      #expect(last.verified)
      #expect(try daemon.backupNames().allSatisfy { !$0.contains(".") })
      try daemon.stop()
      #expect(try daemon.verify().status == 0)
      try daemon.loseState()
      #expect(try daemon.restoreNewest(masterKey: key).output.contains(last.name.value))
    }
  }

  @Test func `a disk without room for the next is told of beforehand, and then the cause may go away`() throws {
    try OSUser.requireRoot()
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .staffed)
      let place = "\(daemon.backups)/log"
      for folder in [daemon.backups, place] { mkdir(folder, 0o700) }
      try #require(mount("tmpfs", place, "tmpfs", 0, "size=8m,mode=700") == 0)
      defer { umount(place) }
      let run = try Talentctl(daemon).run("admin", "backup", "make")
      #expect(run.status == 78 && run.error.contains(place) && run.error.contains("MB are free"), "\(run)")
      #expect(try Files.names(in: place).isEmpty && daemon.backupNames("keys").isEmpty)
      let finding = try #require(try daemon.finding("backup-failed"))
      #expect(finding.remedyEn.value.contains("backup.log-folder") && !finding.grave)
      #expect(try Talentctl(daemon).run("admin", "status").output.contains("The last backup failed"))
      // Writing goes on meanwhile.
      try daemon.client().send(RegisterCentre(name: "Nyt center"))
      try #require(mount("tmpfs", place, "tmpfs", UInt(MS_REMOUNT), "size=256m,mode=700") == 0)
      #expect(try daemon.makeBackup().verified)
      #expect(try daemon.finding("backup-failed") == nil)
    }
  }

  @Test func `a disk that fills while a backup is written leaves nothing of it and all of the earlier`() throws {
    try OSUser.requireRoot()
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .staffed)
      try daemon.stop()
      let places = BackupPlaces(logs: "\(daemon.folder)/b/log", keys: "\(daemon.folder)/b/keys")
      for folder in ["\(daemon.folder)/b", places.keys] { mkdir(folder, 0o700) }
      try #require(mount("tmpfs", places.keys, "tmpfs", 0, "size=40m,mode=700") == 0)
      defer { umount(places.keys) }
      var settings = LogSettings(folder: daemon.state, origin: daemon.settings.origin, simulated: true)
      settings.backups = places
      let (keys, ballast) = (places.keys, "\(places.keys)/ballast")
      settings.crashPoint = { point in
        // Everything but a page or two.
        guard point == .backupLogCopied, Files.exists(ballast) else { return }
        var status = statvfs()
        statvfs(keys, &status)
        truncate(ballast, 0)
        let descriptor = open(ballast, O_WRONLY)
        posix_fallocate(descriptor, 0, off_t(status.f_bavail) * off_t(status.f_frsize) - 8192)
        close(descriptor)
      }
      let log = try EventLog(opening: settings, create: false)
      let good = try log.backUp(daemon: "1.0.0", erasure: nil) { _, _ in nil }
      try Files.write([], to: ballast)
      #expect(throws: LogError.storage(code: 13)) {
        try log.backUp(daemon: "1.0.0", erasure: nil) { _, _ in nil }
      }
      #expect(try Files.names(in: places.logs) == [good.name.text])
      #expect(try Files.names(in: places.keys).sorted() == [good.name.text, "ballast"])
      Files.remove(ballast)
      #expect(try log.backUp(daemon: "1.0.0", erasure: nil) { _, _ in nil }.verification.isGood)
      try log.close()
    }
  }

  @Test func `whoever is erased is gone from the backups that lie here, and the list says so`() throws {
    try withTalentd { daemon in
      let erased = ErasedCanary(world: try CanarySelection.played(on: daemon).world)
      try erased.prepare()
      let secrets = try Secrets(of: daemon, at: try registration(erased.world))
      try daemon.makeBackup()
      #expect(try secrets.scanner.findings(below: "\(daemon.backups)/keys").map(\.needle.canary).contains("wrapped"))
      try erased.request()
      try erased.decide()
      try erased.begin()
      #expect(try secrets.scanner.findings(below: "\(daemon.backups)/keys").isEmpty)
      let list = try daemon.client().ask(ListBackups())
      #expect(list.backups.count == 1 && list.backups[0].cleared != nil && list.backups[0].verified)
      #expect(try Talentctl(daemon).run("admin", "backup", "list").output.contains("without erased ones"))
      let key = try daemon.safeKey()
      try daemon.stop()
      try daemon.loseState()
      let run = try daemon.restoreNewest(masterKey: key)
      #expect(run.status == 0 && run.output.contains("0 were in these keys"), "\(run)")
      try daemon.start()
      #expect(try secrets.scanner.findings(below: daemon.state).map(\.needle.canary).allSatisfy { $0 != "wrapped" })
    }
  }

  private func registration(_ world: World) throws -> Int {
    var query = ListAuditTrail()
    (query.person, query.limit) = (Canary.ref, 1)
    return try #require(world.by(Cast.auditor, at: at("2027-07-02 09:00:00")).ask(query).entries.first).position
  }

  @Test func `keys for longer than promised, one folder for both, and other nonsense are refused at the start`() throws
  {
    for (arguments, words) in [
      (["--backup-keep-keys-days", "31"], "from 1 to 30"), (["--backup-keep-daily", "0"], "backup.keep-daily"),
      (["--backup-warn-hours", "0"], "backup.warn-hours"),
      (["--backup-log-folder", "/tmp/x", "--backup-keys-folder", "/tmp/x"], "another folder"),
    ] {
      var settings = Talentd.Settings()
      settings.arguments = arguments
      try withTalentd(settings, starting: false) { daemon in
        let end = try daemon.startInVain()
        #expect(end.status == 78 && end.error.contains(words), "\(end)")
      }
    }
  }
}
