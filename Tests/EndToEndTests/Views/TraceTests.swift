import StrictJSON
import TalentDomain
import TalentInterface
import Testing

/// The traces that reading leaves.
struct TraceTests {
  private static let asked = at("2027-02-10 09:00:00")

  private static func show(_ number: String) -> ShowNomination {
    var query = ShowNomination()
    (query.cohort, query.nominee) = ("2027", PersonRef(given: number))
    return query
  }

  private static var list: ListNominations {
    var query = ListNominations()
    query.cohort = "2027"
    return query
  }

  /// Who looked at somebody, as the officer is told: reader's number, day, count, and the method's last word.
  private static func looks(at number: String, _ world: World) throws -> [String] {
    var query = ListLooks()
    query.person = PersonRef(given: number)
    return try world.by(Cast.dpo, at: asked).ask(query).looks.map { look in
      let method = look.method.map { " \($0.value.split(separator: ".").last ?? "")" } ?? ""
      return "\(look.reader.number?.value ?? "?") \(look.day.text) \(look.count)\(method)"
    }
  }

  @Test func `an everyday look is counted by day and person: the first at once, the others when the service stops`()
    throws
  {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .received, nominees: 3)
      let chief = try world.by(Cast.chief, at: Self.asked)
      let size = try world.by(Cast.auditor).logSize()
      for _ in 1...4 { try chief.ask(Self.show("110")) }
      #expect(try Self.looks(at: "110", world).filter { $0.hasPrefix(Cast.chief) } == ["100 2027-02-10 1"])
      let recorded = try world.by(Cast.auditor, at: Self.asked).trail(from: size).map(\.summary)
      #expect(recorded.filter { $0 == "record accesses.counted.v1" }.count == 1)
      try daemon.stop()
      try daemon.start()
      let again = try World(dates: world.dates, nominees: 3) { Client(try daemon.connection(), as: $0) }
      #expect(try Self.looks(at: "110", again).filter { $0.hasPrefix(Cast.chief) } == ["100 2027-02-10 4"])
      #expect(try Self.looks(at: "111", again).filter { $0.hasPrefix(Cast.chief) }.isEmpty)
    }
  }

  @Test func `a list is one event, however many stand in it, and a second look at it is none`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .received, nominees: 21)
      let board = try world.by(Cast.board[0], at: Self.asked)
      let size = try world.by(Cast.dpo).logSize()
      for _ in 1...3 { #expect(try board.ask(Self.list).nominations.count == 21) }
      #expect(try world.by(Cast.dpo).logSize() == size + 1)
      // The day after is another day, and what was counted yesterday comes with it.
      #expect(try world.by(Cast.board[0], at: at("2027-02-11 09:00:00")).ask(Self.list).nominations.count == 21)
      #expect(try world.by(Cast.dpo).logSize() == size + 3)
      #expect(
        try Self.looks(at: "115", world).filter { $0.hasPrefix(Cast.board[0]) }
          == ["20 2027-02-11 1", "20 2027-02-10 3"])
    }
  }

  @Test func `a crash loses at most the repeated looks of the day`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .received, nominees: 3)
      let chief = try world.by(Cast.chief, at: Self.asked)
      for _ in 1...4 { try chief.ask(Self.show("110")) }
      try chief.ask(Self.show("111"))
      daemon.kill()
      try daemon.start()
      let again = try World(dates: world.dates, nominees: 3) { Client(try daemon.connection(), as: $0) }
      for number in ["110", "111"] {
        #expect(try Self.looks(at: number, again).filter { $0.hasPrefix(Cast.chief) } == ["100 2027-02-10 1"])
      }
      try again.by(Cast.chief, at: Self.asked).ask(Self.show("110"))
      #expect(try Self.looks(at: "110", again).filter { $0.hasPrefix(Cast.chief) } == ["100 2027-02-10 2"])
    }
  }

  @Test func `whoever guards the record leaves an event each time, in whatever way they look`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .eligible, nominees: 3)
      let auditor = try world.by(Cast.auditor, at: Self.asked)
      let form = try #require(
        try world.by(Cast.dpo).trail(from: 0).first { $0.type.value == "nomination.submitted.v1" })
      var replay = ReplayCohort()
      (replay.cohort, replay.all) = ("2027", false)
      var explain = ExplainPerson()
      (explain.cohort, explain.person) = ("2027", PersonRef(given: "110"))
      var event = ShowEvent()
      event.position = form.position
      var trail = ListAuditTrail()
      trail.cohort = "2027"
      var follow = FollowLog()
      follow.from = form.position
      var person = ShowPerson()
      person.person = PersonRef(given: "110")
      let ways: [(String, () throws -> Void)] = [
        ("ShowNomination", { try auditor.ask(Self.show("110")) }), ("ListNominations", { try auditor.ask(Self.list) }),
        ("ShowEvent", { try auditor.ask(event) }), ("ListAuditTrail", { try auditor.ask(trail) }),
        ("FollowLog", { try auditor.ask(follow) }), ("ReplayCohort", { try auditor.ask(replay) }),
        ("ExplainPerson", { try auditor.ask(explain) }), ("ShowPerson", { try auditor.ask(person) }),
        ("ListPeople", { try auditor.ask(ListPeople()) }),
        ("RenderLetter", { try auditor.ask(RenderLetter(.information, of: "110")) }),
      ]
      for (name, look) in ways {
        let before = try Self.looks(at: "110", world).filter { $0.hasSuffix(" \(name)") && $0.hasPrefix(Cast.auditor) }
        #expect(before.isEmpty)
        try look()
        let after = try Self.looks(at: "110", world).filter { $0.hasSuffix(" \(name)") && $0.hasPrefix(Cast.auditor) }
        #expect(!after.isEmpty || name == "ReplayCohort", "\(name)")
        try look()
        let twice = try Self.looks(at: "110", world).filter { $0.hasSuffix(" \(name)") && $0.hasPrefix(Cast.auditor) }
        #expect(twice.allSatisfy { $0.contains(" 2 ") }, "\(name): \(twice)")
      }
      // A replay in order names nobody; what it opened of each form is on record by the cohort's aliases all the same.
      let access = try world.by(Cast.dpo).trail(from: 0).filter { $0.summary == "record access.given.v1" }
      #expect(access.count > 2 * (ways.count - 1))
    }
  }

  @Test func `an administrator and the officer leave one too, and nobody's own data leaves any`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .received, nominees: 3)
      var person = ShowPerson()
      person.person = PersonRef(given: "110")
      try world.by(nil, at: Self.asked).ask(person)
      try world.by(Cast.dpo, at: Self.asked).ask(person)
      var looks = try Self.looks(at: "110", world)
      #expect(looks.contains { $0.hasPrefix("? 2027-02-10") && $0.hasSuffix(" ShowPerson") }, "\(looks)")
      #expect(looks.contains { $0.hasPrefix("42 2027-02-10") && $0.hasSuffix(" ShowPerson") }, "\(looks)")
      let size = try world.by(Cast.dpo).logSize()
      let own = try world.by("110", at: Self.asked)
      var mine = ShowMyCase()
      mine.cohort = "2027"
      try own.ask(mine)
      try own.ask(WhoAmI())
      try own.ask(ListLooks())
      var duties = ListDuties()
      duties.mine = true
      try own.ask(duties)
      #expect(try world.by(Cast.dpo).logSize() == size)
      looks = try Self.looks(at: "110", world)
      #expect(!looks.contains { $0.hasPrefix("110 ") })
    }
  }

  @Test func `somebody learns who looked at the own case once told of it, and who looked at the register at any time`()
    throws
  {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .ranked, nominees: 3, seats: 2)
      var person = ShowPerson()
      person.person = PersonRef(given: "110")
      try world.by(Cast.leader, at: Self.asked).ask(person)
      try world.by(Cast.hr, at: Self.asked).ask(Self.show("110"))
      #expect(try world.by("110").ask(ListLooks()).looks.allSatisfy { $0.cohort == nil })
      #expect(try world.by("110").ask(ListLooks()).looks.contains { $0.reader.number?.value == Cast.leader })
      try world.build(from: .proposed, to: .offered)
      #expect(
        try world.by("110").ask(ListLooks()).looks.contains {
          $0.cohort == "2027" && $0.reader.number?.value == Cast.hr
        })
      var others = ListLooks()
      others.person = PersonRef(given: "111")
      for asker in ["110", Cast.leader, Cast.chief, Cast.board[0]] {
        let error = #expect(throws: ServiceError.self) { try world.by(asker).ask(others) }
        #expect(error?.kind == .notFound, "\(asker)")
      }
    }
  }

  @Test func `whoever follows the log and leaves traces in it is not sent on and on by them`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .received, nominees: 3)
      let hr = try world.by(Cast.hr, at: Self.asked)
      let size = try hr.logSize()
      var ask = Ask<FollowLog>()
      (ask.query.follow, ask.query.from, ask.simulate) = (true, 0, Simulation())
      ask.simulate?.actor = PersonRef(given: Cast.auditor)
      var pages = 0
      try daemon.connection().stream("\(FollowLog.area.interface).\(FollowLog.method)", canonical: ask.canonical) { _ in
        // Each page is answered by one event of somebody else's, which makes the next.
        pages += 1
        guard pages < 8 else { return false }
        var note = RecordCaseNote()
        (note.cohort, note.nominee, note.text) = ("2027", PersonRef(given: "110"), "Notat.")
        try hr.send(note)
        return true
      }
      #expect(try hr.logSize() <= size + 7 + 4)
    }
  }
}
