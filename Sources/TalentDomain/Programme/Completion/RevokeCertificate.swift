/// A certificate is taken back, because what it rests on was wrong.
package struct RevokeCertificate: CohortCommand {
  package var cohort = Code.blank
  package var participant = PersonRef.blank
  package var reason = Text("")

  package static let purpose = Bilingual(da: "Tilbagekald et deltagerbevis.", en: "Revoke a certificate.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("participant", &participant)
    try members("reason", &reason)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let participant = try participant.known()
    var fact = CertificateRevoked()
    fact.participant = participant.alias
    return [
      Proposal(
        fact, subject: participant.alias,
        sealed: [Sealed(EntryReason(try reason.written("reason")), of: participant.person)],
        cause: cohort.programme.completions.certificates[participant.alias]?.position)
    ]
  }
}

/// A certificate no longer stands, nor does the completion that it rested on.
package struct CertificateRevoked: CohortFact {
  package var participant = Alias.none

  package static let type: StaticString = "certificate.revoked.v1"
  package static let purpose = Bilingual(
    da: "Et deltagerbevis er tilbagekaldt; gennemførelsen afgøres på ny.",
    en: "A certificate has been revoked; the completion is to be ruled on anew.")
  package static let sealed: [any SealedRecord.Type] = [EntryReason.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("participant", &participant)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.completions.certificates[participant]?.isRevoked = true
    cohort.programme.completions.certificates[participant]?.position = header.position
    cohort.programme.completions.completed[participant] = nil
  }
}
