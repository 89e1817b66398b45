import TalentDomain

/// One row of HR's list of activities: day, kind, whose, how long. There is no column for what was said or what came of it.
enum Activity {
  /// What the row says, under the word that `participant show` has for it. Gatherings have a list of their own.
  static let words = EntryKind.allCases.filter { $0 != .gathering }.map { (word: $0.label.da.lowercased(), value: $0) }

  static func read(_ row: SheetRow, _ cohort: Code) throws(RowFault) -> MixedBatch.Row {
    let date = try row.date("Dato")
    let kind = try row.word("Aktivitet", words)
    if kind != .workGroupMeeting {
      try row.leavesOpen(
        "Arbejdsgruppe", "Kun et arbejdsgruppemøde har en gruppe.", "Only a work-group meeting has a group.")
    }
    let command: any Command =
      switch kind {
      case .dialogue: try dialogue(row, date, cohort)
      case .individualWork: try individualWork(row, date, cohort)
      case .internshipDay: try internshipDay(row, date, cohort)
      case .mbtiFeedback: try mbtiFeedback(row, date, cohort)
      case .mbtiQuestionnaire: try mbtiQuestionnaire(row, date, cohort)
      case .mentorMeeting: try mentorMeeting(row, date, cohort)
      // No word means a gathering.
      case .workGroupMeeting, .gathering: try workGroupMeeting(row, date, cohort)
      }
    return .init(number: row.number, order: date.dayNumber, command: command)
  }

  private static func dialogue(_ row: SheetRow, _ date: CivilDate, _ cohort: Code) throws(RowFault) -> HoldGoalDialogue
  {
    var command = HoldGoalDialogue()
    command.cohort = cohort
    command.date = date
    command.minutes = try row.minutes("Tid")
    command.participant = try row.person("Medarbejdernr")
    return command
  }

  private static func individualWork(
    _ row: SheetRow, _ date: CivilDate, _ cohort: Code
  ) throws(RowFault) -> LogIndividualWork {
    var command = LogIndividualWork()
    command.cohort = cohort
    command.date = date
    command.days = try row.days("Tid")
    command.participant = try row.person("Medarbejdernr")
    return command
  }

  private static func internshipDay(
    _ row: SheetRow, _ date: CivilDate, _ cohort: Code
  ) throws(RowFault) -> LogInternshipDay {
    var command = LogInternshipDay()
    command.cohort = cohort
    command.date = date
    command.days = try row.days("Tid")
    command.participant = try row.person("Medarbejdernr")
    return command
  }

  private static func mbtiFeedback(
    _ row: SheetRow, _ date: CivilDate, _ cohort: Code
  ) throws(RowFault) -> AttendMBTIFeedback {
    try withoutTime(row)
    var command = AttendMBTIFeedback()
    command.cohort = cohort
    command.date = date
    command.participants = [try row.person("Medarbejdernr")]
    return command
  }

  private static func mbtiQuestionnaire(
    _ row: SheetRow, _ date: CivilDate, _ cohort: Code
  ) throws(RowFault) -> CompleteMBTIQuestionnaire {
    try withoutTime(row)
    var command = CompleteMBTIQuestionnaire()
    command.cohort = cohort
    command.date = date
    command.participants = [try row.person("Medarbejdernr")]
    return command
  }

  private static func mentorMeeting(
    _ row: SheetRow, _ date: CivilDate, _ cohort: Code
  ) throws(RowFault) -> LogMentorMeeting {
    var command = LogMentorMeeting()
    command.cohort = cohort
    command.date = date
    command.minutes = try row.minutes("Tid")
    command.participant = try row.person("Medarbejdernr")
    return command
  }

  /// Those who were there, separated by blanks; none for all of the group who still take part.
  private static func workGroupMeeting(
    _ row: SheetRow, _ date: CivilDate, _ cohort: Code
  ) throws(RowFault) -> HoldWorkGroupMeeting {
    var command = HoldWorkGroupMeeting()
    command.cohort = cohort
    command.date = date
    command.days = try row.days("Tid")
    command.group = try row.integer("Arbejdsgruppe")
    command.present = try row.people("Medarbejdernr")
    return command
  }

  private static func withoutTime(_ row: SheetRow) throws(RowFault) {
    try row.leavesOpen("Tid", "MBTI tæller, som regelsættet siger.", "MBTI counts as the rule set says.")
  }
}
