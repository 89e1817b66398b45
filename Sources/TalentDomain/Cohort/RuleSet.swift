/// Every number that the programme's words do not hold (and those that they do): adopted by an event, never retroactive.
package struct RuleSet: Record {
  /// Days from an offer to the last day for its answer.
  package var answerDays = 10
  /// Assessors per nominee, each with a full set (R20).
  package var assessors = 2
  /// By when what the programme asks for is to be done; without it the defaults hold.
  package var duties: DutyValues?
  /// Answers of the four that the immediate leader must give (R12).
  package var feedbackAnswers = 4
  /// Days from the letter to the feedback (R12).
  package var feedbackDays = 14
  /// What the gatherings of the programme add up to («12 dage»).
  package var gatheringDays = Rational(12)
  /// Whether the board may admit a late nomination (R2).
  package var lateDispensation = false
  /// Nominees at most.
  package var nominees = 300
  /// The highest score per question; the lowest is 0.
  package var points = 4
  /// The time table; without it the defaults hold.
  package var programme: ProgrammeValues?
  /// How long data is kept once a case has ended; without it the defaults hold.
  package var retention: RetentionValues?
  /// Years that the data of those not selected is kept.
  package var retentionYears = 3

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("answerDays", &answerDays, "Days from an offer to the last day for its answer.")
    try members("assessors", &assessors, "Assessors per nominee, each with a full set (R20).")
    try members("duties", &duties, "By when what is asked is to be done; without it the defaults hold.")
    try members("feedbackAnswers", &feedbackAnswers, "How many of the four questions the leader must answer (R12).")
    try members("feedbackDays", &feedbackDays, "Days from the letter to the feedback (R12).")
    try members("gatheringDays", &gatheringDays, "Days that the gatherings add up to (R13).")
    try members("lateDispensation", &lateDispensation, "Whether the board may admit a late nomination (R2).")
    try members("nominees", &nominees, "Nominees at most.")
    try members("points", &points, "The highest score per question; the lowest is 0.")
    try members("programme", &programme, "The time table; without it the defaults hold.")
    try members("retention", &retention, "How long data is kept; without it the defaults hold.")
    try members("retentionYears", &retentionYears, "Years that the data of those not selected is kept.")
  }
}
