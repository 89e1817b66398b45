import Glibc
import StrictJSON
import TalentDomain
import Testing

/// SIGHUP: other settings come into force as a whole or not at all, and nobody is cut off.
struct ReloadTests {
  private func reconfigurations(_ daemon: Talentd) throws -> Int {
    daemon.errors.split(separator: "\n").count { $0.contains("the configuration was read anew") }
  }

  @Test func `a right configuration comes into force on the connections that there are, and is on record`() throws {
    try ConfiguredDaemon.with { configured throws in
      let client = try configured.daemon.client()
      let size = try #require(try client.ask(ShowStatus()).size)
      try configured.write("limits:\n  slow-milliseconds: 60000\n")
      try configured.reload()
      try until("it is on record", seconds: 30) { try client.ask(ShowStatus()).size == size + 1 ? true : nil }
      try until("it is told", seconds: 30) { try reconfigurations(configured.daemon) == 1 ? true : nil }
      #expect(try configured.findings() == [])
      try configured.daemon.stop()
      let verified = try configured.daemon.verify()
      #expect(verified.status == 0, "\(verified.error)")
    }
  }

  /// What is written, and what is said of it.
  @Test(arguments: [
    ("scrub:\n  hours: 0\n", "line 3: the setting scrub.hours must be a number above 0"),
    ("scrub:\n  hour: 1\n", "line 3: there is no setting scrub.hour: is scrub.hours meant?"),
    ("erased-keys:\n  file: /elsewhere/register\n", "erased-keys.file holds only from a restart on"),
    ("not yaml: at: all\n", "not YAML"), ("anchor:\n  policy: /nowhere\n", "/nowhere"),
  ])
  func `a wrong configuration is refused, told, and shown until it is mended`(text: String, words: String) throws {
    try ConfiguredDaemon.with("limits:\n  slow-milliseconds: 60000\n") { configured throws in
      let client = try configured.daemon.client()
      let size = try client.ask(ShowStatus()).size
      try configured.write(text)
      try configured.reload()
      try configured.untilFindings("it is refused") { $0.contains("configuration-refused") }
      let finding = try #require(
        try client.ask(ShowStatus()).health.first { $0.code == "configuration-refused" })
      #expect(finding.problemEn.value.contains(words), "\(finding.problemEn.value)")
      #expect(configured.daemon.errors.contains("the one before stays in force"))
      #expect(try client.ask(ShowStatus()).size == size, "nothing is recorded")
      try configured.write("")
      try configured.reload()
      try configured.untilFindings("it is mended") { !$0.contains("configuration-refused") }
    }
  }

  @Test func `a configuration that was changed and not read is shown`() throws {
    try ConfiguredDaemon.with { configured throws in
      #expect(try configured.findings() == [])
      try configured.write("scrub:\n  hours: 12\n")
      #expect(try configured.findings() == ["configuration-changed"])
      Files.remove(configured.path)
      #expect(try configured.findings() == ["configuration-unreadable"])
    }
  }

  @Test func `an unknown setting does not keep the service from starting, and is told and shown`() throws {
    try ConfiguredDaemon.with("scrub:\n  hour: 1\n") { configured throws in
      #expect(try configured.findings() == ["configuration-unknown"])
      #expect(configured.daemon.errors.contains("there is no setting scrub.hour: is scrub.hours meant?"))
    }
  }

  /// Whoever is an administrator by the file alone ceases to be one with it.
  @Test func `administrators change with the configuration`() throws {
    try OSUser.requireRoot()
    try withFolder { folder in
      let configured = try ConfiguredDaemon(in: folder, "administrators: [root, \(OSUser.sys.name)]\n")
      // Without the flag that names us alone.
      configured.daemon.settings.namesAdministrators = false
      defer { configured.daemon.kill() }
      try configured.daemon.start()
      let sys = Talentctl(configured.daemon, user: .sys)
      #expect(try sys.run("admin", "status").status == 0)
      try configured.write("administrators: [root]\n")
      try configured.reload()
      try until("the other is refused", seconds: 30) { try sys.run("admin", "status").status == 77 ? true : nil }
      #expect(try Talentctl(configured.daemon).run("admin", "status").status == 0)
    }
  }

  @Test(arguments: ["scrub:\n  hours: 0\n", "a: b: c\n", "zone: Europe/Nowhere\n"])
  func `with a broken configuration the service does not start, and says why`(text: String) throws {
    try withFolder { folder in
      let configured = try ConfiguredDaemon(in: folder)
      try Files.write(Array(text.utf8), to: configured.path)
      let end = try configured.daemon.startInVain()
      #expect(end.status == 78)
      #expect(end.error.contains(text.contains("Nowhere") ? "zone" : configured.path), "\(end.error)")
    }
  }

  @Test func `talentd check says what is wrong, and ends with 78`() throws {
    try withFolder { folder in
      let path = "\(folder)/talentd.yaml"
      let right = "origin: a.example/b\nstate:\n  folder: \(folder)/state\nletters:\n  folder: \(Programs.letters)\n"
      try Files.write(Array(right.utf8), to: path)
      let fine = try ChildProcess.run([try Programs.talentd(), "check", "--config", path])
      #expect(fine.status == 0, "\(fine.error)")
      #expect(!Files.exists("\(folder)/state"), "it makes nothing")
      try Files.write(Array((right + "zoen: UTC\n").utf8), to: path)
      let slip = try ChildProcess.run([try Programs.talentd(), "check", "--config", path])
      #expect(slip.status == 78)
      #expect(slip.error.contains("\(path), line 6: there is no setting zoen: is zone meant?"), "\(slip.error)")
      #expect(try ChildProcess.run([try Programs.talentd(), "check", "--config", "/nowhere"]).status == 78)
    }
  }
}
