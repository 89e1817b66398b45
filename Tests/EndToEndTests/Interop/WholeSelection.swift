import TalentDomain
import TalentInterface

/// A selection from the first centre to the last letter, with something of everything on the way: forms refused and kept, a
/// note, a score revised, a seat declined and the reserve promoted, letters, feedback, a complaint, and an auditor who
/// looked.
enum WholeSelection {
  static func played(on daemon: Talentd) throws -> World {
    let world = try World.built(on: daemon, to: .nominated, nominees: 24, seats: 20)
    try forms(world)
    try world.build(from: .received, to: .eligible)
    try lateForm(world)
    try ground(world)
    try world.build(from: .scored, to: .scored)
    try revise(world)
    try world.build(from: .ranked, to: .offered)
    try answers(world)
    try letters(world)
    try audit(world)
    return world
  }

  /// Forms that no cohort takes: one without an interest, one of another centre; then one that comes too late.
  private static func forms(_ world: World) throws {
    var uninterested = SubmitNomination(of: Cast.otherEmployees[1])
    uninterested.interest = false
    let inTime = at("2027-02-01 13:00:00")
    try refused("R4") { try world.by(Cast.otherChief, at: inTime).refusals(uninterested) }
    try refused("R5") { try world.by(Cast.chief, at: inTime).refusals(SubmitNomination(of: Cast.otherEmployees[2])) }
  }

  private static func lateForm(_ world: World) throws {
    let late = try world.by(Cast.otherChief, at: at("2027-03-02 00:00:00"))
    try refused("R2") { try late.refusals(SubmitNomination(of: Cast.otherEmployees[0])) }
  }

  private static func ground(_ world: World) throws {
    let hr = try world.by(Cast.hr, at: at("2027-03-02 09:00:00"))
    var note = RecordCaseNote()
    note.cohort = "2027"
    note.nominee = PersonRef(given: world.nominees[3])
    note.text = "Centerchefen har oplyst, at »Ål-projektet« ledes i fællesskab.\nNotatpligt."
    try hr.send(note)
    var told = GiveInformation()
    told.person = PersonRef(given: world.nominees[3])
    told.version = "privatliv-1"
    try hr.send(told)
  }

  private static func revise(_ world: World) throws {
    let assessor = try world.by(Cast.assessors[0], at: at("2027-03-04 09:00:00"))
    var list = ListAssessments()
    list.cohort = "2027"
    _ = try assessor.ask(list)
    var revision = ReviseAssessment()
    revision.cohort = "2027"
    revision.nominee = PersonRef(given: world.nominees[0])
    revision.question = 4
    (revision.oldBasis, revision.oldPoints) = (.demonstrated, 4)
    (revision.basis, revision.points) = (.demonstrated, 3)
    revision.reason = "Talt forkert."
    try assessor.send(revision)
    (revision.oldPoints, revision.points) = (3, 4)
    revision.reason = "Alligevel ikke."
    try assessor.send(revision)
  }

  /// All but one accept; the first of the reserve is promoted in that one's place.
  private static func answers(_ world: World) throws {
    let seated = world.order(20)
    for number in seated.dropLast() { try world.by(number, at: at("2027-03-17 09:00:00")).send(AcceptSeat(by: number)) }
    var decline = DeclineSeat()
    decline.cohort = "2027"
    decline.nominee = PersonRef(given: seated[19])
    decline.reason = "Barsel fra august."
    try world.by(seated[19], at: at("2027-03-17 10:00:00")).send(decline)
    var promote = PromoteReserve()
    promote.cohort = "2027"
    promote.nominee = PersonRef(given: world.nominees[20])
    try world.by(Cast.hr, at: at("2027-03-18 09:00:00")).send(promote)
    try world.by(world.nominees[20], at: at("2027-03-19 09:00:00")).send(AcceptSeat(by: world.nominees[20]))
  }

  private static func letters(_ world: World) throws {
    for number in world.nominees.dropFirst(21) {
      try world.by(Cast.hr, at: at("2027-03-22 09:00:00")).send(NotifyNonSelection(to: number))
      try world.by(Cast.leader, at: at("2027-03-25 09:00:00")).send(GiveFeedback(to: number))
    }
    let number = world.nominees[21]
    var complaint = ReceiveComplaint()
    complaint.cohort = "2027"
    complaint.nominee = PersonRef(given: number)
    complaint.text = "Jeg mener, at svar 4 er læst forkert."
    try world.by(Cast.hr, at: at("2027-03-29 09:00:00")).send(complaint)
    var answer = AnswerComplaint()
    answer.cohort = "2027"
    answer.nominee = PersonRef(given: number)
    answer.text = "Begge bedømmere har læst svaret igen."
    try world.by(Cast.otherHR, at: at("2027-03-30 09:00:00")).send(answer)
  }

  private static func audit(_ world: World) throws {
    let auditor = try world.by(Cast.auditor, at: at("2027-04-01 09:00:00"))
    var query = ShowNomination()
    query.cohort = "2027"
    query.nominee = PersonRef(given: world.nominees[0])
    _ = try auditor.ask(query)
  }

  private static func refused(_ rule: String, _ command: () throws -> [String]) throws {
    let rules = try command()
    guard rules.first == rule else { throw Trouble("refused by \(rules), not by \(rule)") }
  }
}
