/// Records a meeting of a work group: «5 arbejdsgruppemøder af ½-1 dag»
package struct HoldWorkGroupMeeting: CohortCommand {
  package var cohort = Code.blank
  package var date: CivilDate?
  package var days = Rational(0)
  package var group = 0
  package var present: [PersonRef] = []

  package static let purpose = Bilingual(
    da: "Registrér et arbejdsgruppemøde.", en: "Record a meeting of a work group.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day on which it was, if not today.")
    try members("days", &days, "How long it lasted, in quarters of a day.")
    try members("group", &group, "The group's number.")
    try members("present", &present, "The members who were there; empty for all who still take part.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let date = date ?? context.localDate
    let cohort = try cohort.opened()
    let isHR = organisation.holds(context.person, .hr, in: cohort.setup.code)
    let held = cohort.programme.workGroups.group(numbered: group)
    // To whoever is not in the group, it is as if there were none.
    guard isHR || held?.members.contains(context.principal.alias) == true else { throw .notFound }
    guard let held else { throw .rule(noSuchWorkGroup(cohort)) }
    var fact = WorkGroupMeetingHeld()
    fact.date = date
    fact.days = days
    fact.entry = context.directory.fresh()
    fact.group = held.id
    fact.number = held.meetings + 1
    fact.present = present.isEmpty ? held.members.filter(cohort.isParticipant) : try recorded(present).map(\.alias)
    guard isHR || fact.present.allSatisfy(held.members.contains) else { throw .notFound }
    return try fact.proposals(cohort, context)
  }
}

/// A work group has met. What was said there is recorded nowhere.
package struct WorkGroupMeetingHeld: EntryFact {
  package var date = CivilDate.blank
  package var days = Rational(0)
  package var entry = Alias.none
  package var group = Alias.none
  package var number = 0
  package var present: [Alias] = []

  package static let type: StaticString = "work-group-meeting.held.v1"
  package static let purpose = Bilingual(
    da: "En arbejdsgruppe har holdt møde.", en: "A work group has held a meeting.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date)
    try members("days", &days)
    try members("entry", &entry)
    try members("group", &group)
    try members("number", &number, "Which of the group's meetings this is.")
    try members("present", &present, "The members who were there.")
  }

  package func entry(in cohort: Cohort, _ header: Header) -> Entry {
    Entry(.workGroupMeeting, entry, of: present, on: date, days, header)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.record(entry(in: cohort, header))
    cohort.programme.workGroups.meetings[entry] = group
    cohort.programme.workGroups.change(group) { $0.meetings += 1 }
  }
}
