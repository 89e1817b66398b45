/// Rules on a declared conflict of interest. Nobody clears oneself.
package struct RuleConflict: CohortCommand {
  package var cohort = Code.blank
  package var conflict = Alias.none
  package var reasons = Text("")
  package var upheld = false

  package static let purpose = Bilingual(
    da: "Afgør et spørgsmål om inhabilitet. Det, en inhabil har bedømt, annulleres.",
    en: "Rule on a conflict of interest. What was scored under one is voided.")
  package static let area = Area.assessment

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("conflict", &conflict, "Its id.")
    try members("reasons", &reasons)
    try members("upheld", &upheld)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen, let declared = cohort.assessment.conflicts[conflict] else { throw .notFound }
    guard !reasons.isBlank else { throw .invalid(Fault(.expected("reasons"), at: ["reasons"])) }
    var ruled = ConflictRuled()
    ruled.conflict = conflict
    ruled.nominee = declared.nominee
    ruled.person = declared.person
    ruled.upheld = upheld
    let person = context.directory.person(behind: declared.person)
    let ruling = Proposal(
      ruled, subject: declared.nominee,
      sealed: person.map { [Sealed(ConflictRulingReasons(reasons), of: $0)] } ?? [], cause: declared.position)
    // After the board's approval the scores stand as it saw them; a ruling then binds only what is still to be done.
    guard upheld, cohort.selection.approved == nil else { return [ruling] }
    let set = cohort.assessment.set(of: declared.nominee, by: declared.person)
    return [ruling]
      + set.scores.sorted { $0.key < $1.key }.map { question, score in
        var voided = AssessmentVoided(
          nominee: declared.nominee, assessor: declared.person, question: question, score: score)
        voided.conflict = conflict
        return Proposal(voided, subject: declared.nominee, cause: declared.position)
      }
  }
}

/// Somebody else has ruled on a declared conflict.
package struct ConflictRuled: CohortFact {
  package var conflict = Alias.none
  package var nominee = Alias.none
  package var person = Alias.none
  package var upheld = false

  package static let type: StaticString = "conflict.ruled.v1"
  package static let purpose = Bilingual(
    da: "Et spørgsmål om inhabilitet er afgjort.",
    en: "A conflict of interest has been ruled on.")
  package static let sealed: [any SealedRecord.Type] = [ConflictRulingReasons.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("conflict", &conflict)
    try members("nominee", &nominee)
    try members("person", &person, "Who was declared to have the conflict.")
    try members("upheld", &upheld)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.assessment.conflicts[conflict]?.ruling = upheld ? .upheld : .dismissed
    if upheld { cohort.assessment.assigned[nominee]?.removeAll { $0 == person } }
  }
}

/// Why a conflict was upheld or dismissed, sealed under the key of the one who was declared to have it.
package struct ConflictRulingReasons: SealedRecord {
  package var reasons = Text("")

  package static let kind = SealedKind.conflictRulingReasons
  package static let retention = RetentionClass.assessment
  package static let audience = Audience.casework

  package init() {}
  init(_ reasons: Text) { self.reasons = reasons }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("reasons", &reasons)
  }
}
