import TalentDomain
import Testing

struct ScoringTests {
  private static let nominee = Staff.employees[0]
  private static let assessor = Staff.assessors[0]
  private static let late = at("2027-03-10 12:00")

  private func assigned() throws -> Case {
    var it = try Case.eligible([Self.nominee])
    try it.accept(AssignAssessor(Self.assessor))
    return it
  }

  // MARK: Assign

  @Test func `an assessor is assigned to all eligible nominees, but for those led, the own case and barred ones`()
    throws
  {
    let nominees = Array(Staff.employees[0..<4]) + Array(Staff.otherEmployees[0..<2])
    var it = try Case.eligible(nominees)
    try it.accept(DeclareConflict(of: nominees[0], by: nominees[1]))
    let employ = RegisterPerson(
      nominees[2], "Ny leder", centre: Staff.schools, "Skolen", "lærer", under: nominees[1])
    try it.accept(employ)
    try it.accept(AssignAssessor(nominees[1]))
    let fact = try #require(it.facts(AssessorAssigned.self).last)
    #expect(Set(fact.nominees) == Set([nominees[3], nominees[4], nominees[5]].map { it.alias($0) }))
    #expect(fact.led.isEmpty)
  }

  @Test func `nobody is assigned to the own case, that of somebody led or barred from`() throws {
    var it = try Case.eligible([Self.nominee])
    #expect(try it.refused(AssignAssessor(Staff.leader, of: [Self.nominee])) == ["R19"])
    #expect(try it.refused(AssignAssessor(Staff.deputy, of: [Self.nominee])) == ["R19"])
    #expect(try it.refused(AssignAssessor(Self.nominee, of: [Self.nominee])) == ["R19"])
    try it.accept(DeclareConflict(of: Self.nominee, by: Self.assessor))
    #expect(try it.refused(AssignAssessor(Self.assessor, of: [Self.nominee])) == ["R19"])
    #expect(try it.refused(AssignAssessor(Self.assessor)) == ["S2"])
  }

  @Test func `an assessor is assigned once, to those whose eligibility is confirmed`() throws {
    var it = try Case.eligible([Self.nominee])
    try it.accept(SubmitNomination(of: Staff.employees[1]), as: Staff.chief)
    #expect(try it.refused(AssignAssessor(Self.assessor, of: [Staff.employees[1]])) == ["S2"])
    #expect(try it.refused(AssignAssessor(Self.assessor, of: [Self.nominee, Self.nominee])) == ["S2"])
    try it.accept(AssignAssessor(Self.assessor))
    #expect(try it.refused(AssignAssessor(Self.assessor)) == ["S2"])
    #expect(try it.refused(AssignAssessor(Self.assessor, of: [Self.nominee])) == ["S2"])
    #expect(throws: Refusal.notFound) { try it.when(AssignAssessor("9999983")) }
  }

  // MARK: Score

  @Test func `a score stands in clear, its remark is sealed, and the criteria are frozen`() throws {
    var it = try assigned()
    var command = ScoreAssessment(Self.nominee, 5, 4)
    command.remark = "Set i praksis på fælles temadag."
    try it.accept(command, as: Self.assessor)
    let fact = try #require(it.facts(AssessmentScored.self).first)
    #expect((fact.points, fact.question, fact.basis) == (4, 5, .demonstrated))
    #expect(it.sealed(AssessmentRemark.self).map(\.remark) == ["Set i praksis på fælles temadag."])
    #expect(!String(decoding: fact.canonical, as: UTF8.self).contains("praksis"))
    #expect(try it.refused(PublishCriteria(.standard)) == ["R8"])
  }

  @Test(arguments: [
    (1, -1, Basis.demonstrated, ["R8"]), (1, 5, .both, ["R8"]), (0, 2, .both, ["R8"]), (6, 2, .both, ["R8"]),
    (5, 2, .potential, ["R8"]), (5, 2, .both, ["R8"]), (5, 0, .none, []), (1, 0, .potential, []),
    (4, 4, .demonstrated, []),
  ]) func `a score lies within the criteria`(_ row: (Int, Int, Basis, [String])) throws {
    var it = try assigned()
    #expect(try it.refused(ScoreAssessment(Self.nominee, row.0, row.1, row.2), as: Self.assessor) == row.3)
  }

