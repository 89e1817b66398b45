import Glibc
import TalentDomain
import Testing

/// A real witness that somebody else wrote: what it signs is kept, what it refuses is not, and the policy says so.
struct WitnessTests {
  /// A service with a cohort, and a witness that knows its log and listens.
  private func witnessed(_ body: (Talentd, Witness) throws -> Void) throws {
    try withFolder { folder in
      let (ours, theirs) = ("\(folder)/ours", "\(folder)/theirs")
      for path in [ours, theirs] { #expect(mkdir(path, 0o755) == 0) }
      let witness = try Witness(in: theirs)
      let daemon = Talentd(in: ours)
      defer { daemon.kill() }
      try daemon.witnessed(by: witness.policy)
      try daemon.start()
      _ = try World.built(on: daemon, to: .prepared)
      try witness.trust(daemon.settings.origin, key: try daemon.key())
      try witness.start()
      try body(daemon, witness)
    }
  }

  /// An evidence bundle, verified with the policy and the log's key.
  private func verified(_ daemon: Talentd, _ name: String) throws -> ChildProcess.Finished {
    let bundle = "\(daemon.folder)/\(name)"
    let run = try Talentctl(daemon).run("audit", "export", "2027", bundle, as: Cast.auditor)
    guard run.status == 0 else { throw Trouble("no bundle: \(run.error)") }
    return try Talentctl(daemon).run(
      ["audit", "verify", bundle, "--policy", daemon.policyFile, "--log-key", try daemon.key()])
  }

  private func grow(_ daemon: Talentd, _ names: [String]) throws {
    for name in names { try daemon.client().send(RegisterCentre(name: Line(name))) }
  }

  @Test func `growth is cosigned, kept once, and a bundle satisfies the policy`() throws {
    try witnessed { daemon, witness in
      #expect(try daemon.anchorStatus().warning)
      let first = try daemon.size()
      var run = try daemon.anchor()
      #expect(run.status == 0, "\(run.error)")
      // What was before the criteria were published, and everything there is.
      let second = try daemon.size()
      #expect(second == first + 2)
      let status = try daemon.anchorStatus()
      #expect(status.size == first)
      #expect(!status.warning && status.lacking.isEmpty)
      // Nothing new: nothing is asked, and nothing written.
      run = try daemon.anchor()
      #expect(run.status == 0, "\(run.error)")
      #expect(try daemon.size() == second)
      try grow(daemon, ["Nyt center"])
      #expect(try daemon.anchor().status == 0)
      #expect(try daemon.anchorStatus().size == second + 1)
      // What is kept is found again after a restart.
      try daemon.stop()
      try daemon.start()
      #expect(try daemon.anchorStatus().size == second + 1)
      let verdict = try verified(daemon, "bundle")
      #expect(verdict.status == 0, "\(verdict.output)\(verdict.error)")
      #expect(verdict.output.contains("vouched for from outside"))
    }
  }

  @Test func `without the witness the policy is not met, and the record goes on`() throws {
    try witnessed { daemon, witness in
      witness.stop()
      let before = try daemon.size()
      let run = try daemon.anchor()
      #expect(run.status == 75, "\(run.error)")
      #expect(run.error.contains("witness w1 cannot be reached"))
      #expect(try daemon.size() == before)
      #expect(try daemon.anchorStatus().lacking == ["witness.example/w1"])
      try grow(daemon, ["Nyt center"])
      let verdict = try verified(daemon, "bundle")
      #expect(verdict.status == 5, "\(verdict.output)")
      // Caught up as soon as it is there again.
      try witness.start()
      #expect(try daemon.anchor().status == 0)
      #expect(try daemon.anchorStatus().lacking.isEmpty)
      #expect(try verified(daemon, "again").status == 0)
    }
  }

  @Test func `the log's key is changed while a witness follows`() throws {
    try witnessed { daemon, witness in
      let old = try daemon.key()
      #expect(try daemon.anchor().status == 0)
      try daemon.client().ask(RotateLogKey())
      try grow(daemon, ["Nyt center"])
      // Both keys sign, and the witness knows one of them.
      let run = try daemon.anchor()
      #expect(run.status == 0, "\(run.error)")
      #expect(try daemon.key() != old)
      let bundle = "\(daemon.folder)/bundle"
      #expect(try Talentctl(daemon).run("audit", "export", "2027", bundle, as: Cast.auditor).status == 0)
      for key in [old, try daemon.key()] {
        let verdict = try Talentctl(daemon).run(
          ["audit", "verify", bundle, "--policy", daemon.policyFile, "--log-key", key])
        #expect(verdict.status == 0, "\(verdict.output)")
      }
    }
  }

  @Test func `in a log by the real clock every event lies between its anchors`() throws {
    try OSUser.requireRoot()
    try withFolder { folder in
      let (ours, theirs, taken) = ("\(folder)/ours", "\(folder)/theirs", "\(folder)/taken")
      for path in [ours, theirs, taken] { #expect(mkdir(path, 0o755) == 0) }
      #expect(chown(taken, uid_t(OSUser.www.uid), gid_t(OSUser.www.gid)) == 0)
      let witness = try Witness(in: theirs)
      var settings = Talentd.Settings()
      settings.simulates = false
      let daemon = Talentd(in: ours, settings)
      defer { daemon.kill() }
      try daemon.witnessed(by: witness.policy)
      try daemon.start()
      let village = try Village(daemon)
      try village.populate()
      try witness.trust(settings.origin, key: try daemon.key())
      try witness.start()
      #expect(try daemon.anchor().status == 0)
      try grow(daemon, ["Nyt center"])
      #expect(try daemon.anchor().status == 0)
      let export = try Talentctl(daemon, user: .www).run("audit", "export", "2027", "\(taken)/bundle")
      #expect(export.status == 0, "\(export.error)")
      let verdict = try Talentctl(daemon).run(
        ["audit", "verify", "\(taken)/bundle", "--policy", daemon.policyFile, "--log-key", try daemon.key()])
      #expect(verdict.status == 0, "\(verdict.output)")
      let bracket = verdict.output.split(separator: "\n").first { $0.hasPrefix("that nothing is dated back") }
      #expect(bracket?.hasSuffix("holds") == true, "\(verdict.output)")
    }
  }

  /// Three logs that begin alike and go on otherwise than the one that the witness followed.
  @Test(arguments: ["rewritten", "rolled back", "forked"])
  func `a log that is not the one that it followed is refused, and the policy fails`(kind: String) throws {
    try witnessed { daemon, witness in
      try daemon.stop()
      let kept = "\(daemon.folder)/kept"
      try Files.copyState(daemon.state, to: kept)
      try daemon.start()
      try grow(daemon, ["A", "B", "C"])
      let honest = try daemon.size()
      #expect(try daemon.anchor().status == 0)
      let cosigned = try #require(try daemon.client().ask(ShowCheckpoint()).anchored)
      #expect(cosigned.size == honest)
      try daemon.stop()
      // The operator goes on from the older copy.
      Files.remove(daemon.state)
      try Files.copyState(kept, to: daemon.state)
      try daemon.start()
      switch kind {
      case "rewritten": try grow(daemon, ["A", "B", "D"])
      case "rolled back": try grow(daemon, ["A"])
      default: try grow(daemon, ["A", "B", "D", "E", "F", "G"])
      }
      let size = try daemon.size()
      switch kind {
      case "rewritten": #expect(size == honest)
      case "rolled back": #expect(size < honest)
      default: #expect(size > honest)
      }
      let run = try daemon.anchor()
      #expect(run.status == 5, "\(run.error)")
      #expect(run.error.contains(kind == "rolled back" ? "rolled back to an old copy" : "422"), "\(run.error)")
      #expect(try daemon.size() == size, "nothing is kept")
      // It has kept the proof of what the log's key signed.
      if kind != "rolled back" { #expect(try witness.evidence().contains(daemon.settings.origin)) }
      // What it signed of the honest log does not fit this one.
      if kind == "rewritten" {
        let line = try #require(
          try shown(by: witness, of: daemon.settings.origin).split(separator: "\n").map { String($0) }
            .last { $0.hasPrefix("— witness.example/w1 ") })
        var anchor = KeepAnchor()
        (anchor.size, anchor.cosignature) = (size, Line(line))
        let connection = try daemon.client()
        #expect(throws: ServiceError.self) { try connection.ask(anchor) }
        #expect(try daemon.size() == size)
      }
      let verdict = try verified(daemon, "bundle")
      #expect(verdict.status == 5, "\(verdict.output)")
      #expect(verdict.output.contains("too few witnesses"), "\(verdict.output)")
      // Whoever asks the witness itself learns more: that there was another log, or a longer one.
      let known = "\(daemon.folder)/known"
      try Files.write(Array(try shown(by: witness, of: daemon.settings.origin).utf8), to: known)
      let compared = try Talentctl(daemon).run(
        [
          "audit", "verify", "\(daemon.folder)/bundle", "--policy", daemon.policyFile, "--known", known, "--output",
          "json",
        ])
      #expect(compared.status == 5)
      let flaw = kind == "rolled back" ? "known-larger" : "known-differs"
      #expect(compared.output.contains(flaw), "\(compared.output)")
    }
  }

  /// The last checkpoint that the witness has cosigned, as anybody may ask it for.
  private func shown(by witness: Witness, of origin: String) throws -> String {
    let asking = """
      import hashlib, sys, urllib.request
      origin = hashlib.sha256(sys.argv[1].encode()).hexdigest()
      sys.stdout.buffer.write(urllib.request.urlopen(f"{sys.argv[2]}/{origin}/checkpoint").read())
      """
    let run = try ChildProcess.run(["python3", "-I", "-c", asking, origin, "http://127.0.0.1:\(witness.port)"])
    guard run.status == 0 else { throw Trouble("the witness shows nothing: \(run.error)") }
    return run.output
  }
}
