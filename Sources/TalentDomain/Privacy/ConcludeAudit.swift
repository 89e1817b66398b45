/// The auditors are done with a cohort, and need its data no longer. An auditor records nothing: the reference names the
/// report.
package struct ConcludeAudit: OrganisationCommand {
  package var cohort = Code.blank
  package var reference = Line("")

  package static let purpose = Bilingual(
    da: "Registrér, at revisionen af et hold er afsluttet.", en: "Record that the audit of a cohort is done.")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("reference", &reference, "The auditors' report, by its journal number.")
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    guard context.directory.knows(cohort: cohort) else { throw .notFound }
    guard !organisation.privacy.audited.contains(cohort) else { return [] }
    var fact = AuditConcluded()
    fact.cohort = cohort
    return [Proposal(fact, sealed: [Sealed(PaperReference(reference), of: .organisation)])]
  }
}
