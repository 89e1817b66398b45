import Glibc
import TalentDomain
import Testing

/// What a witness has signed lies beside the register, and no restore goes behind it unasked.
struct AnchoredTests {
  @Test func `what a witness signs is kept beside the register, also where that file was lost`() throws {
    try withFolder { folder in
      let (ours, theirs) = ("\(folder)/ours", "\(folder)/theirs")
      for path in [ours, theirs] { #expect(mkdir(path, 0o755) == 0) }
      let witness = try Witness(in: theirs)
      let daemon = Talentd(in: ours)
      defer { daemon.kill() }
      try daemon.witnessed(by: witness.policy)
      try daemon.start()
      _ = try World.built(on: daemon, to: .staffed)
      try witness.trust(daemon.settings.origin, key: try daemon.key())
      try witness.start()
      let early = try daemon.makeBackup()
      let file = "\(daemon.state)-erased/anchored"
      #expect(!Files.exists(file))
      let first = try anchored(daemon, file)
      try daemon.client().send(RegisterCentre(name: "Nyt center"))
      let second = try anchored(daemon, file)
      #expect(second > first && first > early.size)
      #expect(try Files.mode(of: file) == 0o600)

      try daemon.stop()
      Files.remove(file)
      try daemon.start()
      #expect(try Files.text(file).split(separator: "\n").dropFirst().first.flatMap { Int($0) } == second)
      let key = try daemon.safeKey()
      try daemon.stop()
      let refused = try daemon.restoreNewest(["--replace"], masterKey: key)
      #expect(refused.status == 78 && refused.error.contains("\(second) events"), "\(refused)")
      #expect(refused.error.contains("at least \(second - early.size) events"), "\(refused)")
      #expect(Files.exists("\(daemon.state)/log.sqlite3"), "nothing was moved aside")
      try daemon.start()
    }
  }

  /// One run of `talent-anchor`; the size that the file then says.
  private func anchored(_ daemon: Talentd, _ file: String) throws -> Int {
    let run = try daemon.anchor()
    #expect(run.status == 0, "\(run.error)")
    let lines = try Files.text(file).split(separator: "\n")
    #expect(lines[0] == Substring(daemon.settings.origin))
    #expect(lines.contains { $0.hasPrefix("— witness.example/w1 ") }, "the witness's own signature is there")
    let size = try #require(Int(lines[1]))
    #expect(try daemon.anchorStatus().size == size)
    return size
  }
}
