import Glibc
import StrictJSON
import TalentDomain
import Testing
import Transparency

struct MasterKeyTests {
  // MARK: At the start

  @Test(arguments: ["stopped", "killed"])
  func `a master key that is wrong, missing, old or malformed is refused, and nothing in the folder changes`(
    end: String
  ) throws {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .staffed)
      let path = "\(daemon.state)/master.key"
      let old = try Files.read(path)
      try daemon.client().ask(RotateMasterKey())
      if end == "killed" { daemon.kill() } else { try daemon.stop() }
      let right = try Files.read(path)
      let wrong = Array("\(Base64.encode((0..<32).map { _ in UInt8.random(in: 0 ... .max) }))\n".utf8)
      for (bytes, words) in [
        (wrong, "not this log's"), (old, "from before it was changed"), (Array(right.dropLast()), "not 32 bytes"),
        (nil, "the master key is missing"),
      ] {
        if let bytes { try Files.write(bytes, to: path, mode: 0o600) } else { Files.remove(path) }
        try expectRefusal(daemon, words)
      }
      try Files.write(right, to: path, mode: 0o600)
      chmod(path, 0o600)
      try daemon.start()
      try daemon.stop()
      #expect(try daemon.verify().status == 0)
    }
  }

  @Test func `what others may read is refused, and how to mend it is said`() throws {
    try withTalentd { daemon in
      try daemon.stop()
      let register = "\(daemon.state)-erased/register"
      for name in ["master.key", "log.sqlite3", "keys.sqlite3"] {
        chmod("\(daemon.state)/\(name)", 0o644)
        try expectRefusal(daemon, "chmod 600 \(daemon.state)/\(name)")
        chmod("\(daemon.state)/\(name)", 0o600)
      }
      chmod(register, 0o660)
      try expectRefusal(daemon, "chmod 600 \(register)")
      chmod(register, 0o600)
      chmod(daemon.state, 0o755)
      try expectRefusal(daemon, "chmod 700 \(daemon.state)")
      chmod(daemon.state, 0o700)
      if geteuid() == 0 {
        for path in ["\(daemon.state)/keys.sqlite3", register] {
          chown(path, 2, 2)
          try expectRefusal(daemon, "chown 0 \(path)")
          chown(path, 0, 0)
        }
      }
      try daemon.start()
    }
  }

  @Test func `the key may come from the service manager, and then nothing of it is in the folder`() throws {
    try withFolder { credentials in
      let credential = "\(credentials)/master-key"
      let key = Array("\(Base64.encode((0..<32).map { _ in UInt8.random(in: 0 ... .max) }))\n".utf8)
      try Files.write(key, to: credential, mode: 0o400)
      var settings = Talentd.Settings()
      settings.environment["CREDENTIALS_DIRECTORY"] = credentials
      try withTalentd(settings) { daemon in
        _ = try World.built(on: daemon, to: .staffed)
        #expect(!Files.exists("\(daemon.state)/master.key"))
        let rotated = try Talentctl(daemon).run(["admin", "key", "rotate"])
        #expect(rotated.status == 0 && rotated.output.contains("systemd still has the old one"), "\(rotated.error)")
        let again = try Talentctl(daemon).run(["admin", "key", "rotate"])
        #expect(again.status == 1 && again.error.contains("waits for systemd"), "\(again.error)")
        let status = try Talentctl(daemon).run("admin", "status")
        #expect(status.output.contains("no. 2, from systemd") && status.output.contains("start the service again"))

        // The old credential still leads to the new key; the page from the safe makes the new credential.
        try daemon.stop()
        try daemon.start()
        let page = try Talentctl(daemon).run(["admin", "key", "escrow"])
        let read = try masterKey(daemon, page.output)
        #expect(read.status == 0, "\(read.error)")
        try daemon.stop()
        Files.remove(credential)
        try Files.write(Array(read.output.utf8), to: credential, mode: 0o400)
        try daemon.start()
        #expect(try daemon.client().ask(ShowStatus()).masterKey?.awaited == false)
        try daemon.stop()
        Files.remove(credential)
        try Files.write(key, to: credential, mode: 0o400)
        try expectRefusal(daemon, "from before it was changed")
        // Two that differ: which one is meant?
        try Files.write(Array(read.output.utf8), to: "\(daemon.state)/master.key", mode: 0o600)
        try expectRefusal(daemon, "two different keys")
      }
    }
  }

  private func expectRefusal(_ daemon: Talentd, _ words: String) throws {
    let before = try Stamps(of: daemon.state)
    let end = try daemon.startInVain()
    #expect(end.status == 78 && end.error.contains(words), "\(end)")
    #expect(try Stamps(of: daemon.state) == before, "\(words)")
  }

  // MARK: Changing it

  @Test func `only an administrator changes or prints it, either is on record, and the key is not`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .staffed)
      let ctl = Talentctl(daemon)
      let old = try Files.read("\(daemon.state)/master.key")
      for verb in ["rotate", "escrow"] {
        for number in [Cast.hr, Cast.dpo, Cast.auditor] {
          let refused = try ctl.run(["admin", "key", verb], as: number)
          #expect(refused.status == 77 && refused.output.isEmpty)
        }
      }
      #expect(try Files.read("\(daemon.state)/master.key") == old)
      #expect(try ctl.run(["admin", "key", "rotate"]).status == 0)
      let new = try Files.read("\(daemon.state)/master.key")
      #expect(new != old)
      let page = try ctl.run(["admin", "key", "escrow"])
      #expect(page.status == 0)
      let types = try world.by(Cast.hr).trail(from: 0).map(\.type.value)
      #expect(types.filter { $0.hasPrefix("master-key.") } == ["master-key.rotated.v1", "master-key.escrowed.v1"])
      #expect(try world.by(nil).ask(ShowStatus()).masterKey?.number == 2)
      #expect(try world.by(Cast.hr).ask(ShowStatus()).masterKey == nil)
      try daemon.stop()
      #expect(try daemon.verify().status == 0)
      for name in try Files.names(in: daemon.state) where name != "master.key" {
        let bytes = try Files.read("\(daemon.state)/\(name)")
        for key in [old, new] {
          let raw = try #require(Base64.decode(String(decoding: key.dropLast(), as: UTF8.self)))
          #expect(!bytes.contains(raw) && !bytes.contains(key.dropLast()), "\(name)")
        }
      }
      #expect(!daemon.errors.contains(page.output.split(separator: "\n").first { $0.contains("1:  ") } ?? "1:  "))
    }
  }

  @Test func `while people are imported and looked up, the key changes again and again, and nobody notices`() throws {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .staffed)
      let load = ImportLoad(daemon.socket, round: 1)
      var rotations = 0
      try Threads.run(ImportLoad.clients, { load.run($0) }) {
        // Whatever happens here, the clients end only with the service.
        defer { daemon.kill() }
        try until("the load runs", seconds: 60) { load.answers > 20 ? true : nil }
        for _ in 0..<8 {
          let before = load.answers
          try daemon.client().ask(RotateMasterKey())
          rotations += 1
          _ = try daemon.client(as: Cast.hr).ask(ListPeople())
          try until("the load goes on", seconds: 60) { load.answers > before + 4 ? true : nil }
        }
      }
      try daemon.start()
      var survivors = try Survivors(daemon)
      try survivors.checkOrder()
      try survivors.checkAcknowledged(load.commands)
      try survivors.checkUnanswered(load.commands)
      #expect(try daemon.client().ask(ShowStatus()).masterKey?.number == rotations + 1)
      try daemon.stop()
      #expect(try daemon.verify().status == 0)
    }
  }

  @Test(arguments: ["rotationWrapped", "rotationKeyWritten", "rotationKeyReplaced", "rotationHandedOver", "appended"])
  func `kill -9 at each step of a change leaves it done, told once, and nothing lost`(point: String) throws {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .staffed)
      let names = try daemon.client(as: Cast.hr).ask(ListPeople()).canonical
      let old = try Files.read("\(daemon.state)/master.key")
      try daemon.stop()
      // `recordStart` appends too: the point is armed for the change alone.
      daemon.settings.environment["TALENTD_CRASH_AT"] = point == "appended" ? "rotationHandedOver" : point
      try daemon.start()
      #expect(throws: (any Error).self) { try daemon.client().ask(RotateMasterKey()) }
      #expect(try daemon.waitForEnd() == 128 + SIGKILL)
      if point == "appended" {
        // Killed once more, while the next start is about to record it.
        daemon.settings.environment["TALENTD_CRASH_AT"] = "committed"
        _ = try daemon.startInVain()
      }
      daemon.settings.environment["TALENTD_CRASH_AT"] = nil
      try daemon.start()
      #expect(try daemon.client(as: Cast.hr).ask(ListPeople()).canonical == names)
      #expect(try daemon.client().ask(ShowStatus()).masterKey?.number == 2)
      let changes = try daemon.client(as: Cast.hr).trail(from: 0).filter { $0.type.value == "master-key.rotated.v1" }
      #expect(changes.count == 1)
      try daemon.stop()
      #expect(try Files.read("\(daemon.state)/master.key") != old)
      #expect(try daemon.verify().status == 0)
      Files.remove("\(daemon.state)/master.key")
      try Files.write(old, to: "\(daemon.state)/master.key", mode: 0o600)
      try expectRefusal(daemon, "from before it was changed")
    }
  }

  // MARK: On paper

  @Test(arguments: ["da", "en"])
  func `the page from the safe is typed back, and what is mistyped is named by its line`(language: String) throws {
    try withTalentd { daemon in
      var ctl = Talentctl(daemon)
      ctl.language = language
      let page = try ctl.run(["admin", "key", "escrow"])
      #expect(page.status == 0, "\(page.error)")
      // Whoever opens the safe is not asked which language they read.
      for words in [
        "Hovednøgle til pengeskabet", "Master key for the safe", "pengeskab", "safe", daemon.settings.origin,
      ] {
        #expect(page.output.contains(words))
      }
      let key = try Files.text("\(daemon.state)/master.key")
      #expect(try masterKey(daemon, page.output).output == key)
      let json = try JSON(parsing: Array(try ctl.run(["admin", "key", "escrow", "--output", "json"]).output.utf8))
      let lines = try #require(json["lines"]?.array).compactMap(\.string)
      #expect(lines.count == 5 && json["origin"]?.string == daemon.settings.origin)
      #expect(try masterKey(daemon, lines.joined(separator: "\n").lowercased()).output == key)

      var wrong = lines
      wrong[2] = (wrong[2].first == "7" ? "8" : "7") + wrong[2].dropFirst()
      wrong[0] = wrong[0].replacing("-", with: "", maxReplacements: 1)
      let misread = try masterKey(daemon, wrong.joined(separator: "\n"))
      #expect(
        misread.status == 65 && misread.output.isEmpty && misread.error.contains("line 3 of the master key is misread"),
        "\(misread)")
      let short = try masterKey(daemon, lines.dropLast().joined(separator: "\n"))
      #expect(short.status == 65 && short.error.contains("5"), "\(short)")
      let other = try ChildProcess.run(
        [try Programs.talentd(), "master-key", "-", "--origin", "another.example/log", "--state-folder", daemon.state],
        input: .bytes(Array(lines.joined(separator: "\n").utf8)))
      #expect(other.status == 65 && other.error.contains("another log"))
    }
  }

  private func masterKey(_ daemon: Talentd, _ typed: String) throws -> ChildProcess.Finished {
    try ChildProcess.run(
      [try Programs.talentd(), "master-key", "-", "--origin", daemon.settings.origin, "--state-folder", daemon.state],
      input: .bytes(Array(typed.utf8)))
  }
}
