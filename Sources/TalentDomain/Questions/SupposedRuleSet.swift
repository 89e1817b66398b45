/// Values of a rule set that are supposed to have been others; those that are absent are as they were.
package struct SupposedRuleSet: Record {
  package var answerDays: Int?
  package var assessors: Int?
  package var duties: DutyValues?
  package var feedbackAnswers: Int?
  package var feedbackDays: Int?
  package var gatheringDays: Rational?
  package var lateDispensation: Bool?
  package var nominees: Int?
  package var points: Int?
  package var programme: ProgrammeValues?
  package var retentionYears: Int?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("answerDays", &answerDays)
    try members("assessors", &assessors)
    try members("duties", &duties)
    try members("feedbackAnswers", &feedbackAnswers)
    try members("feedbackDays", &feedbackDays)
    try members("gatheringDays", &gatheringDays)
    try members("lateDispensation", &lateDispensation)
    try members("nominees", &nominees)
    try members("points", &points)
    try members("programme", &programme)
    try members("retentionYears", &retentionYears)
  }

  /// A rule set with these values in it.
  package func replacing(in rules: RuleSet) -> RuleSet {
    var rules = rules
    rules.answerDays = answerDays ?? rules.answerDays
    rules.assessors = assessors ?? rules.assessors
    rules.duties = duties ?? rules.duties
    rules.feedbackAnswers = feedbackAnswers ?? rules.feedbackAnswers
    rules.feedbackDays = feedbackDays ?? rules.feedbackDays
    rules.gatheringDays = gatheringDays ?? rules.gatheringDays
    rules.lateDispensation = lateDispensation ?? rules.lateDispensation
    rules.nominees = nominees ?? rules.nominees
    rules.points = points ?? rules.points
    rules.programme = programme ?? rules.programme
    rules.retentionYears = retentionYears ?? rules.retentionYears
    return rules
  }
}
