/// Voids (annullerer) an entry that should not have been recorded (R21).
package struct VoidEntry: EntryChange {
  package var cohort = Code.blank
  package var entry = Alias.none
  package var ground: CorrectionGround?
  package var oldAmount = Rational(0)
  package var oldDate = CivilDate.blank
  package var reason: Text?

  package static let purpose = Bilingual(
    da: "Annullér noget, der ikke skulle være registreret.", en: "Void an entry that should not have been recorded.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
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
    var fact = EntryVoided()
    fact.entry = entry
    fact.ground = groundOnRecord
    fact.oldAmount = oldAmount
    fact.oldDate = oldDate
    fact.target = target.position
    var after = cohort
    fact.apply(to: &after, Header(Proposal(fact), context, revision: cohort.revision))
    let voided = Proposal(
      fact, subject: target.participants.count == 1 ? target.participants[0] : nil,
      sealed: sealedReason(of: context.person(of: target)), cause: target.position)
    return [voided] + after.deviations(of: entry, since: cohort, on: context.localDate)
  }
}

/// An entry no longer counts; it stays in the log.
package struct EntryVoided: CohortFact {
  package var entry = Alias.none
  package var ground = CorrectionGround.stated
  package var oldAmount = Rational(0)
  package var oldDate = CivilDate.blank
  package var target = 0

  package static let type: StaticString = "entry.voided.v1"
  package static let purpose = Bilingual(
    da: "Noget, der er registreret, er annulleret.", en: "An entry has been voided.")
  package static let sealed: [any SealedRecord.Type] = [EntryReason.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("entry", &entry)
    try members("ground", &ground)
    try members("oldAmount", &oldAmount)
    try members("oldDate", &oldDate)
    try members("target", &target, "The position of the latest event about the entry.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.change(entry, header) { entry in
      entry.isVoided = true
      entry.revise(header)
    }
  }
}
