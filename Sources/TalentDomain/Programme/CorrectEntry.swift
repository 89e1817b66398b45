/// Corrects the day or the time of an entry: the old values must match, and the reason is kept (R21).
package struct CorrectEntry: EntryChange {
  package var amount: Rational?
  package var cohort = Code.blank
  package var date: CivilDate?
  package var entry = Alias.none
  package var ground: CorrectionGround?
  package var oldAmount = Rational(0)
  package var oldDate = CivilDate.blank
  package var reason: Text?

  package static let purpose = Bilingual(
    da: "Ret dag eller tid for noget, der er registreret.", en: "Correct the day or the time of an entry.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("amount", &amount, "The right time, in the unit of its track; absent where it is right.")
    try members("cohort", &cohort)
    try members("date", &date, "The right day; absent where it is right.")
    try members("entry", &entry)
    try members("ground", &ground, "Why, in one word: for a mentor meeting or MBTI there are no others.")
    try members("oldAmount", &oldAmount, "As it stands, which must match.")
    try members("oldDate", &oldDate, "As it stands, which must match.")
    try members("reason", &reason, "Why, in one's own words, where no ground is given.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let target = try cohort.entry(entry, for: organisation, context)
    var fact = EntryCorrected()
    fact.amount = amount ?? oldAmount
    fact.date = date ?? oldDate
    fact.begins = try context.effective(on: fact.date, zone: cohort.setup.zone.value)
    fact.entry = entry
    fact.ground = groundOnRecord
    fact.oldAmount = oldAmount
    fact.oldDate = oldDate
    fact.target = target.position
    let corrected = Proposal(
      fact, subject: target.participants.count == 1 ? target.participants[0] : nil,
      sealed: sealedReason(of: context.person(of: target)), cause: target.position)
    guard target.track.unit.allows(fact.amount) else { return [corrected] }
    var after = cohort
    fact.apply(to: &after, Header(Proposal(fact), context, revision: cohort.revision))
    return [corrected] + after.deviations(of: entry, since: cohort, on: context.localDate)
  }
}

/// An entry has another day or time.
package struct EntryCorrected: CohortFact {
  package var amount = Rational(0)
  package var begins: Instant?
  package var date = CivilDate.blank
  package var entry = Alias.none
  package var ground = CorrectionGround.stated
  package var oldAmount = Rational(0)
  package var oldDate = CivilDate.blank
  package var target = 0

  package static let type: StaticString = "entry.corrected.v1"
  package static let purpose = Bilingual(
    da: "Noget, der er registreret, er rettet.", en: "An entry has been corrected.")
  package static let sealed: [any SealedRecord.Type] = [EntryReason.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("amount", &amount)
    try members("begins", &begins, "When the right day begins in the cohort's zone; absent for the day of recording.")
    try members("date", &date)
    try members("entry", &entry)
    try members("ground", &ground)
    try members("oldAmount", &oldAmount)
    try members("oldDate", &oldDate)
    try members("target", &target, "The position of the latest event about the entry.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.change(entry, header) { entry in
      entry.amount = amount
      entry.date = date
      entry.revise(header)
      // What was confirmed is not what stands now.
      entry.isConfirmed = false
    }
  }
}

extension Context {
  /// Whose an entry is, for sealing: of a meeting of several, the organisation's.
  func person(of entry: Entry) -> Alias {
    guard entry.participants.count == 1 else { return .organisation }
    return directory.person(behind: entry.participants[0]) ?? .organisation
  }
}

extension Cohort {
  /// An entry that somebody may change: a participant's own, one that they recorded or were at, or any for the HR Centre.
  /// Whoever may not is told the same as where there is none.
  func entry(_ id: Alias, for organisation: Organisation, _ context: Context) throws(Refusal) -> Entry {
    guard let entry = programme.entries[id] else { throw .notFound }
    let mine = context.principal.alias
    guard
      entry.participants.contains(mine) || entry.counterpart == mine || entry.recorder == mine
        || organisation.holds(context.person, .hr, in: setup.code)
    else { throw .notFound }
    return entry
  }
}
