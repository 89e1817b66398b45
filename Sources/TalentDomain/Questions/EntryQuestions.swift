/// What stands of one thing that is recorded of a participant's time, and how has it come to stand so?
package struct ShowEntry: CohortQuery {
  package var cohort = Code.blank
  package var entry = Alias.none

  package typealias Answer = EntryShown
  package static let purpose = Bilingual(
    da: "Én registrering: hvad der gælder, og hvordan den er registreret, bekræftet, rettet og annulleret.",
    en: "One entry: what stands, and how it was recorded, confirmed, corrected and voided.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("entry", &entry)
  }
}

/// The answer to `ShowEntry`.
package struct EntryShown: Record {
  package var entry = EntryLine()
  package var history: [EntryStep] = []
  package var participants: [Person] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("entry", &entry, "As it stands.")
    try members("history", &history, "In the order in which it was recorded.")
    try members("participants", &participants, "Those whose time it counts for, as far as the reader may know them.")
  }
}

/// One step in the history of an entry.
package struct EntryStep: Record {
  package var amount: Rational?
  package var by = Person()
  package var date: CivilDate?
  package var deviation: DeviationKind?
  package var effective = Instant.blank
  package var ground: CorrectionGround?
  package var kind = Happening.Kind.blank
  package var oldAmount: Rational?
  package var oldDate: CivilDate?
  package var position: Int?
  package var reason: Text?
  package var recorded = Instant.blank
  package var recorder: Person?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("amount", &amount, "What it put there, in the unit of the track.")
    try members("by", &by, "In whose name.")
    try members("date", &date, "The day that it put there.")
    try members("deviation", &deviation, "What it was flagged for.")
    try members("effective", &effective, "When it took effect (virkningstid).")
    try members("ground", &ground, "Why, in one word.")
    try members("kind", &kind)
    try members("oldAmount", &oldAmount, "What stood there before.")
    try members("oldDate", &oldDate, "The day that stood there before.")
    try members("position", &position, "For those who may see positions.")
    try members("reason", &reason, "Why, in words, for whoever may read them.")
    try members("recorded", &recorded, "When it was recorded (registreringstid).")
    try members("recorder", &recorder, "Who recorded it, where that is another.")
  }
}

/// What is recorded of the participants' time?
package struct ListEntries: CohortQuery {
  package var cohort = Code.blank
  package var from: CivilDate?
  package var kind: EntryKind?
  package var participant: PersonRef?
  package var to: CivilDate?
  package var unconfirmed: Bool?

  package typealias Answer = EntryList
  package static let purpose = Bilingual(
    da: "Det, der er registreret af deltagernes tid, så vidt du må se det.",
    en: "What is recorded of the participants' time, as far as you may see it.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("from", &from, "The first day.")
    try members("kind", &kind)
    try members("participant", &participant)
    try members("to", &to, "The last day.")
    try members("unconfirmed", &unconfirmed, "Only what still waits for the counterpart's word.")
  }
}

/// The answer to `ListEntries`, in the order of their days.
package struct EntryList: Record {
  package var entries: [ListedEntry] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("entries", &entries)
  }
}

/// An entry, and whose time it counts for.
package struct ListedEntry: Record {
  package var entry = EntryLine()
  package var participant = Person()

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("entry", &entry)
    try members("participant", &participant, "One line for each, where it counts for several.")
  }
}