  @Test func `the rule set says how high a score may be`() throws {
    var it = try assigned()
    var adopt = AdoptRuleSet()
    adopt.cohort = "2027"
    adopt.from = date("2027-02-02")
    adopt.values.points = 6
    adopt.version = "regler-2"
    try it.accept(adopt)
    #expect(try it.refused(ScoreAssessment(Self.nominee, 1, 7), as: Self.assessor) == ["R8"])
    try it.accept(ScoreAssessment(Self.nominee, 1, 6), as: Self.assessor)
  }

  @Test func `only an assigned and impartial assessor scores, and each question once`() throws {
    var it = try assigned()
    #expect(try it.refused(ScoreAssessment(Self.nominee, 1, 2), as: Staff.assessors[1]) == ["S2"])
    #expect(try it.refused(ScoreAssessment(Self.nominee, 1, 2), as: Staff.leader) == ["R19", "S2"])
    try it.accept(ScoreAssessment(Self.nominee, 1, 2), as: Self.assessor)
    #expect(try it.refused(ScoreAssessment(Self.nominee, 1, 2), as: Self.assessor) == ["S2"])
    #expect(throws: Refusal.notFound) { try it.when(ScoreAssessment("9999983", 1, 2), as: Self.assessor) }
    try it.accept(WithdrawNomination(of: Self.nominee), as: Self.nominee)
    #expect(try it.refused(ScoreAssessment(Self.nominee, 2, 2), as: Self.assessor) == ["S2"])
  }

  // MARK: Revise and void

