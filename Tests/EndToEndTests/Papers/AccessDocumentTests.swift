import StrictJSON
import TalentDomain
import TalentInterface
import Testing

struct AccessDocumentTests {
  @Test func `a nominee reads everything that was written about them, and nothing of others`() throws {
    try withTalentd { daemon in
      let selection = try CanarySelection.played(on: daemon)
      let folder = "\(daemon.folder)/indsigt"
      let run = try Talentctl(daemon).run(
        "person", "access", "export", Canary.number, "--to", folder, as: Cast.dpo, at: at("2027-04-03 09:00:00"))
      #expect(run.status == 0, "\(run.error)")
      let path = "\(folder)/indsigt-\(Canary.number)"
      let html = try Files.text("\(path).html")
      let shown = html.shown
      let found = Set(Canary.scanner.findings(in: Array(shown.utf8), of: "the document").map(\.needle.canary))
      // The reasons of somebody else's conflict of interest are that other's, and a number that no register knows is
      // nobody's.
      #expect(found == Set(Canary.scanner.needles.map(\.canary)).subtracting(["conflict", "unknown number"]))
      #expect(shown.contains("Hvori inhabiliteten består"))
      #expect(shown.contains("artikel 15, stk. 4"))
      for other in selection.world.nominees { #expect(!shown.contains("Medarbejder \(other)"), "\(other)") }
      #expect(shown.contains("Medarbejder \(Cast.assessors[0])"))
      #expect(!shown.contains("Medarbejder \(Cast.otherHR)\n"))

      // The same as JSON, and neither is for others to read.
      let document = try AccessDocument(canonical: Array(try Files.read("\(path).json").dropLast()))
      #expect(document.number?.value == Canary.number)
      #expect(document.pieces.count > 25)
      for file in ["\(path).html", "\(path).json"] { #expect(try Files.mode(of: file) == 0o600) }
    }
  }

  @Test func `whoever was given access stands on record, also who asked for oneself`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .received, nominees: 3, seats: 2)
      let time = at("2027-02-02 12:00:00")
      for (actor, person) in [(Cast.dpo, "110" as String?), (Cast.hr, "110"), ("110", nil), ("110", "110")] {
        _ = try access(daemon, person, as: actor, at: time)
      }
      var query = ListAuditTrail()
      query.person = PersonRef(given: "110")
      query.type = Line("\(AccessDocumentGiven.type)")
      let entries = try world.by(Cast.auditor, at: time).ask(query).entries
      #expect(entries.map { $0.actor.number?.value } == [Cast.dpo, Cast.hr, "110", "110"])

      // The fifth document tells of the four before it.
      let document = try access(daemon, nil, as: "110", at: time)
      #expect(document.pieces.count { $0.type.value == "\(AccessDocumentGiven.type)" } == 4)
    }
  }

  @Test func `nobody gets another's document but by the officer and HR, and cannot tell whether that other exists`()
    throws
  {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .nominated, nominees: 3, seats: 2)
      for actor in ["111", Cast.chief, Cast.leader, Cast.assessors[0], Cast.board[0], Cast.auditor] {
        for person in ["110", "99999"] {
          #expect(throws: ServiceError.self) { try access(daemon, person, as: actor) }
          do {
            _ = try access(daemon, person, as: actor)
          } catch let error as ServiceError {
            #expect(error.kind == .notFound, "\(actor), \(person)")
          }
        }
      }
    }
  }

  @Test func `whoever has a conflict of interest in a case hands out nobody's document until the board has approved`()
    throws
  {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .eligible, nominees: 3, seats: 2)
      var conflict = DeclareConflict()
      (conflict.cohort, conflict.kind, conflict.nominee) = ("2027", .kin, PersonRef(given: "110"))
      conflict.reasons = "Vi er i familie."
      try world.by(Cast.otherHR).send(conflict)
      // Another's document tells what that one has done in cases, too.
      for number in ["110", "111"] {
        do {
          _ = try access(daemon, number, as: Cast.otherHR)
          Issue.record("the document was handed out")
        } catch let error as ServiceError {
          #expect(error.rules == ["R19"])
        }
        _ = try access(daemon, number, as: Cast.hr)
      }
    }
  }

  @Test func `until the letter, how a case is judged leaves no trace in the document`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .received, nominees: 3, seats: 2)
      let time = at("2027-03-16 08:00:00")
      let before = try access(daemon, "110", as: Cast.hr, at: at("2027-02-02 12:00:00"))
      try world.build(from: .eligible, to: .approved)
      let selected = try access(daemon, "110", as: Cast.hr, at: time)
      #expect(selected.withoutGiven.pieces == before.withoutGiven.pieces)
      #expect(selected.withheld == before.withheld)
      // But for the one that tells of the documents given.
      #expect(selected.chapters.filter { $0.number < 1000 } == before.chapters.filter { $0.number < 1000 })
      #expect(selected.acts == before.acts)
      #expect(selected.classes.filter { $0.kind != .record } == before.classes.filter { $0.kind != .record })
      // Selected or not, it reads the same.
      let rejected = try access(daemon, "112", as: Cast.hr, at: time)
      #expect(rejected.withoutGiven.pieces.map(\.type) == before.withoutGiven.pieces.map(\.type))
      #expect(rejected.summary.dropFirst().map(\.value).filter { $0.contains("under behandling") }.count == 1)

      try world.build(from: .offered, to: .offered)
      let told = try access(daemon, "110", as: Cast.hr, at: at("2027-03-16 10:00:00"))
      #expect(told.pieces.count > before.pieces.count + 10)
      let waiting = try access(daemon, "112", as: Cast.hr, at: at("2027-03-16 10:00:00"))
      #expect(waiting.withoutGiven.pieces == rejected.withoutGiven.pieces)
    }
  }

  @Test func `how long data is kept, what holds it and what was asked of it stand in the document`() throws {
    try withTalentd { daemon in
      let world = try WholeSelection.played(on: daemon)
      let number = world.nominees[22]
      let hr = try world.by(Cast.hr, at: at("2027-04-02 09:00:00"))
      var hold = SetLegalHold()
      (hold.ground, hold.person, hold.reason) = (.claim, PersonRef(given: number), "Sagsanlæg om Lærkesagen.")
      try hr.send(hold)
      var request = RequestErasure()
      (request.person, request.reason) = (PersonRef(given: number), "Jeg vil glemmes, siger Stæren.")
      try hr.send(request)
      let document = try access(daemon, number, as: Cast.dpo, at: at("2027-04-03 09:00:00"))
      let text = String(decoding: document.canonical, as: UTF8.self)
      for words in ["Lærkesagen", "Stæren", "et retskrav"] { #expect(text.contains(words), "\(words)") }
      let assessment = try #require(document.classes.first { $0.kind == .assessment })
      #expect(assessment.period.contains { $0.value.contains("3 år fra") && $0.value.contains("Talentforløb 2027") })
      let held = assessment.holds.map(\.value).joined(separator: "\n")
      for hold in [RetentionHold.archive, .audit, .legalHold] { #expect(held.contains(hold.words.da), "\(hold)") }
      #expect(
        document.classes.allSatisfy { !$0.period.isEmpty && !$0.purpose.value.isEmpty && !$0.basis.value.isEmpty })
    }
  }

  @Test func `a document of more than any reply holds comes whole`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .seated, nominees: 3, seats: 2)
      let participant = try world.by("110", at: at("2027-05-03 09:00:00"))
      let plans = (0..<60).map { number in
        var plan = SetDevelopmentPlan(of: "110")
        plan.benefit = Text(String(repeating: "udbytte ", count: 480) + "nr. \(number)")
        plan.goals = (0..<5).map { Text(String(repeating: "mål ", count: 900) + "nr. \(number).\($0)") }
        plan.purposeOfPlan = Text(String(repeating: "formål ", count: 480) + "nr. \(number)")
        return plan
      }
      for plan in plans { try participant.send(plan) }
      let document = try access(daemon, nil, as: "110", at: at("2027-05-04 09:00:00"))
      #expect(document.canonical.count > 1 << 20)
      let set = document.pieces.filter { $0.type.value == "\(DevelopmentPlanSet.type)" }
      #expect(set.count == plans.count)
      for (piece, plan) in zip(set, plans) {
        #expect(piece.fields.contains { $0.value == plan.goals[4] })
        #expect(piece.fields.contains { $0.value == plan.purposeOfPlan })
      }
    }
  }

  @Test func `a chief, a leader and an assessor read what they did, and no word about whom`() throws {
    try withTalentd { daemon in
      let world = try WholeSelection.played(on: daemon)
      for actor in [Cast.chief, Cast.leader, Cast.assessors[0], Cast.hr, Cast.board[0]] {
        let document = try access(daemon, nil, as: actor, at: at("2027-04-03 09:00:00"))
        #expect(!document.acts.isEmpty, "\(actor)")
        let text = String(decoding: document.canonical, as: UTF8.self)
        for nominee in world.nominees { #expect(!text.contains("Medarbejder \(nominee)\""), "\(actor), \(nominee)") }
        for words in ["Set i hverdagen", "Barsel fra august", "svar 4 er læst forkert"] {
          #expect(!text.contains(words))
        }
      }
    }
  }

  private func access(
    _ daemon: Talentd, _ person: String?, as actor: String, at time: SimulatedTime = at("2027-03-01 12:00:00")
  ) throws -> AccessDocument {
    var ask = Ask<GiveAccessDocument>()
    ask.query.person = person.map { PersonRef(given: $0) }
    var simulation = Simulation()
    simulation.actor = PersonRef(given: actor)
    simulation.at = time
    ask.simulate = simulation
    var document = AccessDocument()
    try daemon.connection().stream("\(Area.record.interface).\(GiveAccessDocument.method)", canonical: ask.canonical) {
      document.append(try AccessDocument(canonical: $0.canonical()))
      return true
    }
    return document
  }
}

extension AccessDocument {
  /// Without what asking for it has added.
  fileprivate var withoutGiven: AccessDocument {
    var document = self
    document.pieces = pieces.filter { $0.type.value != "\(AccessDocumentGiven.type)" }
    return document
  }
}
