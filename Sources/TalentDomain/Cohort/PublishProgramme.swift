/// The gatherings with their dates. May be published anew until the first of them; then they are rescheduled one by one.
package struct PublishProgramme: CohortCommand {
  package var cohort = Code.blank
  package var gatherings: [Gathering] = []

  package static let purpose = Bilingual(
    da: "Offentliggør programmet med samlingernes datoer.",
    en: "Publish the programme with the dates of its gatherings.")
  package static let area = Area.cohort

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("gatherings", &gatherings, "In the order of their dates; the first is the kick-off.")
  }

  package func propose(_ cohort: Cohort, _ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal]
  {
    _ = try cohort.opened()
    return [Proposal(ProgrammePublished(gatherings: gatherings))]
  }
}

/// The gatherings that the participants can count on.
package struct ProgrammePublished: CohortFact {
  package var gatherings: [Gathering] = []

  package static let type: StaticString = "programme.published.v1"
  package static let purpose = Bilingual(
    da: "Programmet er offentliggjort.",
    en: "The programme has been published.")

  package init() {}
  package init(gatherings: [Gathering]) { self.gatherings = gatherings }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("gatherings", &gatherings)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.setup.gatherings = gatherings
    cohort.setup.schedule.publish(gatherings, header)
  }
}
