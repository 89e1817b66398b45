import TalentDomain
import Testing

struct ProposeSelectionTests {
  @Test func `a proposal in the order of the ranking needs no ground, and its digest covers exactly what it proposes`()
    throws
  {
    var it = try Case.ranked()
    try it.accept(ProposeSelection(["111", "110", "112"], reserve: ["113", "114"]))

    let fact = try #require(it.facts(SelectionProposed.self).first)
    #expect(fact.proposal.rest == [it.alias("115"), it.alias("116")])
    #expect(fact.proposal.number == 1)
    #expect(fact.proposal.ranking == it.cohort.assessment.ranking?.inputDigest)
    #expect(fact.digest == it.directory.digest(fact.proposal.canonical))
    #expect(it.cohort.selection.proposal?.status == .proposed)
    #expect(it.cohort.selection.proposal?.proposer == it.alias(Staff.hr))
  }

  @Test func `nothing is proposed before scoring is closed and the ranking computed`() throws {
    var it = try Case.scored()
    #expect(try it.refused(ProposeSelection(["110"])) == ["S2"])
    it.now = at("2027-03-10 12:00")
    try it.accept(CloseScoring.of2027)
    #expect(try it.refused(ProposeSelection(["110", "111", "112"])) == ["S2"])
  }

  @Test func `no more are proposed than there are seats`() throws {
    var it = try Case.ranked()
    #expect(try it.refused(ProposeSelection(["110", "111", "112", "113"], grounds: ["113"])) == ["R1"])
  }

  @Test(
    arguments: [
      (["110", "111", "113"], [], ["113"], ["R9"]),
      (["110", "111", "113"], [], ["112"], ["R9"]),
      (["110", "111", "113"], [], ["112", "113"], []),
      // Whoever is left out although a seat is there departs as well.
      (["110", "111"], [], [], ["R9"]),
      (["110", "111"], [], ["112"], []),
      // In the reserve it is those passed over who need a ground.
      (["110", "111", "112"], ["114", "115"], [], ["R9"]),
      (["110", "111", "112"], ["114", "115"], ["114", "115"], ["R9"]),
      (["110", "111", "112"], ["114", "115"], ["113"], []),
      (["110", "111", "112"], ["114", "113"], [], ["R9"]),
      (["110", "111", "112"], ["114", "113"], ["113"], []),
      (["110", "111", "112"], [], [], []),
      (["112", "111", "110"], ["113", "114", "115", "116"], [], []),
    ] as [([String], [String], [String], [String])])
  func `each departure from the ranking carries its ground`(
    selected: [String], reserve: [String], grounds: [String], rules: [String]
  ) throws {
    var it = try Case.ranked()
    #expect(try it.refused(ProposeSelection(selected, reserve: reserve, grounds: grounds)) == rules)
  }

