import StrictJSON
import TalentDomain
import TalentInterface
import Testing

/// An erasure leaves nothing of whom it was about, and everything else as it was.
struct ErasureTests {
  @Test func `nothing of whoever was erased is found anywhere, and every proof, place and seat is what it was`() throws
  {
    try withTalentd { daemon in
      let erased = ErasedCanary(world: try CanarySelection.played(on: daemon).world)
      try erased.prepare()
      let position = try registration(erased.world)
      let before = try Standing(erased.world)
      let root = try rootOf(daemon)
      let secrets = try Secrets(of: daemon, at: position)
      // The scanner sees what is there: the keys and what was sealed, in the files; the name, in the memory.
      #expect(Set(try secrets.scanner.findings(below: daemon.state).map(\.needle.canary)) == ["wrapped", "sealed"])
      #expect(try !ProcessMemory.findings(ErasedCanary.scanner, of: daemon).isEmpty)
      try daemon.stop()
      try Files.copyFolder(daemon.state, to: "\(daemon.folder)/backup")
      try daemon.start()
      let erasing = ErasedCanary(world: try World(dates: .cohort2027) { Client(try daemon.connection(), as: $0) })
      try erasing.request()
      try erasing.decide()
      try erasing.begin()

      #expect(try secrets.scanner.findings(below: daemon.state).map(\.description) == [])
      #expect(try ErasedCanary.scanner.findings(below: daemon.folder).map(\.description) == [])
      try daemon.stop()
      #expect(try secrets.scanner.findings(below: daemon.state).map(\.description) == [])
      let verified = try daemon.verify()
      #expect(verified.status == 0, "\(verified.error)")
      #expect(verified.output.contains("erased"))
      try daemon.start()

      let world = try World(dates: .cohort2027) { Client(try daemon.connection(), as: $0) }
      #expect(try Standing(world) == before)
      #expect(try consistent(root, daemon))
      #expect(try ProcessMemory.findings(ErasedCanary.scanner, of: daemon).map(\.description) == [])
      #expect(try ProcessMemory.findings(secrets.scanner, of: daemon).map(\.description) == [])
      try checkExport(daemon)
      try checkBackup(daemon)
    }
  }

  /// With a copy of the log from before, and the keys of now.
  private func checkBackup(_ daemon: Talentd) throws {
    try daemon.stop()
    let old = "\(daemon.folder)/backup"
    for name in try Files.names(in: old) where name.hasPrefix("keys") || name.hasPrefix("views") {
      Files.remove("\(old)/\(name)")
    }
    #expect(try !Scanner(["centre": Cast.schools]).findings(below: old).isEmpty)
    #expect(try ErasedCanary.scanner.findings(below: old).map(\.description) == [])
    for name in try Files.names(in: daemon.state) where name.hasPrefix("keys") {
      try Files.copy("\(daemon.state)/\(name)", to: "\(old)/\(name)")
    }
    let opened = try attack("vault.py", [old, "opened"])
    #expect(opened.contains("Medarbejder 110"))
    #expect(ErasedCanary.scanner.findings(in: opened, of: "what opens").map(\.description) == [])
  }

  /// What is taken away after it holds, by other people's code too, and says «slettet».
  private func checkExport(_ daemon: Talentd) throws {
    let bundle = try ExportedBundle.exported(
      from: daemon, to: "efter", options: ["--whole-log"], at: at("2031-06-03 09:00:00"))
    #expect(try bundle.verified() == [])
    #expect(try ErasedCanary.scanner.findings(below: bundle.folder).map(\.description) == [])
    let page = try Files.text("\(bundle.folder)/index.html")
    #expect(page.contains("slettet person"))
    let other = try PythonScript.run("bundle.py", [bundle.folder, "--log-key", try bundle.logKey])
    #expect(other.status == 0, "\(other.output)\(other.error)")
    let replay = try ChildProcess.run(
      [try Programs.talentctl(), "audit", "replay", "--bundle", bundle.folder, "--output", "json"],
      environment: ["LC_ALL": "C.UTF-8"], seconds: 120)
    #expect(replay.status == 0, "\(replay.output)\(replay.error)")
    let summary = try JSON(parsing: Array(replay.output.utf8))["summary"]
    #expect(summary?["against"]?.integer == 0 && (summary?["noLongerCheckable"]?.integer ?? 0) > 0, "\(replay.output)")
  }

