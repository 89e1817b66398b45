import TalentDomain
import Testing

struct ConflictTests {
  private static let nominee = Staff.employees[0]
  private static let other = Staff.employees[1]
  private static let assessor = Staff.assessors[0]

  private func scored() throws -> Case {
    var it = try Case.eligible([Self.nominee, Self.other])
    try it.scoreFully([Self.nominee, Self.other])
    return it
  }

  private func declared(_ it: inout Case) throws -> Alias {
    try it.accept(DeclareConflict(of: Self.nominee), as: Self.assessor)
    return try #require(it.cohort.assessment.conflictOrder.last)
  }

  @Test func `a declared conflict bars from that nominee's case only, until it is ruled on`() throws {
    var it = try scored()
    let conflict = try declared(&it)
    #expect(it.cohort.assessment.conflicts[conflict]?.ruling == .pending)
    #expect(try it.refused(ReviseAssessment(Self.nominee, 1, from: 2, to: 3), as: Self.assessor) == ["R19"])
    try it.accept(ReviseAssessment(Self.other, 1, from: 2, to: 3), as: Self.assessor)
    #expect(try it.refused(CloseScoring.of2027, at: at("2027-03-10 12:00")) == ["R20"])
    #expect(try it.refused(DeclareConflict(of: Self.nominee), as: Self.assessor) == ["S2"])
    #expect(it.events.last { $0.fact is ConflictDeclared }?.sealed.map(\.subject) == [it.person(Self.assessor)])
  }

  @Test func `nobody clears oneself, nor does the nominee, in anybody's name`() throws {
    var it = try scored()
    let conflict = try declared(&it)
    for upheld in [true, false] {
      let ruling = RuleConflict(conflict, upheld: upheld)
      #expect(try it.refused(ruling, as: Self.assessor) == ["R19"])
      #expect(try it.refused(ruling, as: Self.nominee) == ["R19"])
      #expect(try it.refused(ruling, as: Staff.hr, for: Self.assessor) == ["R19"])
      #expect(try it.refused(ruling, as: Self.assessor, for: Staff.hr) == ["R19"])
    }
  }

  @Test func `an upheld conflict voids what was scored, ends the assignment, and a replacement scores`() throws {
    var it = try scored()
    let conflict = try declared(&it)
    try it.accept(RuleConflict(conflict, upheld: true))
    let voided = it.facts(AssessmentVoided.self)
    #expect(voided.map(\.question) == [1, 2, 3, 4, 5])
    #expect(voided.allSatisfy { $0.conflict == conflict && $0.nominee == it.alias(Self.nominee) })
    #expect(it.cohort.assessment.assigned[it.alias(Self.nominee)] == [it.alias(Staff.assessors[1])])
    #expect(it.cohort.assessment.set(of: it.alias(Self.other), by: it.alias(Self.assessor)).scores.count == 5)
    #expect(try it.refused(ScoreAssessment(Self.nominee, 1, 2), as: Self.assessor) == ["R19"])
    #expect(try it.refused(RuleConflict(conflict, upheld: false)) == ["S2"])
    #expect(try it.refused(CloseScoring.of2027, at: at("2027-03-10 12:00")) == ["R20"])
    try it.scoreFully([Self.nominee], by: [Staff.assessors[2]])
    try it.accept(CloseScoring.of2027)
  }

  @Test func `a dismissed conflict bars from nothing, and what was scored stands`() throws {
    var it = try scored()
    let conflict = try declared(&it)
    try it.accept(RuleConflict(conflict, upheld: false))
    #expect(it.facts(AssessmentVoided.self).isEmpty)
    try it.accept(ReviseAssessment(Self.nominee, 1, from: 2, to: 3), as: Self.assessor)
    try it.accept(CloseScoring.of2027, at: at("2027-03-10 12:00"))
    try it.accept(DeclareConflict(of: Self.nominee), as: Self.assessor)
  }

  @Test func `a conflict upheld after the closing opens the scoring again, and the ranking is void`() throws {
    var it = try scored()
    try it.accept(CloseScoring.of2027, at: at("2027-03-10 12:00"))
    try it.accept(ComputeRanking.of2027)
    let conflict = try declared(&it)
    try it.accept(RuleConflict(conflict, upheld: true))
    #expect(it.cohort.assessment.closed == nil)
    #expect(it.cohort.finalOrder == nil)
    #expect(try it.refused(ComputeRanking.of2027) == ["S2"])
    try it.scoreFully([Self.nominee], by: [Staff.assessors[2]])
    try it.accept(CloseScoring.of2027)
    try it.accept(ComputeRanking.of2027)
    #expect(it.cohort.finalOrder?.count == 2)
  }

  @Test func `a conflict concerns a nominee, and a ruling has its reasons`() throws {
    var it = try scored()
    #expect(try it.refused(DeclareConflict(of: Staff.employees[2]), as: Self.assessor) == ["S2"])
    #expect(throws: Refusal.notFound) { try it.when(RuleConflict(Alias(bits: 4711), upheld: true)) }
    var ruling = RuleConflict(try declared(&it), upheld: true)
    ruling.reasons = " "
    #expect(throws: Refusal.self) { try it.when(ruling) }
  }
}
