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
  package var next: [Gathering] = []
  package var participant = Person()
  package var status = CaseStatus.blank
  package var tracks: [TrackLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("certificate", &certificate, "The number of the certificate that stands.")
    try members("completed", &completed)
    try members("deviations", &deviations)
    try members("entries", &entries, "In the order of their days.")
    try members("next", &next, "The gatherings to come.")
    try members("participant", &participant)
    try members("status", &status)
    try members("tracks", &tracks)
  }
}

/// One track of the time table: what is recorded beside what is expected, in its own unit.
package struct TrackLine: Record {
  package var least = Rational(0)
  package var most = Rational(0)
  package var recorded = Rational(0)
  package var status = TrackStatus.blank
  package var track = Track.blank
  package var unit = TimeUnit.blank

  package init() {}
  package init(_ ledger: TrackLedger) {
    least = ledger.expected.least
    most = ledger.expected.most
    recorded = ledger.recorded
    status = ledger.status
    track = ledger.track
    unit = ledger.track.unit
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
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
  package var entry = Alias.none
  package var kind = DeviationKind.blank
  package var participant = Person()
  package var rule = Line("")

  package init() {}
  package init(_ deviation: Deviation) {
    entry = deviation.entry
    kind = deviation.kind
    participant = Person(deviation.participant)
    rule = Line(deviation.kind.rule.rawValue)
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("entry", &entry)
    try members("kind", &kind)
    try members("participant", &participant)
    try members("rule", &rule)
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
  package var tracks: [TrackLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("certificate", &certificate)
    try members("completed", &completed)
    try members("participant", &participant)
    try members("status", &status)
    try members("tracks", &tracks)
  }
}
