import StrictJSON
import TalentDomain
import TalentInterface
import Testing

struct TenRefusalsTests {
  @Test(arguments: RefusalCase.all)
  func `is refused by its rule, in both languages, and leaves no other trace than the refusal`(
    refusal: RefusalCase
  ) throws {
    try withTalentd { daemon in
      let connection = try daemon.connection()
      let world = try World(dates: .cohort2027) { Client(connection, as: $0) }
      let verb = try refusal.attempt(world) + ["--command-id", CommandID.new().text]
      let hr = try world.by(Cast.hr, at: refusal.time)
      let size = try hr.logSize()
      let before = try CohortShown(hr)

      // It says no, names its rule and that rule's sentence, and writes no data.
      let run = try Talentctl(daemon).run(verb, as: refusal.actor, at: refusal.time)
      #expect(run.status == 1, "\(run.error)")
      #expect(run.output.isEmpty)
      #expect(run.error.hasPrefix("Refused by \(refusal.rule.rawValue).\n"), "\(run.error)")
      let sentence = try #require(Rulebook.rules.first { $0.id == refusal.rule }).sentence
      #expect(run.error.contains(sentence.en), "\(run.error)")

      // The record of the refusal is all that was added, and beside it the form that is kept.
      let trail = try hr.trail(from: size).withoutLooks
      let kept = refusal.isKept ? ["cohort/2027 nomination.refused.v1"] : []
      #expect(trail.map(\.summary) == kept + ["record command.refused.v1"])
      #expect(trail.last?.rules.first?.value == refusal.rule.rawValue)
      let after = try CohortShown(hr)
      #expect(after.selection == before.selection)
      #expect(after.seats == before.seats)
      #expect(after.ranking == before.ranking)
      #expect(after.nominations.count == before.nominations.count + kept.count)
      #expect(after.nominations.starts(with: before.nominations))

      // The same id gets the same answer and adds nothing, in Danish too.
      let again = try Talentctl(daemon).run(verb, as: refusal.actor, at: refusal.time)
      #expect(again.status == 1)
      #expect(again.error == run.error)
      var danish = Talentctl(daemon)
      danish.language = "da"
      let inDanish = try danish.run(verb, as: refusal.actor, at: refusal.time)
      #expect(inDanish.status == 1)
      #expect(inDanish.error.hasPrefix("Afvist efter \(refusal.rule.rawValue).\n"), "\(inDanish.error)")
      #expect(inDanish.error.contains(sentence.da), "\(inDanish.error)")
      #expect(try hr.trail(from: size).withoutLooks.count == trail.count)
    }
  }

  @Test func `the last second of the deadline's day is on time`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .prepared)
      try world.by(Cast.chief, at: at("2027-03-01 23:59:59")).send(SubmitNomination(of: "110"))
      #expect(try world.by(Cast.chief, at: at("2027-03-02 00:00:00")).refusals(SubmitNomination(of: "111")) == ["R2"])
    }
  }

  @Test func `a refusal is answered alike after a restart, and recorded once whatever its id`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .prepared)
      let (id, time) = (CommandID.new(), at("2027-02-01 12:00:00"))
      let first = try world.by(Cast.otherChief, at: time).refused(SubmitNomination(of: "110"), id: id)
      try daemon.stop()
      try daemon.start()

      let chief = try daemon.client(as: Cast.otherChief, at: time)
      let hr = try daemon.client(as: Cast.hr, at: time)
      let size = try hr.logSize()
      #expect(try chief.refused(SubmitNomination(of: "110"), id: id) == first)
      #expect(try hr.logSize() == size)

      // The same words under another id are a new attempt, for which HR keeps the form, and yet no new refusal.
      #expect(try chief.refusals(SubmitNomination(of: "111")) == ["R5"])
      let recorded = try hr.logSize()
      #expect(try chief.refusals(SubmitNomination(of: "111")) == ["R5"])
      #expect(try hr.trail(from: recorded).map(\.summary) == ["cohort/2027 nomination.refused.v1"])
    }
  }

  @Test func `an id that was used for another command is a conflict`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .prepared)
      let chief = try world.by(Cast.chief, at: at("2027-02-01 12:00:00"))
      let id = CommandID.new()
      try chief.send(SubmitNomination(of: "110"), id: id)
      let error = #expect(throws: ServiceError.self) { try chief.send(SubmitNomination(of: "111"), id: id) }
      #expect(error?.kind == .conflict)
      #expect(error?.parameters == .object([]))
    }
  }
}

/// What the HR Centre is shown of a cohort, as far as a refusal must not change it.
private struct CohortShown {
  let nominations: [NominationLine]
  let ranking: RankingShown
  let seats: SeatList
  let selection: SelectionShown

  init(_ hr: Client) throws {
    var (list, ranks, seated, selected) = (ListNominations(), ShowRanking(), ListSeats(), ShowSelection())
    list.cohort = "2027"
    ranks.cohort = "2027"
    seated.cohort = "2027"
    selected.cohort = "2027"
    nominations = try hr.ask(list).nominations
    ranking = try hr.ask(ranks)
    seats = try hr.ask(seated)
    selection = try hr.ask(selected)
  }
}
