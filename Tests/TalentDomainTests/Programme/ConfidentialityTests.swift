import TalentDomain
import Testing

/// What nobody should see is not there: of a mentor talk and of an MBTI result nothing can be written anywhere.
struct ConfidentialityTests {
  /// Every place of the programme where somebody may write in their own words, and why. A new one fails here, until somebody
  /// has thought about what might be written there.
  private static let ownWords: Set<String> = [
    // R17: what the plan is for, what is to come of it, its goals, and how far they are.
    "SetDevelopmentPlan.benefit", "SetDevelopmentPlan.goals", "SetDevelopmentPlan.purpose", "ProgressGoal.note",
    "DevelopmentPlan.benefit", "DevelopmentPlan.goals", "DevelopmentPlan.purpose", "GoalNote.note",
    // R21: why something was changed, but for what is confidential.
    "CorrectEntry.reason", "VoidEntry.reason", "RevokeCertificate.reason", "EntryReason.reason",
    // Why somebody completes although a track is short.
    "CompleteProgramme.ground", "CompletionGround.ground",
    // What a work group works on: the task, no one's words about anyone.
    "FormWorkGroup.task", "WorkGroupFormed.task",
    // The name of a rule.
    "DeviationFlagged.rule",
  ]

  private static let records: [any Record.Type] =
    programmeCommands.map { $0 } + programmeFacts.map { $0 } + programmeFacts.flatMap { $0.sealed }

  @Test func `in one's own words only what is known to be needed can be written`() {
    let found = Self.records.flatMap { record in
      record.recordShape.members.filter { hasWords($0.shape) }.map { "\(record.recordShape.name).\($0.name)" }
    }
    #expect(Set(found) == Self.ownWords)
  }

  @Test func `no command and no event about mentors or MBTI has a place for words, or anything sealed`() {
    let confidential = Self.records.filter { record in
      ["Mentor", "MBTI", "Confidentiality"].contains { record.recordShape.name.contains($0) }
    }
    #expect(confidential.count == 14)
    for record in confidential {
      #expect(!record.recordShape.members.contains { hasWords($0.shape) }, "\(record)")
      #expect((record as? any Fact.Type)?.sealed.isEmpty != false, "\(record)")
    }
  }

  private func hasWords(_ shape: Shape) -> Bool {
    switch shape {
    case .text, .line: true
    case .list(let element, _): hasWords(element)
    case .record(let record): record.members.contains { hasWords($0.shape) }
    default: false
    }
  }

  // MARK: A correction is no back door

  private static let confidential: [String: @Sendable (inout Case) throws -> Void] = [
    "a mentor meeting": { try $0.accept(LogMentorMeeting("110", "2027-05-10"), as: "110") },
    "the questionnaire": { try $0.accept(CompleteMBTIQuestionnaire(["110"], on: "2027-04-02")) },
    "the group feedback": { try $0.accept(AttendMBTIFeedback(["110"], on: "2027-04-06")) },
  ]

  @Test(arguments: confidential.keys.sorted())
  func `a correction of what is confidential gives a ground, and no words`(_ name: String) throws {
    var it = try Case.confidential()
    it.now = at("2027-05-12 09:00")
    let record = try #require(Self.confidential[name])
    try record(&it)
    let entry = try it.lastEntry()
    var correction = CorrectEntry(entry, to: Rational(1, 2))
    var voiding = VoidEntry(voiding: entry)
    // Words beside a ground are words all the same.
    for ground in [nil, CorrectionGround.mistyped] {
      (correction.reason, correction.ground) = ("Vi talte om noget andet.", ground)
      #expect(try it.refused(correction) == ["R15"])
      (voiding.reason, voiding.ground) = ("Vi talte om noget andet.", ground)
      #expect(try it.refused(voiding) == ["R15"])
    }
    (correction.reason, correction.ground) = (nil, .mistyped)
    try it.accept(correction)
    voiding = VoidEntry(voiding: try it.lastEntry())
    (voiding.reason, voiding.ground) = (nil, .cancelled)
    try it.accept(voiding)
    #expect(it.sealed(EntryReason.self).isEmpty)
    #expect(it.facts(EntryCorrected.self).map(\.ground) == [.mistyped])
    #expect(it.facts(EntryVoided.self).map(\.ground) == [.cancelled])
  }

  @Test func `whoever gives neither words nor a ground gives no reason`() throws {
    var it = try Case.confidential()
    try it.accept(HoldGoalDialogue("110", "2027-05-03"), as: "110")
    var correction = CorrectEntry(try it.lastEntry(), to: Rational(1, 2))
    (correction.reason, correction.ground) = (nil, nil)
    #expect(try it.refused(correction, as: "110") == ["R21"])
    correction.ground = .stated
    #expect(try it.refused(correction, as: "110") == ["R21"])
    correction.ground = .mistyped
    try it.accept(correction, as: "110")
    try it.accept(LogMentorMeeting("110", "2027-05-10"), as: "110")
    var voiding = VoidEntry(voiding: try it.lastEntry())
    (voiding.reason, voiding.ground) = (nil, nil)
    #expect(try it.refused(voiding, as: "110") == ["R21", "R15"])
  }
}
