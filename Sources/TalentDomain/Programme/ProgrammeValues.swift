/// The time table's numbers: what is expected of each track, and the least that completes it. The words give the ranges;
/// the lower bounds where they are silent, and the length of a day, are ours.
package struct ProgrammeValues: Record {
  /// The share of the gatherings' days that completes them (80 %).
  package var attendanceShare = Rational(4, 5)
  package var dayHours = Rational(37, 5)
  package var dialogueHours = TimeRange(Rational(1, 2), Rational(1))
  package var dialogues = TimeRange(Rational(5, 2), Rational(10))
  package var internship = TimeRange(Rational(2), Rational(3))
  /// The month in which the internship is expected: January (R16).
  package var internshipMonth = 1
  package var mbtiFeedbackHours = Rational(4)
  package var mbtiQuestionnaireHours = Rational(2)
  package var mentor = TimeRange(Rational(3), Rational(5))
  package var workGroupMeetingDays = TimeRange(Rational(1, 2), Rational(1))
  package var workGroupMeetings = 5
  package var workGroups = TimeRange(Rational(13, 2), Rational(9))

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("attendanceShare", &attendanceShare, "The share of the gatherings' days that completes them.")
    try members("dayHours", &dayHours, "Hours of a day, where one figure is needed.")
    try members("dialogueHours", &dialogueHours, "How long a dialogue typically lasts, in hours.")
    try members("dialogues", &dialogues, "Hours of dialogue in all.")
    try members("internship", &internship, "Days of internship in all.")
    try members("internshipMonth", &internshipMonth, "The month of the internship, 1 for January (R16).")
    try members("mbtiFeedbackHours", &mbtiFeedbackHours)
    try members("mbtiQuestionnaireHours", &mbtiQuestionnaireHours)
    try members("mentor", &mentor, "Hours with the mentor in all.")
    try members("workGroupMeetingDays", &workGroupMeetingDays, "How long a meeting of a work group lasts, in days.")
    try members("workGroupMeetings", &workGroupMeetings, "Meetings of a work group in all.")
    try members("workGroups", &workGroups, "Days of work-group meetings and individual work in all.")
  }
}

extension ProgrammeValues {
  /// Numbers by which a programme can be run, and of which sums are exact.
  var isWithinLimits: Bool {
    let ranges = [dialogueHours, dialogues, internship, mentor, workGroupMeetingDays, workGroups]
    let numbers =
      [attendanceShare, dayHours, mbtiFeedbackHours, mbtiQuestionnaireHours]
      + ranges.flatMap { [$0.least, $0.most] }
    return numbers.allSatisfy { $0.denominator <= 20 && $0.numerator > 0 && $0.numerator <= 1000 * $0.denominator }
      && ranges.allSatisfy { $0.least <= $0.most } && attendanceShare <= Rational(1)
      && (1...12).contains(internshipMonth) && (1...100).contains(workGroupMeetings)
  }
}

/// From the least that completes to the most that is expected.
package struct TimeRange: Record {
  package var least = Rational(0)
  package var most = Rational(0)

  package init() {}
  package init(_ least: Rational, _ most: Rational) {
    self.least = least
    self.most = most
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("least", &least)
    try members("most", &most)
  }

  package func contains(_ amount: Rational) -> Bool { least <= amount && amount <= most }
}
