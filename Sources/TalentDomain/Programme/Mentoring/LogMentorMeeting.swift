/// Records that mentor and participant have met: the day and the time, and nothing of what was said (R15).
package struct LogMentorMeeting: CohortCommand {
  package var cohort = Code.blank
  package var date: CivilDate?
  package var minutes = 0
  package var participant = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Registrér et møde mellem mentor og deltager: kun dag og varighed.",
    en: "Record a meeting of mentor and participant: its day and length only.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day on which it was, if not today.")
    try members("minutes", &minutes, "Whole quarters of an hour: 15, 30, 45, 60 and so on.")
    try members("participant", &participant)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let date = date ?? context.localDate
    let cohort = try cohort.opened()
    let participant = try participant.known()
    let match = cohort.programme.mentors.match(
      of: participant.alias, on: date, recordedBy: context.principal.alias)
    guard organisation.mayRecord(between: participant, match?.mentor, context) else { throw .notPermitted }
    var fact = MentorMeetingHeld()
    fact.date = date
    fact.entry = context.directory.fresh()
    fact.hours = try hours(ofMinutes: minutes)
    fact.match = match?.id ?? .none
    fact.participant = participant.alias
    return try fact.proposals(cohort, context)
  }
}

/// Mentor and participant have met. There is no field for what was said.
package struct MentorMeetingHeld: EntryFact {
  package var date = CivilDate.blank
  package var entry = Alias.none
  package var hours = Rational(0)
  package var match = Alias.none
  package var participant = Alias.none

  package static let type: StaticString = "mentor-meeting.held.v1"
  package static let purpose = Bilingual(
    da: "Mentor og deltager har holdt et møde.", en: "Mentor and participant have met.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date)
    try members("entry", &entry)
    try members("hours", &hours)
    try members("match", &match)
    try members("participant", &participant)
  }

  package func entry(in cohort: Cohort, _ header: Header) -> Entry {
    Entry(
      .mentorMeeting, entry, of: [participant], on: date, hours,
      counterpart: cohort.programme.mentors.matches[match]?.mentor, header)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.record(entry(in: cohort, header))
    cohort.programme.mentors.meetings[entry] = match
  }
}

/// Minutes as hours. No meeting is longer than a day, whatever is typed; shorter ones are held to quarters of an hour by
/// the limits of every entry (S4).
func hours(ofMinutes minutes: Int) throws(Refusal) -> Rational {
  guard (1...1440).contains(minutes) else {
    throw .rule(
      Finding(
        .s4,
        (da: "\(minutes) minutter er ikke en tid.", en: "\(minutes) minutes is not a time."),
        remedy: (
          da: "Angiv hele kvarter: 15, 30, 45, 60 minutter og så fremdeles, højst et døgn.",
          en: "Give whole quarters of an hour: 15, 30, 45, 60 minutes and so on, at most a day."
        )))
  }
  return Rational(minutes, 60)
}
