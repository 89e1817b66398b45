import TalentDomain
import Testing

struct SubmitNominationTests {
  private static let nominee = Staff.employees[0]
  private static let day = at("2027-02-01 10:00")

  @Test func `a complete form makes events of conversation, interest and nomination, each with its own day`() throws {
    var it = try Case.prepared()
    let facts = try it.accept(SubmitNomination(of: Self.nominee), as: Staff.chief, at: Self.day)
    #expect(
      facts.map { "\(type(of: $0).type)" } == [
        "talent-conversation.held.v1", "interest.confirmed.v1", "nomination.submitted.v1",
      ])
    #expect(
      it.events.suffix(3).map(\.header.effective) == [at("2027-01-11 00:00"), at("2027-01-12 00:00"), it.now])
    let form = try #require(it.cohort.nominations.live(of: it.alias(Self.nominee)))
    #expect(form.status == .submitted)
    #expect(form.chief == it.alias(Staff.chief))
    #expect(form.priority == 1)
    #expect(it.sealed(NominationForm.self).map(\.answers) == [.complete])
  }

  @Test func `what is recorded already, or stands on no form, becomes no event`() throws {
    var it = try Case.prepared()
    var conversation = HoldTalentConversation()
    conversation.cohort = "2027"
    conversation.date = date("2027-01-11")
    conversation.employee = PersonRef(Self.nominee)
    try it.accept(conversation, as: Staff.leader, at: at("2027-01-20 10:00"))
    var interest = ConfirmInterest()
    interest.cohort = "2027"
    interest.date = date("2027-01-19")
    interest.employee = PersonRef(Self.nominee)
    try it.accept(interest, as: Self.nominee)
    let form = SubmitNomination(of: Self.nominee) { $0.interestConfirmed = nil }
    #expect(try it.accept(form, as: Staff.chief).count == 1)
  }

  @Test func `a form takes no free text, name or number into its leaf`() throws {
    var it = try Case.prepared()
    let form = SubmitNomination(of: Self.nominee) {
      $0.name = "Ævar Mølgaard"
      $0.centre = Line(Staff.schools)
    }
    try it.accept(form, as: Staff.chief, at: Self.day)
    let leaf = String(decoding: try #require(it.facts(NominationSubmitted.self).first).canonical, as: UTF8.self)
    for word in ["Ævar", "Center", "hverdagen", Self.nominee + "\""] { #expect(!leaf.contains(word)) }
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var nominee = SubmitNominationTests.nominee
    var chief = Staff.chief
    let rules: [String]
    var change: @Sendable (inout SubmitNomination) -> Void = { _ in }

    init(
      _ description: String, _ rules: [String], of nominee: String = SubmitNominationTests.nominee,
      by chief: String = Staff.chief, _ change: @escaping @Sendable (inout SubmitNomination) -> Void = { _ in }
    ) {
      testDescription = description
      self.rules = rules
      self.nominee = nominee
      self.chief = chief
      self.change = change
    }
  }

  private static func answer(
    _ number: Int, _ change: @escaping @Sendable (inout AnswerGiven) -> Void
  ) -> @Sendable (inout SubmitNomination) -> Void {
    { form in change(&form.answers[number - 1]) }
  }

  private static let refusals: [Refused] = [
    Refused("an unknown employee", ["R3"], of: "9999983"),
    Refused("an unknown employee, by nobody's chief", ["R3", "R5"], of: "9999983", by: Staff.hr),
    Refused("an employee of another centre", ["R5"], by: Staff.otherChief),
    Refused("the deputy of another centre", ["R5"], by: Staff.otherDeputy),
    Refused("an employee without a post", ["R5"], by: Staff.leader),
    Refused("the chief's own nomination", ["R5"], of: Staff.chief),
    Refused("the deputy's own nomination", ["R5"], of: Staff.deputy, by: Staff.deputy),
    Refused("no interest", ["R4"]) { $0.interest = false },
    Refused("no engagement", ["R4"]) { $0.engagement = false },
    Refused("no ambition", ["R4"]) { $0.ambition = false },
    Refused("no conversation", ["R7"]) { $0.conversation = nil },
    Refused("no confirmed interest", ["R7"]) { $0.interestConfirmed = nil },
    Refused("a conversation tomorrow", ["S4", "R7"]) { $0.conversation?.date = date("2027-02-02") },
    Refused("an interest tomorrow", ["S4", "R7"]) { $0.interestConfirmed = date("2027-02-02") },
    Refused("no answer to question 4", ["R6"]) { $0.answers.remove(at: 3) },
    Refused("no answers", ["R6"]) { $0.answers = [] },
    Refused("a sixth answer", ["R6"]) { $0.answers.append(AnswerGiven(6, .both, "Se bilag.")) },
    Refused("two answers to question 2", ["R6"]) { $0.answers.append($0.answers[1]) },
    Refused("an answer without basis", ["R6"], answer(1) { $0.basis = nil }),
    Refused("an answer without reasons", ["R6"], answer(2) { $0.reasons = nil }),
    Refused("an answer with blank reasons", ["R6"], answer(3) { $0.reasons = " \n" }),
    Refused("potential for question 5", ["R6"], answer(5) { $0.basis = .potential }),
    Refused("both for question 5", ["R6"], answer(5) { $0.basis = .both }),
    Refused("no target field", ["R10"]) { $0.field = nil },
    Refused("priority 0", ["S4"]) { $0.priority = 0 },
    Refused("priority 301", ["S4"]) { $0.priority = 301 },
    Refused("everything at once", ["R5", "R4", "R7", "R6", "R10"], by: Staff.otherChief) {
      $0.interest = false
      $0.conversation = nil
      $0.answers = []
      $0.field = nil
    },
  ]

  @Test(arguments: refusals) func `a form outside the rules is refused, and kept under a case number`(
    _ refused: Refused
  ) throws {
    var it = try Case.prepared()
    let form = SubmitNomination(of: refused.nominee, refused.change)
    #expect(try it.refused(form, as: refused.chief, at: Self.day) == refused.rules)
    let kept = try #require(it.facts(NominationRefused.self).first)
    #expect(kept.rules.map(\.value) == refused.rules)
    #expect(kept.nominee == (refused.nominee == "9999983" ? nil : it.alias(refused.nominee)))
    #expect(it.cohort.nominations.forms[kept.id]?.status == .refused)
    #expect(it.cohort.nominations.live.isEmpty)
    #expect(it.cohort.nominations.conversations.isEmpty)
    #expect(it.sealed(JournalNumber.self).map(\.number) == ["2027-0001"])
    #expect(it.sealed(NominationForm.self) == [form.asKept])
  }

  @Test(arguments: refusals) func `a finding holds no name, number or id of anybody`(_ refused: Refused) throws {
    var it = try Case.prepared()
    let form = SubmitNomination(of: refused.nominee, refused.change)
    for finding in try it.when(form, as: refused.chief, at: Self.day).findings {
      for sentence in [finding.problem.da, finding.problem.en, finding.remedy.da, finding.remedy.en] {
        #expect(!sentence.isEmpty)
        for secret in [refused.nominee, it.alias(Self.nominee).text, "Se bilag"] where secret.count > 2 {
          #expect(!sentence.contains(secret))
        }
      }
    }
  }

  @Test func `a form for somebody unknown is sealed under the form's own id`() throws {
    var it = try Case.prepared()
    _ = try it.refused(SubmitNomination(of: "9999983"), as: Staff.chief)
    let kept = try #require(it.facts(NominationRefused.self).first)
    #expect(it.events.last?.sealed.map(\.subject) == [kept.id, kept.id])
  }

  @Test func `a refusal for somebody nominated already names the rules in their order`() throws {
    var it = try Case.nominated([Self.nominee])
    let form = SubmitNomination(of: Self.nominee) {
      $0.ambition = false
      $0.answers = []
      $0.field = nil
    }
    let rules = try it.refused(form, as: Staff.otherChief, at: at("2027-03-02 00:00"))
    #expect(rules == ["R5", "S1", "R2", "R4", "R6", "R10"])
  }

  @Test func `a former leader's form is received like any other, for HR to rule on`() throws {
    var it = try Case.prepared()
    try it.accept(SubmitNomination(of: Staff.formerLeader), as: Staff.deputy, at: Self.day)
    #expect(it.facts(NominationSubmitted.self).first?.form.hasLed == true)
  }

  @Test func `the deputy nominates the chief`() throws {
    var it = try Case.prepared()
    try it.accept(SubmitNomination(of: Staff.chief), as: Staff.deputy, at: Self.day)
  }

  @Test func `HR hands in on behalf of a chief, and both are named`() throws {
    var it = try Case.prepared()
    try it.accept(SubmitNomination(of: Self.nominee), as: Staff.hr, for: Staff.chief, at: Self.day)
    #expect(it.facts(NominationSubmitted.self).first?.form.chief == it.alias(Staff.chief))
    #expect(it.events.last?.header.actor == it.alias(Staff.hr))
    #expect(it.events.last?.header.behalf == it.alias(Staff.chief))
  }

  @Test func `no more nominees than the rule set allows`() throws {
    var it = try Case.prepared()
    var values = RuleSet()
    values.nominees = 2
    var adopt = AdoptRuleSet()
    adopt.cohort = "2027"
    adopt.from = date("2027-01-04")
    adopt.values = values
    adopt.version = "regler-2"
    try it.accept(adopt)
    try it.accept(SubmitNomination(of: Staff.employees[0]), as: Staff.chief, at: Self.day)
    try it.accept(SubmitNomination(of: Staff.employees[1]), as: Staff.chief)
    #expect(try it.refused(SubmitNomination(of: Staff.employees[2]), as: Staff.chief) == ["S4"])
  }

  @Test func `nothing is handed in before the criteria are published, or to no cohort`() throws {
    var it = try Case.opened()
    #expect(try it.refused(SubmitNomination(of: Self.nominee), as: Staff.chief, at: Self.day) == ["S2"])
    var closed = try Case.staffed()
    #expect(throws: Refusal.notFound) { try closed.when(SubmitNomination(of: Self.nominee), as: Staff.chief) }
  }
}

extension SubmitNomination {
  /// The form as it should stand under seal.
  var asKept: NominationForm {
    var form = NominationForm()
    form.ambition = ambition
    form.answers = answers
    form.centre = centre
    form.conversation = conversation
    form.engagement = engagement
    form.field = field
    form.handedIn = handedIn
    form.interest = interest
    form.interestConfirmed = interestConfirmed
    form.name = name
    form.priority = priority
    return form
  }
}
