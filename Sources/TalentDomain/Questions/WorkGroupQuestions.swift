/// Which work groups are there?
package struct ListWorkGroups: CohortQuery {
  package var cohort = Code.blank

  package typealias Answer = WorkGroupList
  package static let purpose = Bilingual(
    da: "Arbejdsgrupperne: opgave, medlemmer og møder.", en: "The work groups: task, members and meetings.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }
}

/// The answer to `ListWorkGroups`: all to those who run or audit the programme, to a member the own.
package struct WorkGroupList: Record {
  package var groups: [WorkGroupLine] = []
  package var without: [Person] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("groups", &groups)
    try members("without", &without, "Participants who are in none; for those who see the programme.")
  }
}

/// One work group.
package struct WorkGroupLine: Record {
  package var expected = 0
  package var individual: Rational?
  package var latest: CivilDate?
  package var meetings = 0
  package var members = 0
  package var number = 0
  package var task = Line.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("expected", &expected, "How many meetings are expected in all.")
    try members(
      "individual", &individual, "Days of individual work of all its members; for those who see the programme.")
    try members("latest", &latest, "The day of its latest meeting.")
    try members("meetings", &meetings, "Meetings held, without those that were voided.")
    try members("members", &self.members, "How many of its members take part.")
    try members("number", &number)
    try members("task", &task)
  }
}

/// How does one work group go on?
package struct ShowWorkGroup: CohortQuery {
  package var cohort = Code.blank
  package var group: Int?

  package typealias Answer = WorkGroupShown
  package static let purpose = Bilingual(
    da: "En arbejdsgruppe: opgave, medlemmer, møder og individuelt arbejde.",
    en: "A work group: task, members, meetings and individual work.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("group", &group, "Its number; absent: one's own.")
  }
}

/// The answer to `ShowWorkGroup`.
package struct WorkGroupShown: Record {
  package var group = WorkGroupLine()
  package var meetings: [WorkGroupMeetingLine] = []
  package var members: [WorkGroupMemberLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("group", &group)
    try members("meetings", &meetings, "In the order of their days.")
    try members("members", &self.members, "In the order in which they came.")
  }
}

/// One meeting of a work group.
package struct WorkGroupMeetingLine: Record {
  package var date = CivilDate.blank
  package var days = Rational(0)
  package var entry = Alias.none
  package var present: [Person] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date)
    try members("days", &days)
    try members("entry", &entry, "By this it is corrected and voided.")
    try members("present", &present)
  }
}

/// One member of a work group.
package struct WorkGroupMemberLine: Record {
  package var individual: Rational?
  package var meetingDays = Rational(0)
  package var meetings = 0
  package var member = Person()
  package var takesPart = false
  package var track: TrackLine?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("individual", &individual, "Days of individual work; another member's are not told.")
    try members("meetingDays", &meetingDays)
    try members("meetings", &meetings, "At how many of the group's meetings.")
    try members("member", &member)
    try members("takesPart", &takesPart, "Whether the member still takes part in the programme.")
    try members("track", &track, "Where the member stands in all; another member's is not told.")
  }
}
