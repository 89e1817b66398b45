/// The archives have said that they have what they want of a cohort's papers, and that the rest may go.
package struct RecordArchiveClearance: OrganisationCommand {
  package var cohort = Code.blank
  package var reference = Line("")

  package static let purpose = Bilingual(
    da: "Registrér, at arkivet har frigivet et holds sager til kassation.",
    en: "Record that the archives have cleared a cohort's papers.")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("reference", &reference, "The journal number of the archives' decision.")
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    guard context.directory.knows(cohort: cohort) else { throw .notFound }
    // Cleared is cleared: saying it again adds nothing.
    guard !organisation.privacy.cleared.contains(cohort) else { return [] }
    var fact = ArchiveClearanceRecorded()
    fact.cohort = cohort
    return [Proposal(fact, sealed: [Sealed(PaperReference(reference), of: .organisation)])]
  }
}