  @Test func `wherever the name stood is said that a person was erased, in both languages`() throws {
    try withTalentd { daemon in
      let erased = ErasedCanary(world: try CanarySelection.played(on: daemon).world)
      try erased.erase()
      let time = at("2031-06-03 09:00:00")
      for (language, words) in [("da", "slettet person"), ("en", "erased person")] {
        var talentctl = Talentctl(daemon)
        talentctl.language = language
        for (arguments, actor) in [
          (["nomination", "list", "--cohort", "2027"], Cast.hr), (["ranking", "show", "--cohort", "2027"], Cast.hr),
          (["assessment", "list", "--cohort", "2027"], Cast.hr),
          (["selection", "show", "--cohort", "2027"], Cast.auditor),
          (["audit", "trail", "--cohort", "2027"], Cast.auditor), (["audit", "replay", "2027", "--all"], Cast.auditor),
        ] {
          let run = try talentctl.run(arguments, as: actor, at: time)
          #expect(run.status == 0 && run.output.contains(words), "\(arguments): \(run.output)\(run.error)")
          #expect(ErasedCanary.scanner.findings(in: run.output, of: "\(arguments)").map(\.description) == [])
        }
      }
      // Nobody is found by the number any more, nor by the id that lists still show.
      let hr = try erased.world.by(Cast.hr, at: time)
      var show = ShowPerson()
      show.person = Canary.ref
      #expect(throws: ServiceError.self) { try hr.ask(show) }
      let administrator = try erased.world.by(nil, at: time)
      #expect(throws: ServiceError.self) { try administrator.send(ErasedCanary.carryOut) }
      // Registered again, it is somebody new.
      try administrator.send(Canary.person)
      #expect(try hr.ask(show).line.person.number == Line(Canary.number))
    }
  }

  @Test func `an erasure sent again is answered as before, and changes nothing`() throws {
    try withTalentd { daemon in
      let erased = ErasedCanary(world: try CanarySelection.played(on: daemon).world)
      try erased.prepare()
      try erased.request()
      try erased.decide()
      let id = CommandID.new()
      try erased.begin(id: id)
      let hr = try erased.world.by(Cast.hr, at: ErasedCanary.due)
      let size = try hr.logSize()
      try erased.begin(id: id)
      #expect(try hr.logSize() == size)
    }
  }

  // MARK: What must stay

  /// The positions of events about somebody, the first of them.
  private func registration(_ world: World) throws -> Int {
    var query = ListAuditTrail()
    (query.person, query.limit) = (Canary.ref, 1)
    let trail = try world.by(Cast.auditor, at: at("2027-07-02 09:00:00")).ask(query)
    return try trail.entries.first.unwrapped().position
  }

  private func rootOf(_ daemon: Talentd) throws -> CheckpointShown {
    try daemon.client(as: Cast.auditor, at: at("2027-07-02 09:00:00")).ask(ShowCheckpoint())
  }

  /// A checkpoint from before is one of the tree of now.
  private func consistent(_ earlier: CheckpointShown, _ daemon: Talentd) throws -> Bool {
    try Files.write(Array(earlier.note.value.utf8), to: "\(daemon.folder)/before")
    try daemon.stop()
    let run = try ChildProcess.run(
      [
        try Programs.talentd(), "verify", daemon.state, "--log-key", earlier.key.value, "--known",
        "\(daemon.folder)/before",
      ], seconds: 60)
    try daemon.start()
    return run.status == 0
  }
}

/// Places and seats, by everything that a replay recomputes, without names.
private struct Standing: Equatable {
  let ranking: JSON
  let seats: JSON

  init(_ world: World) throws {
    let auditor = try world.by(Cast.auditor, at: at("2027-07-02 09:00:00"))
    var ranking = ShowRanking()
    ranking.cohort = "2027"
    var seats = ListSeats()
    seats.cohort = "2027"
    self.ranking = try Self.nameless(try auditor.ask(ranking).canonical)
    self.seats = try Self.nameless(try auditor.ask(seats).canonical)
  }

  private static func nameless(_ bytes: [UInt8]) throws -> JSON { strip(try JSON(parsing: bytes)) }

  private static func strip(_ json: JSON) -> JSON {
    switch json {
    case .array(let elements): return .array(elements.map(strip))
    case .object(let members):
      let isPerson = members.contains { $0.name == "id" }
      return .object(
        members.compactMap { member in
          if isPerson, ["erased", "name", "number"].contains(member.name) { return nil }
          return JSON.Member(name: member.name, value: strip(member.value))
        })
    default: return json
    }
  }
}
