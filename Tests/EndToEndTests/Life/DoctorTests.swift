import Glibc
import TalentDomain
import Testing

/// What is amiss is found, with and without the service.
struct DoctorTests {
  private func codes(_ daemon: Talentd) throws -> Set<String> {
    let lines = try daemon.client().ask(ExamineService()).lines
    return Set(lines.filter { $0.state != .fine }.map(\.code.value))
  }

  @Test func `the doctor looks at everything, and shows what is well too`() throws {
    try withTalentd { daemon in
      let lines = try daemon.client().ask(ExamineService()).lines
      let codes = Set(lines.map(\.code.value))
      for code in [
        "writing", "heartbeat", "socket", "configuration", "permissions", "sizes", "zone", "letters", "version",
      ] { #expect(codes.contains(code), "\(code)") }
      for line in lines { #expect((line.state == .fine) == (line.remedyEn == nil), "\(line.code.value)") }
      let run = try Talentctl(daemon).run("admin", "doctor")
      let allWell = lines.allSatisfy { $0.state == .fine }
      #expect(run.status == (allWell ? 0 : 78))
      #expect(run.output.contains("ok: Writing works."))
    }
  }

  @Test func `a file that others may read is found, with the command that mends it`() throws {
    try withTalentd { daemon in
      let key = "\(daemon.state)/master.key"
      chmod(key, 0o644)
      let line = try #require(try daemon.client().ask(ExamineService()).lines.first { $0.code == "file-open" })
      #expect(line.state == .failing)
      #expect(line.remedyEn?.value.contains("chmod 600 \(key)") == true)
      let run = try Talentctl(daemon).run("admin", "doctor")
      #expect(run.status == 78)
      #expect(run.output.contains("chmod 600 \(key)"))
      chmod(key, 0o600)
      #expect(try !codes(daemon).contains("file-open"))
    }
  }

  /// Offline, from the configuration alone.
  private func offline(_ daemon: Talentd, _ configuration: String) throws -> ChildProcess.Finished {
    try ChildProcess.run(
      [try Programs.talentd(), "doctor", "--config", configuration], environment: ["LC_ALL": "C.UTF-8"])
  }

  @Test func `without the service the same is found from the files, and nothing is changed`() throws {
    try withFolder { folder in
      let daemon = Talentd(in: folder)
      try daemon.start()
      try daemon.stop()
      let path = "\(folder)/talentd.yaml"
      let text = "origin: \(daemon.settings.origin)\nsimulate: true\nstate:\n  folder: \(daemon.state)\n"
      let letters = "letters:\n  folder: \(Programs.letters)\n"
      try Files.write(Array((text + letters).utf8), to: path)
      chmod("\(daemon.state)/log.sqlite3", 0o640)
      let before = try Files.names(in: daemon.state)
      let run = try offline(daemon, path)
      #expect(run.status == 78)
      #expect(run.output.contains("chmod 600 \(daemon.state)/log.sqlite3"), "\(run.output)")
      #expect(run.output.contains("The configuration can be used."))
      #expect(try Files.names(in: daemon.state) == before)
      try Files.write(Array((text + "letter: x\n").utf8), to: path)
      #expect(try offline(daemon, path).output.contains("is letters.unit meant?") == false)
      #expect(try offline(daemon, path).output.contains("there is no setting letter"))
      #expect(try offline(daemon, "/nowhere").status == 78)
    }
  }

  @Test func `who does not reach the service is told why, and where to look`() throws {
    try withFolder { folder in
      let daemon = Talentd(in: folder)
      let absent = try Talentctl(daemon).run("admin", "doctor")
      #expect(absent.status == 69)
      #expect(absent.error.contains("systemctl start talentd.socket"), "\(absent.error)")
      #expect(absent.error.contains("talentd doctor --config"))
      try daemon.start()
      daemon.kill()
      let dead = try Talentctl(daemon).run("admin", "doctor")
      #expect(dead.status == 69)
      #expect(dead.error.contains("nobody answers"), "\(dead.error)")
    }
  }

  @Test func `an account without the socket's group is told which`() throws {
    try OSUser.requireRoot()
    try withFolder { folder in
      let daemon = Talentd(in: folder)
      defer { daemon.kill() }
      try daemon.start()
      chmod(daemon.socket, 0o600)
      let run = try Talentctl(daemon, user: .games).run("admin", "doctor")
      #expect(run.status == 77)
      #expect(run.error.contains("not in the group root"), "\(run.error)")
    }
  }
}
