/// A certificate (deltagerbevis) for somebody who has completed the programme.
package struct IssueCertificate: CohortCommand {
  package var cohort = Code.blank
  package var participant = PersonRef.blank

  package static let purpose = Bilingual(da: "Udsted et deltagerbevis.", en: "Issue a certificate.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("participant", &participant)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let participant = try participant.known()
    var fact = CertificateIssued()
    fact.number = Code("\(cohort.setup.code.value)-\(cohort.programme.completions.issued + 1)") ?? .blank
    fact.participant = participant.alias
    return [
      Proposal(
        fact, subject: participant.alias,
        cause: cohort.programme.completions.completed[participant.alias]?.position)
    ]
  }
}

/// A participant has a certificate.
package struct CertificateIssued: CohortFact {
  package var number = Code.blank
  package var participant = Alias.none

  package static let type: StaticString = "certificate.issued.v1"
  package static let purpose = Bilingual(da: "Et deltagerbevis er udstedt.", en: "A certificate has been issued.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("number", &number, "The cohort's code, and which of its certificates this is.")
    try members("participant", &participant)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.completions.issued += 1
    cohort.programme.completions.certificates[participant] = CertificateState(
      number: number, isRevoked: false, position: header.position)
  }
}
