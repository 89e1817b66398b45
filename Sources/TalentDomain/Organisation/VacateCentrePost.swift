/// Nobody holds the post any more: a vacant chief's nominations go to the deputy, and a deputy can become chief.
package struct VacateCentrePost: OrganisationCommand {
  package var centre = Line("")
  package var date: CivilDate?
  package var post = CentrePost.chief

  package static let purpose = Bilingual(
    da: "Registrér, at posten som centerchef eller stedfortræder er ledig.",
    en: "Record that the post of centre chief or deputy is vacant.")
  package static let area = Area.organisation

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("centre", &centre, "The centre's name; it must be registered.")
    try members("date", &date, "The day it took effect, where that is not today.")
    try members("post", &post)
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    guard let centre = context.directory.centre(named: centre.value) else { throw .notFound }
    guard let holder = organisation.centres[centre]?.holder(of: post) else { return [] }
    let fact = CentrePostVacated(centre: centre, date: date ?? context.localDate, post: post)
    return [Proposal(fact, subject: holder, effective: try context.effective(on: date))]
  }
}

/// A post at the head of a centre is vacant from this day on.
package struct CentrePostVacated: OrganisationFact {
  package var centre = Alias.none
  package var date = CivilDate.blank
  package var post = CentrePost.chief

  package static let type: StaticString = "centre-post.vacated.v1"
  package static let purpose = Bilingual(
    da: "Posten som centerchef eller stedfortræder er blevet ledig.",
    en: "The post of centre chief or deputy has fallen vacant.")

  package init() {}
  package init(centre: Alias, date: CivilDate, post: CentrePost) {
    self.centre = centre
    self.date = date
    self.post = post
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("centre", &centre)
    try members("date", &date)
    try members("post", &post)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.centres[centre]?.appoint(nil, to: post)
  }
}