  @Test func `grounds, reasons and the note are sealed, the first two under the nominee's own key`() throws {
    var it = try Case.ranked()
    var command = ProposeSelection(["110", "111", "113"], grounds: ["112", "113"])
    command.note = "Til direktionen."
    command.reasons = [ReasonsGiven(PersonRef("116"), text: "Endnu for ny i kommunen.")]
    try it.accept(command)
    let sealed = try #require(it.events.last?.sealed)
    #expect(
      sealed.map(\.subject) == [it.person("112"), it.person("113"), it.person("116"), .organisation])
    #expect(it.sealed(SelectionReasons.self).map(\.nominee) == [it.alias("116")])
    let leaf = String(decoding: it.facts(SelectionProposed.self)[0].canonical, as: UTF8.self)
    #expect(!leaf.contains("Behovet"))
    #expect(it.cohort.selection.proposal?.departures == [it.alias("112"), it.alias("113")])
  }

  @Test func `a tie across the border of the seats is resolved first`() throws {
    var points = Ranked.points
    points["112"] = 5
    points["115"] = 5
    points["113"] = 3
    var it = try Case.ranked(points: points)
    let command = ProposeSelection(["110", "111", "115"], reserve: ["112"])
    #expect(try it.refused(command) == ["R9"])
    try it.accept(ResolveTie(["115", "112"]))
    try it.accept(command)
  }

  @Test func `a tie in the reserve is resolved first, one among the rest need not be`() throws {
    var points = Ranked.points
    points["113"] = 2
    var it = try Case.ranked(points: points)
    let seats = ["110", "111", "112"]
    try it.accept(ProposeSelection(seats, reserve: ["114", "115"]))
    #expect(try it.refused(ProposeSelection(seats, reserve: ["114", "115", "113"])) == ["R9"])
    try it.accept(ResolveTie(["116", "113"]))
    #expect(try it.refused(ProposeSelection(seats, reserve: ["114", "115", "113"])) == ["R9"])
    try it.accept(ProposeSelection(seats, reserve: ["114", "115", "116"]))
  }

  @Test func `a tie within the seats decides nothing`() throws {
    var points = Ranked.points
    points["110"] = 6
    points["113"] = 6
    points["112"] = 4
    points["114"] = 3
    points["115"] = 1
    var it = try Case.ranked(points: points)
    #expect(it.cohort.assessment.ranking?.ties.map(\.kind) == [.seats])
    try it.accept(ProposeSelection(["111", "110", "113"], reserve: ["112"]))
  }

  @Test func `a former leader is refused by R3, whoever else is not eligible by the order of the case`() throws {
    var it = try Case.ranked(rejected: [Staff.formerLeader: .formerLeader, "120": .other])
    let seats = ["110", "111", "112"]
    #expect(try it.refused(ProposeSelection(seats, reserve: [Staff.formerLeader])) == ["R3"])
    #expect(try it.refused(ProposeSelection(seats, reserve: ["120"])) == ["S2"])
    #expect(try it.refused(ProposeSelection(seats, reserve: ["130"])) == ["S2"])
    #expect(try it.refused(ProposeSelection(seats, reserve: [Staff.formerLeader, "130"])) == ["R3", "S2"])
  }

  @Test func `whoever has withdrawn is neither proposed nor passed over`() throws {
    var it = try Case.ranked()
    try it.accept(WithdrawNomination(of: "111"), as: Staff.chief)
    #expect(try it.refused(ProposeSelection(["110", "111", "112"])) == ["S2"])
    try it.accept(ProposeSelection(["110", "112", "113"], reserve: ["114"]))
  }

  @Test(arguments: ["102", "100", "101", "112"])
  func `nobody proposes on a case of their own or of those they lead`(actor: String) throws {
    var it = try Case.ranked()
    let command = ProposeSelection(["110", "111", "112"])
    #expect(try it.refused(command, as: actor) == ["R19"])
    #expect(try it.refused(command, as: actor, for: Staff.hr) == ["R19"])
    #expect(try it.refused(command, as: Staff.hr, for: actor) == ["R19"])
  }

  @Test func `a declared conflict bars from proposing`() throws {
    var it = try Case.ranked()
    try it.accept(DeclareConflict(of: "116"), as: Staff.hr)
    #expect(try it.refused(ProposeSelection(["110", "111", "112"])) == ["R19"])
    try it.accept(ProposeSelection(["110", "111", "112"]), as: Staff.otherHR)
  }

  @Test func `a new proposal replaces the former until one is approved`() throws {
    var it = try Case.proposed()
    let first = try #require(it.cohort.selection.proposal?.digest)
    try it.accept(ProposeSelection(["110", "111", "112"], reserve: ["113", "114"]))
    #expect(it.cohort.selection.proposal?.digest != first)
    #expect(it.facts(SelectionProposed.self).map(\.proposal.number) == [1, 2])
    it.now = at("2027-03-15 12:00")
    try it.accept(it.approval(), as: Staff.board[0])
    #expect(try it.refused(ProposeSelection(["110", "111", "112"])) == ["S2"])
  }

  @Test func `what cannot be a proposal is no question for a rule`() throws {
    var it = try Case.ranked()
    #expect(throws: Refusal.invalid(Fault(.missing, at: ["selected"]))) { try it.refused(ProposeSelection([])) }
    #expect(throws: Refusal.invalid(Fault(.expected("each person once"), at: ["selected", "2"]))) {
      try it.refused(ProposeSelection(["110", "110"]))
    }
    #expect(throws: Refusal.invalid(Fault(.expected("nominees that are not among the selected"), at: ["reserve"]))) {
      try it.refused(ProposeSelection(["110"], reserve: ["110"]))
    }
    #expect(throws: Refusal.notFound) { try it.refused(ProposeSelection(["9999983"])) }
    #expect(throws: Refusal.notFound) { try it.refused(ProposeSelection(["110"], grounds: ["130"])) }
    var blank = ProposeSelection(["110", "111", "112"])
    blank.departures = [DepartureGiven(PersonRef("110"), ground: " \n")]
    #expect(
      throws: Refusal.invalid(Fault(.expected("a text that is not blank"), at: ["departures", "1", "ground"]))
    ) { try it.refused(blank) }
  }

  @Test func `a cohort that is not open is not found`() throws {
    var it = try Case.staffed()
    #expect(throws: Refusal.notFound) { try it.refused(ProposeSelection(["110"])) }
  }
}
