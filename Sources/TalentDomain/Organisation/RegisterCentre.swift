/// A centre that nominates employees of its own (R5).
package struct RegisterCentre: OrganisationCommand {
  package var name = Line("")

  package static let purpose = Bilingual(
    da: "Opret et center.",
    en: "Register a centre.")
  package static let area = Area.organisation

  package init() {}
  package init(name: Line) { self.name = name }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("name", &name)
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    [Proposal(CentreRegistered(centre: context.directory.fresh(), name: name))]
  }
}

/// A centre exists. Its name is no personal data and stands in clear.
package struct CentreRegistered: OrganisationFact {
  package var centre = Alias.none
  package var name = Line("")

  package static let type: StaticString = "centre.registered.v1"
  package static let purpose = Bilingual(
    da: "Et center er oprettet.",
    en: "A centre has been registered.")

  package init() {}
  package init(centre: Alias, name: Line) {
    self.centre = centre
    self.name = name
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("centre", &centre)
    try members("name", &name)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.centres[centre] = Centre(name: name)
  }
}
