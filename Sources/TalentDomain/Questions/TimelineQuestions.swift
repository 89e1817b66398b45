/// What has happened to one participant, and what is to come?
package struct ShowTimeline: CohortQuery {
  package var cohort = Code.blank
  package var participant: PersonRef?

  package typealias Answer = TimelineShown
  package static let purpose = Bilingual(
    da: "En deltagers tidslinje: alt det, der er sket, og det, der er planlagt.",
    en: "A participant's timeline: all that has happened, and what is planned.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("participant", &participant, "Absent: oneself.")
  }
}

/// The answer to `ShowTimeline`, as far as the reader may see.
package struct TimelineShown: Record {
  package var happened: [TimelineLine] = []
  package var participant = Person()
  package var planned: [PlannedLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("happened", &happened, "In the order of the days on which it took effect.")
    try members("participant", &participant)
    try members("planned", &planned, "In the order of its days.")
  }
}

/// Something that has happened to a participant.
package struct TimelineLine: Record {
  package var amount: Rational?
  package var by = Person()
  package var day = CivilDate.blank
  package var deviation: DeviationKind?
  package var effective = Instant.blank
  package var entry: Alias?
  package var entryKind: EntryKind?
  package var kind = Happening.Kind.blank
  package var oldAmount: Rational?
  package var oldDay: CivilDate?
  package var newDay: CivilDate?
  package var outcome: ParticipantOutcome.Kind?
  package var position: Int?
  package var recorded = Instant.blank
  package var with: Person?

  package init() {}
  package init(_ happening: Happening, _ entry: Entry?) {
    amount = happening.new?.amount ?? happening.old?.amount
    by = Person(happening.by)
    day = happening.day
    deviation = happening.deviation
    effective = happening.effective
    self.entry = happening.entry
    entryKind = entry?.kind
    kind = happening.kind
    newDay = happening.old == nil ? nil : happening.new?.day
    oldAmount = happening.new == nil ? nil : happening.old?.amount
    oldDay = happening.old?.day
    outcome = happening.outcome
    recorded = happening.recorded
    with = happening.with.map { Person($0) }
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("amount", &amount, "As it was recorded, corrected to or voided, in the unit of the entry's track.")
    try members("by", &by, "In whose name it was recorded.")
    try members("day", &day, "The local day on which it took effect.")
    try members("deviation", &deviation)
    try members("effective", &effective, "When it took effect (virkningstid).")
    try members("entry", &entry)
    try members("entryKind", &entryKind)
    try members("kind", &kind)
    try members("newDay", &newDay, "The day that a correction put in place of the old one.")
    try members("oldAmount", &oldAmount, "What a correction replaced.")
    try members("oldDay", &oldDay)
    try members("outcome", &outcome)
    try members("position", &position)
    try members("recorded", &recorded, "When it was recorded (registreringstid).")
    try members("with", &with, "The mentor, the host or the leader.")
  }
}

/// Something that is to come.
package struct PlannedLine: Record {
  package var day = CivilDate.blank
  package var kind = PlannedKind.blank
  package var number: Int?
  package var title: Line?
  package var until: CivilDate?
  package var with: Person?

  package init() {}
  package init(_ kind: PlannedKind, on day: CivilDate) {
    self.day = day
    self.kind = kind
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("day", &day)
    try members("kind", &kind)
    try members("number", &number, "The gathering's.")
    try members("title", &title, "The gathering's.")
    try members("until", &until, "Its last day, where it has several.")
    try members("with", &with, "The host.")
  }
}

package enum PlannedKind: String, Choice {
  case answerOffer, gathering, internship, mbti

  package var label: Bilingual {
    switch self {
    case .answerOffer: Bilingual(da: "svar på tilbud om plads", en: "answer the offer of a seat")
    case .gathering: Bilingual(da: "samling", en: "gathering")
    case .internship: Bilingual(da: "praktik", en: "internship")
    case .mbti: Bilingual(da: "MBTI-tilbagemelding", en: "MBTI feedback")
    }
  }
}
