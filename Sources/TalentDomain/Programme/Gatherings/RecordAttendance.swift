/// Records who was at a gathering (fremmøde): those named, or everybody who takes part and has not been recorded yet.
package struct RecordAttendance: CohortCommand {
  package var all = false
  package var cohort = Code.blank
  package var days: Rational?
  package var gathering = 0
  package var participants: [PersonRef] = []

  package static let purpose = Bilingual(
    da: "Registrér fremmøde ved en samling.", en: "Record attendance at a gathering.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("all", &all, "Everybody who takes part and has not been recorded yet, instead of a list.")
    try members("cohort", &cohort)
    try members("days", &days, "For how many days, in quarters; absent for the whole gathering.")
    try members("gathering", &gathering, "The gathering's number.")
    try members("participants", &participants, "Those who were there.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    guard let held = cohort.gathering(gathering) else { throw .rule(noSuchGathering(gathering, cohort)) }
    var proposals: [Proposal] = []
    for participant in try present(at: held, cohort, context) {
      var fact = AttendanceRecorded()
      fact.days = days ?? held.days
      fact.entry = context.directory.fresh()
      fact.gathering = gathering
      fact.participant = participant
      proposals += try fact.proposals(cohort, context)
    }
    return proposals
  }

  private func present(
    at held: Gathering, _ cohort: Cohort, _ context: Context
  ) throws(Refusal) -> [Alias] {
    guard all else { return try recorded(participants).map(\.alias) }
    guard participants.isEmpty else {
      throw .invalid(Fault(.expected("either everybody or a list"), at: ["participants"]))
    }
    let effective = try context.effective(on: held.date, zone: cohort.setup.zone.value) ?? context.recorded
    let rest = cohort.participants.filter {
      !cohort.hasAttended($0, gathering) && cohort.hadJoined($0, by: held.date, effective: effective)
    }
    guard rest.isEmpty else { return rest }
    throw .rule(
      outOfOrder(
        "Alle deltagere er allerede registreret ved samling \(gathering).",
        "Every participant has been recorded at gathering \(gathering) already.",
        "Ret det, der er registreret, hvis det er forkert.", "Correct what is recorded, if it is wrong."))
  }
}

/// A participant was at a gathering.
package struct AttendanceRecorded: EntryFact {
  package var days = Rational(0)
  package var entry = Alias.none
  package var gathering = 0
  package var participant = Alias.none

  package static let type: StaticString = "attendance.recorded.v1"
  package static let purpose = Bilingual(
    da: "En deltager har deltaget i en samling.", en: "A participant has attended a gathering.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("days", &days, "For how many days of the programme it counts.")
    try members("entry", &entry)
    try members("gathering", &gathering, "The gathering's number.")
    try members("participant", &participant)
  }

  package func entry(in cohort: Cohort, _ header: Header) -> Entry {
    Entry(
      .gathering, entry, of: [participant], on: cohort.gathering(gathering)?.date ?? header.localDate, days, header)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.record(entry(in: cohort, header))
    cohort.programme.gatherings.entries[gathering, default: [:]][participant] = entry
  }
}
