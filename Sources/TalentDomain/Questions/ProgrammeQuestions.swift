/// Where does one participant stand?
package struct ShowParticipant: CohortQuery {
  package var cohort = Code.blank
  package var participant: PersonRef?

  package typealias Answer = ParticipantShown
  package static let purpose = Bilingual(
    da: "En deltager på én skærm: sporene, det næste, og det der er registreret.",
    en: "A participant on one screen: the tracks, what comes next, and what is recorded.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("participant", &participant, "Absent: oneself.")
  }
}

/// The answer to `ShowParticipant`, as far as the reader may see: a leader sees dialogues, a mentor and a host their own.
package struct ParticipantShown: Record {
  package var certificate: Code?
  package var completed = false
  package var deviations: [DeviationLine] = []
  package var entries: [EntryLine] = []
  package var internship: InternshipLine?
  package var leader: Person?
  package var mentor: Person?
  package var next: [PlannedLine] = []
  package var participant = Person()
  package var plan: PlanStanding?
  package var status = CaseStatus.blank
  package var totals: LedgerTotals?
  package var tracks: [TrackLine] = []
  package var workGroup: WorkGroupLine?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("certificate", &certificate, "The number of the certificate that stands.")
    try members("completed", &completed)
    try members("deviations", &deviations)
    try members("entries", &entries, "In the order of their days.")
    try members("internship", &internship, "The latest that is agreed.")
    try members("leader", &leader, "The immediate leader today.")
    try members("mentor", &mentor, "Whom the participant meets now.")
    try members("next", &next, "What is to come, in the order of its days.")
    try members("participant", &participant)
    try members("plan", &plan, "The development plan that holds, without its words.")
    try members("status", &status)
    try members("totals", &totals)
    try members("tracks", &tracks, "In the order of the programme's table.")
    try members("workGroup", &workGroup)
  }
}

/// A development plan, without its words.
package struct PlanStanding: Record {
  package var goals = 0
  package var reached = 0
  package var version = 0

  package init() {}
  package init(_ plan: PlanState) {
    goals = plan.goals
    reached = plan.progress.values.count { $0 == .reached }
    version = plan.version
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("goals", &goals)
    try members("reached", &reached, "How many of the goals are reached.")
    try members("version", &version)
  }
}

/// What a participant's tracks come to in all.
package struct LedgerTotals: Record {
  package var least = LedgerTotal()
  package var most = LedgerTotal()
  package var recorded = LedgerTotal()

  package init() {}
  package init(_ ledger: [TrackLedger], dayHours: Rational) {
    least = LedgerTotal(ledger.map { ($0.track, $0.expected.least) }, dayHours: dayHours)
    most = LedgerTotal(ledger.map { ($0.track, $0.expected.most) }, dayHours: dayHours)
    recorded = LedgerTotal(ledger.map { ($0.track, $0.recorded) }, dayHours: dayHours)
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("least", &least, "The least that completes.")
    try members("most", &most, "The most that is expected.")
    try members("recorded", &recorded)
  }
}

/// One track of the time table: what is recorded beside what is expected, in its own unit.
package struct TrackLine: Record {
  package var due = Rational(0)
  package var least = Rational(0)
  package var most = Rational(0)
  package var recorded = Rational(0)
  package var status = TrackStatus.blank
  package var track = Track.blank
  package var unit = TimeUnit.blank

  package init() {}
  package init(_ ledger: TrackLedger) {
    due = ledger.due
    least = ledger.expected.least
    most = ledger.expected.most
    recorded = ledger.recorded
    status = ledger.status
    track = ledger.track
    unit = ledger.track.unit
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("due", &due, "As much of the least as is due by now.")
    try members("least", &least, "The least that completes it.")
    try members("most", &most, "The most that is expected.")
    try members("recorded", &recorded)
    try members("status", &status)
    try members("track", &track)
    try members("unit", &unit)
  }
}

/// One thing that is recorded of a participant's time.
package struct EntryLine: Record {
  package var amount = Rational(0)
  package var confirmed = false
  package var date = CivilDate.blank
  package var id = Alias.none
  package var kind = EntryKind.blank
  package var position: Int?
  package var voided = false
  package var with: Person?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("amount", &amount, "In the unit of its track.")
    try members("confirmed", &confirmed, "Whether the counterpart has confirmed it.")
    try members("date", &date)
    try members("id", &id, "By this it is confirmed, corrected and voided.")
    try members("kind", &kind)
    try members("position", &position)
    try members("voided", &voided)
    try members("with", &with, "The mentor, the host or the leader.")
  }
}

/// Something that differs from what the programme expects.
package struct DeviationLine: Record {
  package var amount: Rational?
  package var date: CivilDate?
  package var entry = Alias.none
  package var entryKind: EntryKind?
  package var kind = DeviationKind.blank
  package var participant = Person()
  package var rule = Line("")
  package var stands = false

  package init() {}
  package init(_ deviation: Deviation, _ entry: Entry?, stands: Bool) {
    amount = entry?.amount
    date = entry?.date
    self.entry = deviation.entry
    entryKind = entry?.kind
    kind = deviation.kind
    participant = Person(deviation.participant)
    rule = Line(deviation.kind.rule.rawValue)
    self.stands = stands
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("amount", &amount, "Of the entry as it stands, in the unit of its track.")
    try members("date", &date, "Of the entry as it stands.")
    try members("entry", &entry, "Which brought it about.")
    try members("entryKind", &entryKind)
    try members("kind", &kind)
    try members("participant", &participant)
    try members("rule", &rule)
    try members("stands", &stands, "Whether it still differs: a correction or a voiding may have mended it.")
  }
}

/// How far has each participant come?
package struct ShowProgress: CohortQuery {
  package var cohort = Code.blank

  package typealias Answer = ProgressShown
  package static let purpose = Bilingual(
    da: "Holdets fremdrift: hver deltagers spor, og det der afviger.",
    en: "The cohort's progress: each participant's tracks, and what deviates.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }
}

/// The answer to `ShowProgress`.
package struct ProgressShown: Record {
  package var deviations: [DeviationLine] = []
  package var participants: [ProgressLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("deviations", &deviations)
    try members("participants", &participants)
  }
}

/// One participant among the others.
package struct ProgressLine: Record {
  package var certificate: Code?
  package var completed = false
  package var participant = Person()
  package var status = CaseStatus.blank
  package var totals = LedgerTotals()
  package var tracks: [TrackLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("certificate", &certificate)
    try members("completed", &completed)
    try members("participant", &participant)
    try members("status", &status)
    try members("totals", &totals)
    try members("tracks", &tracks, "In the order of the programme's table.")
  }
}
