import TalentDomain
import Testing

struct FeedbackTests {
  @Test func `the letter goes once, to those neither selected nor in reserve, after the approval`() throws {
    var it = try Case.proposed()
    #expect(try it.refused(NotifyNonSelection("115")) == ["R9"])
    try it.accept(it.approval(), as: Staff.board[0], at: at("2027-03-15 12:00"))
    for number in ["110", "113"] { #expect(try it.refused(NotifyNonSelection(number)) == ["R9"]) }
    try it.accept(NotifyNonSelection("115"))
    #expect(it.cohort.selection.notified[it.alias("115")] == date("2027-03-29"))
    #expect(it.cohort.selection.feedbackOwed.map(\.nominee) == [it.alias("115")])
    #expect(it.events.last?.sealed.map(\.subject) == [it.person("115")])
    #expect(try it.refused(NotifyNonSelection("115")) == ["S2"])
    #expect(throws: Refusal.notFound) { try it.refused(NotifyNonSelection("130")) }
  }

  @Test func `whoever is not eligible is told without waiting for the board, and gets feedback as well`() throws {
    var it = try Case.ranked(rejected: [Staff.formerLeader: .formerLeader])
    try it.accept(NotifyNonSelection(Staff.formerLeader))
    #expect(it.facts(NonSelectionNotified.self).map(\.ground) == [.ineligible])
    try it.accept(GiveFeedback(Staff.formerLeader), as: Staff.leader)
  }

  @Test func `the immediate leader answers all four questions, once`() throws {
    var it = try Case.told()
    #expect(try it.refused(GiveFeedback("115", answers: 3), as: Staff.leader) == ["R12"])
    try it.accept(GiveFeedback("115"), as: Staff.leader)
    let fact = try #require(it.facts(FeedbackGiven.self).first)
    #expect(fact.answers == 4)
    #expect(!fact.late)
    #expect(it.sealed(Feedback.self).map(\.rightNow) == ["Ja."])
    #expect(it.cohort.selection.feedbackOwed.isEmpty)
    #expect(try it.refused(GiveFeedback("115"), as: Staff.leader) == ["S2"])
  }

  @Test func `how many must be answered is a value of the rule set, and a blank answer is none`() throws {
    var it = try Case.told()
    var adopt = AdoptRuleSet()
    adopt.cohort = "2027"
    adopt.from = date("2027-03-16")
    adopt.version = "2027-2"
    adopt.values.feedbackAnswers = 2
    try it.accept(adopt)
    it.now = at("2027-03-16 12:00")
    #expect(try it.refused(GiveFeedback("115", answers: 1), as: Staff.leader) == ["R12"])
    try it.accept(GiveFeedback("115", answers: 2), as: Staff.leader)
  }

  @Test func `nobody but the immediate leader gives it, though HR may record it in the leader's name`() throws {
    var it = try Case.told()
    for actor in [Staff.hr, Staff.otherLeader, Staff.chief] {
      #expect(try it.refused(GiveFeedback("115"), as: actor) == ["R12"])
    }
    try it.accept(GiveFeedback("115"), as: Staff.hr, for: Staff.leader)
    #expect(it.events.last?.header.behalf == it.alias(Staff.leader))
  }

  @Test func `there is no feedback before the letter`() throws {
    var it = try Case.approved()
    #expect(try it.refused(GiveFeedback("115"), as: Staff.leader) == ["R12"])
  }

  @Test(arguments: [("2027-03-29", false), ("2027-03-30", true)])
  func `late feedback is accepted, and marked as late`(day: String, late: Bool) throws {
    for dated in [false, true] {
      var it = try Case.told()
      var command = GiveFeedback("115")
      // Judged by the day of the talk where that is given, else by the day on which it is recorded.
      if dated { command.date = date(day) }
      try it.accept(command, as: Staff.leader, at: dated ? at("2027-04-02 09:00") : at("\(day) 23:59:59"))
      #expect(it.facts(FeedbackGiven.self).map(\.late) == [late])
    }
  }

  @Test func `several rules are named where several are broken`() throws {
    var it = try Case.approved()
    let verdict = try it.when(GiveFeedback("115", answers: 0), as: Staff.hr)
    #expect(verdict.findings.map(\.rule) == ["R12", "R12", "R12"])
    #expect(verdict.events.isEmpty)
  }

  @Test func `a complaint is received and answered`() throws {
    var it = try Case.told()
    var complaint = ReceiveComplaint()
    complaint.cohort = "2027"
    complaint.nominee = PersonRef("115")
    complaint.text = "Begrundelsen er for kort."
    complaint.date = date("2027-03-14")
    var answer = AnswerComplaint()
    answer.cohort = "2027"
    answer.nominee = PersonRef("115")
    answer.text = "Her er den uddybet."

    #expect(try it.refused(answer) == ["S2"])
    try it.accept(complaint)
    #expect(it.cohort.selection.complaints[it.alias("115")]?.position == it.events.count - 1)
    try it.accept(answer)
    #expect(it.cohort.selection.complaints.isEmpty)
    #expect(try it.refused(answer) == ["S2"])
    complaint.date = date("2027-03-16")
    #expect(try it.refused(complaint) == ["S4"])
    complaint.nominee = PersonRef("130")
    #expect(throws: Refusal.notFound) { try it.refused(complaint) }
  }

  @Test func `a letter says why`() throws {
    var it = try Case.approved()
    var letter = NotifyNonSelection("115")
    letter.reasons = " "
    #expect(throws: Refusal.invalid(Fault(.expected("a text that is not blank"), at: ["reasons"]))) {
      try it.refused(letter)
    }
  }
}

extension Case {
  /// With 115 told on 15 March, so that feedback is due on the 29th.
  static func told() throws -> Case {
    var it = try approved()
    try it.accept(NotifyNonSelection("115"))
    return it
  }
}
