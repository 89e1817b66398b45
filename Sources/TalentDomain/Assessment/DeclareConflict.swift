/// Declares a conflict of interest (inhabilitet): it bars from the nominee's case until somebody else has ruled.
package struct DeclareConflict: CohortCommand {
  package var cohort = Code.blank
  package var kind = Conflict.Kind.blank
  package var nominee = PersonRef.blank
  package var person: PersonRef?
  package var reasons: Text?

  package static let purpose = Bilingual(
    da: "Oplys om inhabilitet over for en indstillet.",
    en: "Declare a conflict of interest towards a nominee.")
  package static let area = Area.assessment

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("kind", &kind)
    try members("nominee", &nominee)
    try members("person", &person, "Who has the conflict; left out, it is oneself.")
    try members("reasons", &reasons)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen else { throw .notFound }
    let nominee = try nominee.known()
    var conflicted = context.principal
    if let person {
      let person = try person.known()
      conflicted = (person.person, person.alias)
    }
    var declared = ConflictDeclared()
    declared.id = context.directory.fresh()
    declared.kind = kind
    declared.nominee = nominee.alias
    declared.person = conflicted.alias
    return [
      Proposal(
        declared, subject: nominee.alias,
        sealed: reasons.map { [Sealed(ConflictReasons($0), of: conflicted.person)] } ?? [])
    ]
  }
}

/// A conflict of interest has been declared.
package struct ConflictDeclared: CohortFact {
  package var id = Alias.none
  package var kind = Conflict.Kind.blank
  package var nominee = Alias.none
  package var person = Alias.none

  package static let type: StaticString = "conflict.declared.v1"
  package static let purpose = Bilingual(
    da: "Nogen er oplyst at være inhabil over for en indstillet.",
    en: "Somebody has been declared to have a conflict of interest towards a nominee.")
  package static let sealed: [any SealedRecord.Type] = [ConflictReasons.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("id", &id)
    try members("kind", &kind)
    try members("nominee", &nominee)
    try members("person", &person, "Who has the conflict.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    let conflict = Conflict(person: person, nominee: nominee, kind: kind, ruling: .pending, position: header.position)
    let before = cohort.assessment.conflicts.updateValue(conflict, forKey: id)
    if before == nil { cohort.assessment.conflictOrder.append(id) }
  }
}

/// In what a conflict of interest consists, sealed under the key of the one who has it.
package struct ConflictReasons: SealedRecord {
  package var reasons = Text("")

  package static let kind = SealedKind.conflictReasons
  package static let retention = RetentionClass.assessment
  package static let audience = Audience.casework

  package init() {}
  init(_ reasons: Text) { self.reasons = reasons }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("reasons", &reasons)
  }
}