  @Test func `a revision names the old value, which must match, and a reason`() throws {
    var it = try assigned()
    try it.accept(ScoreAssessment(Self.nominee, 1, 2), as: Self.assessor)
    let scored = it.events.count - 1
    let refusals: [(ReviseAssessment, [String])] = [
      (ReviseAssessment(Self.nominee, 1, from: 3, to: 4), ["R21"]),
      (ReviseAssessment(Self.nominee, 1, from: 2, to: 2), ["R21"]),
      (ReviseAssessment(Self.nominee, 2, from: 2, to: 3), ["R21"]),
      (ReviseAssessment(Self.nominee, 1, from: 2, to: 5), ["R8"]),
      (ReviseAssessment(Self.nominee, 1, from: 2, to: 3, " "), ["R21"]),
    ]
    for (command, rules) in refusals { #expect(try it.refused(command, as: Self.assessor) == rules) }
    let another = Staff.assessors[1]
    #expect(try it.refused(ReviseAssessment(Self.nominee, 1, from: 2, to: 3), as: another) == ["R21", "S2"])
    try it.accept(ReviseAssessment(Self.nominee, 1, from: 2, to: 3), as: Self.assessor)
    #expect(it.facts(AssessmentRevised.self).map(\.target) == [scored])
    let set = it.cohort.assessment.set(of: it.alias(Self.nominee), by: it.alias(Self.assessor))
    #expect(set.scores[1]?.points == 3)
    #expect(try it.refused(ReviseAssessment(Self.nominee, 1, from: 2, to: 4), as: Self.assessor) == ["R21"])
    #expect(it.sealed(CorrectionReason.self).map(\.reason) == ["Tastefejl."])
  }

  @Test func `one score or a whole set is voided, with a reason, and may be scored again`() throws {
    var it = try assigned()
    for question in 1...5 { try it.accept(ScoreAssessment(Self.nominee, question, 2), as: Self.assessor) }
    #expect(try it.refused(VoidAssessment(Self.nominee, by: Self.assessor, 1, " ")) == ["R21"])
    try it.accept(VoidAssessment(Self.nominee, by: Self.assessor, 3))
    #expect(throws: Refusal.notFound) { try it.when(VoidAssessment(Self.nominee, by: Self.assessor, 3)) }
    try it.accept(ScoreAssessment(Self.nominee, 3, 4), as: Self.assessor)
    #expect(try it.accept(VoidAssessment(Self.nominee, by: Self.assessor)).count == 5)
    #expect(it.cohort.assessment.set(of: it.alias(Self.nominee), by: it.alias(Self.assessor)).scores.isEmpty)
    #expect(it.facts(AssessmentVoided.self).count == 6)
  }

  // MARK: Calibrate and close

  @Test func `a calibration has a day that has come and two people`() throws {
    var it = try assigned()
    var calibration = HoldCalibration()
    calibration.cohort = "2027"
    calibration.date = date("2027-02-02")
    calibration.note = "Tre point kræver to eksempler."
    calibration.present = [PersonRef(Self.assessor)]
    #expect(try it.refused(calibration) == ["S4"])
    calibration.present.append(PersonRef(Staff.assessors[1]))
    calibration.date = date("2027-02-03")
    #expect(try it.refused(calibration) == ["S4"])
    calibration.date = date("2027-02-02")
    try it.accept(calibration)
    #expect(it.cohort.assessment.calibrations == 1)
    #expect(it.events.last?.sealed.map(\.subject) == [.organisation])
  }

  @Test func `scoring closes with two full sets per eligible nominee, after the deadline`() throws {
    var it = try Case.eligible(Array(Staff.employees[0..<2]))
    #expect(try it.refused(CloseScoring.of2027, at: Self.late) == ["R20"])
    try it.scoreFully(Array(Staff.employees[0..<2]), by: [Staff.assessors[0]])
    try it.scoreFully([Staff.employees[0]], by: [Staff.assessors[1]])
    #expect(try it.refused(CloseScoring.of2027) == ["R20"])
    try it.accept(AssignAssessor(Staff.assessors[1]))
    for question in 1...4 { try it.accept(ScoreAssessment(Staff.employees[1], question, 1), as: Staff.assessors[1]) }
    #expect(try it.refused(CloseScoring.of2027) == ["R20"])
    try it.accept(ScoreAssessment(Staff.employees[1], 5, 1), as: Staff.assessors[1])
    let closes = at("2027-03-02 00:00")
    #expect(try it.refused(CloseScoring.of2027, at: closes.adding(milliseconds: -1)) == ["S2"])
    try it.accept(CloseScoring.of2027, at: closes)
    let fact = try #require(it.facts(ScoringClosed.self).first)
    #expect((fact.nominees, fact.sets) == (2, 4))

    #expect(try it.refused(CloseScoring.of2027) == ["S2"])
    #expect(try it.refused(AssignAssessor(Staff.assessors[2])) == ["S2"])
    let first = Staff.employees[0]
    #expect(try it.refused(ReviseAssessment(first, 1, from: 2, to: 3), as: Staff.assessors[0]) == ["S2"])
    #expect(try it.refused(VoidAssessment(first, by: Staff.assessors[0], 1)) == ["S2"])
    #expect(try it.refused(ScoreAssessment(first, 1, 3), as: Staff.assessors[0]) == ["S2"])
  }

  @Test func `a set that is begun is completed or voided before scoring closes`() throws {
    var it = try Case.eligible([Self.nominee])
    try it.scoreFully([Self.nominee])
    try it.accept(AssignAssessor(Staff.assessors[2]))
    try it.accept(ScoreAssessment(Self.nominee, 1, 4), as: Staff.assessors[2])
    #expect(try it.refused(CloseScoring.of2027, at: Self.late) == ["R20"])
    try it.accept(VoidAssessment(Self.nominee, by: Staff.assessors[2]))
    try it.accept(CloseScoring.of2027)
  }

  @Test func `scoring does not close while a nomination waits for its ruling, nor without nominees`() throws {
    var none = try Case.prepared()
    #expect(try none.refused(CloseScoring.of2027, at: Self.late) == ["S2"])
    var it = try Case.eligible([Self.nominee])
    try it.accept(SubmitNomination(of: Staff.formerLeader), as: Staff.chief)
    try it.scoreFully([Self.nominee])
    #expect(try it.refused(CloseScoring.of2027, at: Self.late) == ["S2"])
    try it.accept(ReceiveNomination(of: Staff.formerLeader))
    try it.accept(RejectEligibility(of: Staff.formerLeader))
    try it.accept(CloseScoring.of2027)
  }
}
