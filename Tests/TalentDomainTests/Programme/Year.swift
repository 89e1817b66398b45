import TalentDomain
import Testing

/// What one participant lives through in each track, as it is recorded command by command.
struct Year: Sendable {
  /// Days at each gathering, from the first on.
  var gatherings: [Rational]
  var questionnaire = true
  var feedback = true
  /// Days of each meeting of the work group, and of the work between them.
  var meetings: [Rational]
  var individualWork: [Rational]
  /// Minutes of each meeting with the mentor, and of each dialogue with the leader.
  var mentor: [Int]
  var internship: [Rational]
  var dialogues: [Int]

  /// The least that quarters of a day and of an hour can record of every track. Of the gatherings that is 9¾ days, for
  /// 80 % of twelve are 9.6.
  static let least = Year(
    gatherings: [2, 2, 2, 2].map { Rational($0) } + [Rational(7, 4)],
    meetings: Array(repeating: Rational(1, 2), count: 5),
    individualWork: Array(repeating: Rational(1), count: 4), mentor: [60, 60, 60],
    internship: [Rational(1), Rational(1)],
    dialogues: [30, 30, 30, 30, 30])

  /// The most that is expected of every track.
  static let most = Year(
    gatherings: Array(repeating: Rational(2), count: 6), meetings: Array(repeating: Rational(1), count: 5),
    individualWork: Array(repeating: Rational(1), count: 4), mentor: Array(repeating: 60, count: 5),
    internship: Array(repeating: Rational(1), count: 3), dialogues: Array(repeating: 60, count: 10))

  func with(_ change: (inout Year) -> Void) -> Year {
    var year = self
    change(&year)
    return year
  }
}

extension Case {
  /// The year of 110, recorded afterwards, in February.
  static func lived(_ year: Year) throws -> Case {
    var it = try Case.underWay()
    try it.agree()
    it.now = at("2028-02-10 12:00")
    for (index, days) in year.gatherings.enumerated() {
      try it.accept(RecordAttendance(index + 1, ["110"], days: days))
    }
    if year.questionnaire { try it.accept(CompleteMBTIQuestionnaire(["110"], on: "2027-04-02")) }
    if year.feedback { try it.accept(AttendMBTIFeedback(["110"], on: "2027-04-06")) }
    for (index, days) in year.meetings.enumerated() {
      try it.accept(HoldWorkGroupMeeting(1, on: "2027-06-1\(index)", days, present: ["110"]))
    }
    for (index, days) in year.individualWork.enumerated() {
      try it.accept(LogIndividualWork("110", on: "2027-07-1\(index)", days), as: "110")
    }
    for (index, minutes) in year.mentor.enumerated() {
      try it.accept(LogMentorMeeting("110", "2027-08-1\(index)", minutes: minutes), as: "110")
    }
    for (index, days) in year.internship.enumerated() {
      try it.accept(LogInternshipDay("110", "2028-01-1\(index)", days), as: "110")
    }
    for (index, minutes) in year.dialogues.enumerated() {
      try it.accept(HoldGoalDialogue("110", "2027-09-\(10 + index)", minutes: minutes), as: "110")
    }
    return it
  }

  /// What is agreed before anything of it is held: the group, the mentor and the internship.
  private mutating func agree() throws {
    try accept(FormWorkGroup(["110", "111"]))
    try accept(RegisterMentor(Staff.otherChief))
    try accept(MatchMentor("110", with: Staff.otherChief))
    for number in ["110", Staff.otherChief] { try accept(AgreeConfidentiality(of: "110"), as: number) }
    try accept(AgreeInternship("110", with: Staff.otherChief), as: "110")
  }
}
