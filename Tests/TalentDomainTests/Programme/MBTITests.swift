import TalentDomain
import Testing

struct MBTITests {
  @Test func `both parts have the hours of the rule set, and complete the track`() throws {
    var it = try Case.inJune()
    try it.accept(CompleteMBTIQuestionnaire(["110", "111"], on: "2027-04-02"))
    try it.accept(AttendMBTIFeedback(["110"], on: "2027-04-06"))
    #expect(it.facts(MBTIQuestionnaireCompleted.self).map(\.hours) == [Rational(2), Rational(2)])
    #expect(it.facts(MBTIFeedbackAttended.self).map(\.hours) == [Rational(4)])
    let today = CopenhagenClock.local(it.now).date
    #expect(it.cohort.track(.mbti, of: it.alias("110"), on: today).status == .complete)
    #expect(it.cohort.track(.mbti, of: it.alias("111"), on: today).status != .complete)
    #expect(it.events.last?.header.effective == at("2027-04-06 00:00"))
    #expect(it.warnings == [])
  }

  @Test func `another rule set gives other hours`() throws {
    var it = try Case.inJune()
    var values = ProgrammeValues()
    values.mbtiFeedbackHours = Rational(3)
    values.mbtiQuestionnaireHours = Rational(3, 2)
    var command = AdoptRuleSet()
    command.cohort = "2027"
    command.from = date("2027-06-15")
    command.values.programme = values
    command.version = "regler-2"
    try it.accept(command)
    try it.accept(CompleteMBTIQuestionnaire(["110"], on: "2027-04-02"))
    try it.accept(AttendMBTIFeedback(["110"], on: "2027-04-06"))
    #expect(it.recorded(.mbti, "110") == Rational(9, 2))
  }

  @Test func `there is no field for the result`() {
    let names = [MBTIQuestionnaireCompleted.self as any Fact.Type, MBTIFeedbackAttended.self].map(members)
    #expect(
      names == [["date", "entry", "hours", "participant"], ["date", "entry", "hours", "makeUp", "participant"]])
    #expect(MBTIQuestionnaireCompleted.sealed.isEmpty)
    #expect(MBTIFeedbackAttended.sealed.isEmpty)
  }

  private func members(_ type: any Fact.Type) -> [String] {
    guard case .record(let record) = type.shape else { return [] }
    return record.members.map(\.name)
  }

  @Test func `each part is recorded once, unless it was void`() throws {
    var it = try Case.inJune()
    try it.accept(CompleteMBTIQuestionnaire(["110"], on: "2027-04-02"))
    #expect(try it.refused(CompleteMBTIQuestionnaire(["111", "110"], on: "2027-04-03")) == ["S2"])
    try it.accept(VoidEntry(voiding: try it.latest()))
    try it.accept(CompleteMBTIQuestionnaire(["110"], on: "2027-04-03"))
    try it.accept(AttendMBTIFeedback(["110"], on: "2027-04-06"))
    #expect(try it.refused(AttendMBTIFeedback(["110"], on: "2027-04-07")) == ["S2"])
    try it.accept(VoidEntry(voiding: try it.latest()))
    try it.accept(AttendMBTIFeedback(["110"], on: "2027-04-07"))
  }

  private static let sessions: [(String, Bool, Bool, [DeviationKind])] = [
    ("2027-04-06", false, false, []), ("2027-04-06", true, true, []), ("2027-04-07", false, true, []),
    ("2027-04-25", true, true, []), ("2027-04-26", true, true, [.late]), ("2027-05-03", false, true, [.late]),
  ]

  @Test(arguments: sessions)
  func `feedback after its date is a make-up, and from the kick-off on it warns`(
    day: String, asked: Bool, makeUp: Bool, warnings: [DeviationKind]
  ) throws {
    var it = try Case.inJune()
    try it.accept(AttendMBTIFeedback(["110"], on: day, makeUp: asked))
    #expect(it.facts(MBTIFeedbackAttended.self).map(\.makeUp) == [makeUp])
    #expect(it.warnings == warnings)
    #expect(it.facts(DeviationFlagged.self).allSatisfy { $0.rule == "R14" && $0.participant == it.alias("110") })
  }

  @Test func `what has not happened yet is not recorded, nor of others than participants`() throws {
    var it = try Case.inJune()
    #expect(try it.refused(CompleteMBTIQuestionnaire(["110"], on: "2027-06-16")) == ["S4"])
    #expect(try it.refused(AttendMBTIFeedback(["110"], on: "2027-06-16")) == ["S4"])
    #expect(try it.refused(CompleteMBTIQuestionnaire(["110", "113"], on: "2027-06-15")) == ["S2"])
    #expect(try it.refused(AttendMBTIFeedback(["113"], on: "2027-06-15")) == ["S2"])
    try it.accept(CompleteMBTIQuestionnaire(["110"], on: "2027-06-15"))
  }

  @Test func `one records one's own, and HR anybody's; of another there is nothing to be found`() throws {
    var it = try Case.inJune()
    try it.accept(CompleteMBTIQuestionnaire(["110"], on: "2027-04-02"), as: "110")
    try it.accept(CompleteMBTIQuestionnaire(["111"], on: "2027-04-02"), as: Staff.hr, for: "111")
    for other in ["112", "999"] {
      #expect(throws: Refusal.notFound) {
        try it.refused(CompleteMBTIQuestionnaire([other], on: "2027-04-02"), as: "110")
      }
      #expect(throws: Refusal.notFound) {
        try it.refused(AttendMBTIFeedback(["110", other], on: "2027-04-06"), as: "110")
      }
    }
    try it.accept(AttendMBTIFeedback(["110"], on: "2027-04-06"), as: "110")
  }
}
