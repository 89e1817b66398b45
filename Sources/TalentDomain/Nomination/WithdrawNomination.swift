/// Takes a live form back.
package struct WithdrawNomination: CohortCommand {
  package var cohort = Code.blank
  package var ground = WithdrawalGround.blank
  package var nominee = PersonRef.blank
  package var reasons: Text?

  package static let purpose = Bilingual(
    da: "Træk en indstilling tilbage.",
    en: "Withdraw a nomination.")
  package static let area = Area.nomination

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("ground", &ground)
    try members("nominee", &nominee)
    try members("reasons", &reasons)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen else { throw .notFound }
    let nominee = try nominee.known()
    guard let live = cohort.nominations.live(of: nominee.alias) else { throw .notFound }
    var withdrawn = NominationWithdrawn()
    withdrawn.chiefCentre = organisation.centre(
      ledBy: context.principal.person, preferring: organisation.people[nominee.person]?.centre
    ).map { context.directory.code(of: $0) }
    withdrawn.ground = ground
    withdrawn.id = live.id
    withdrawn.nominee = nominee.alias
    return [
      Proposal(
        withdrawn, subject: nominee.alias,
        sealed: reasons.map { [Sealed(WithdrawalReasons($0), of: nominee.person)] } ?? [])
    ]
  }
}

/// Why a form was taken back.
package enum WithdrawalGround: String, Choice {
  case byCentre, byNominee, leftEmployment, other
}

/// A form has been taken back; the employee may be nominated anew until the deadline.
package struct NominationWithdrawn: CohortFact {
  package var chiefCentre: Alias?
  package var ground = WithdrawalGround.blank
  package var id = Alias.none
  package var nominee = Alias.none

  package static let type: StaticString = "nomination.withdrawn.v1"
  package static let purpose = Bilingual(
    da: "En indstilling er trukket tilbage.",
    en: "A nomination has been withdrawn.")
  package static let sealed: [any SealedRecord.Type] = [WithdrawalReasons.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("chiefCentre", &chiefCentre, "The code of the centre that is led by the one who withdraws it.")
    try members("ground", &ground)
    try members("id", &id)
    try members("nominee", &nominee)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.nominations.forms[id]?.status = .withdrawn
    if cohort.nominations.live[nominee] == id { cohort.nominations.live[nominee] = nil }
  }
}

/// Why a form was taken back, in words.
package struct WithdrawalReasons: SealedRecord {
  package var reasons = Text("")

  package static let kind = SealedKind.withdrawalReasons
  package static let retention = RetentionClass.nomination
  package static let audience = Audience.form

  package init() {}
  init(_ reasons: Text) { self.reasons = reasons }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("reasons", &reasons)
  }
}
