/// When is what?
package struct ShowCalendar: CohortQuery {
  package var cohort = Code.blank
  package var participant: PersonRef?

  package typealias Answer = CalendarShown
  package static let purpose = Bilingual(
    da: "Kalenderen: samlinger med deres flytninger, og en deltagers egne møder og praktik.",
    en: "The calendar: gatherings and how they moved, and a participant's own meetings and internship.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members(
      "participant", &participant, "Whose calendar; absent: one's own, or for HR and the auditor the cohort's.")
  }
}

/// The answer to `ShowCalendar`, as far as the reader may see.
package struct CalendarShown: Record {
  package var events: [CalendarLine] = []
  package var origin = Line("")
  package var participant: Person?
  package var title = Line("")
  package var zone = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("events", &events, "In the order of their days.")
    try members("origin", &origin, "The log's name: with it an event's id is unique in the world.")
    try members("participant", &participant, "Whose calendar it is; absent for the cohort's.")
    try members("title", &title, "The cohort's.")
    try members("zone", &zone, "The zone of its times.")
  }
}

/// One event of a calendar.
package struct CalendarLine: Record {
  package var cancelled = false
  package var changed = Instant.blank
  package var earlier: [CalendarTime] = []
  package var id = Line("")
  package var kind = CalendarKind.blank
  package var sequence = 0
  package var time = CalendarTime()
  package var title: Line?
  package var with: Person?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cancelled", &cancelled, "Taken off the programme, or voided.")
    try members("changed", &changed, "When what stands here was recorded.")
    try members("earlier", &earlier, "When it was to be before it moved, from first to last.")
    try members("id", &id, "The same for ever, within the cohort.")
    try members("kind", &kind)
    try members("sequence", &sequence, "How often it has changed, as RFC 5545 counts.")
    try members("time", &time)
    try members("title", &title, "A gathering's, or a work group's task.")
    try members("with", &with, "The mentor, the host or the leader.")
  }
}

/// From one day to another, both included, or from one moment to another where the times of day are known.
package struct CalendarTime: Record {
  package var ends: LocalTime?
  package var from = CivilDate.blank
  package var starts: LocalTime?
  package var to = CivilDate.blank

  package init() {}
  package init(from: CivilDate, to: CivilDate) {
    self.from = from
    self.to = to
  }
  package init(_ gathering: Gathering) {
    ends = gathering.ends
    from = gathering.starts.date
    starts = gathering.starts
    to = gathering.ends.date
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("ends", &ends, "In the calendar's zone.")
    try members("from", &from, "The first day.")
    try members("starts", &starts, "In the calendar's zone.")
    try members("to", &to, "The last day.")
  }
}

package enum CalendarKind: String, Choice {
  case dialogue, gathering
  /// The period within which the days of an internship lie.
  case internship
  case internshipDay
  /// The cohort's group feedback, or a participant's own session after it.
  case mbti
  case mentorMeeting, workGroupMeeting

  package var label: Bilingual {
    switch self {
    case .dialogue: Bilingual(da: "Karriere- og måldialog", en: "Career and goal dialogue")
    case .gathering: Bilingual(da: "Samling", en: "Gathering")
    case .internship: Bilingual(da: "Aftalt praktik", en: "Agreed internship")
    case .internshipDay: Bilingual(da: "Praktikdag", en: "Internship day")
    case .mbti: Bilingual(da: "MBTI-gruppetilbagemelding", en: "MBTI group feedback")
    case .mentorMeeting: Bilingual(da: "Mentormøde", en: "Mentor meeting")
    case .workGroupMeeting: Bilingual(da: "Arbejdsgruppemøde", en: "Work-group meeting")
    }
  }
}
