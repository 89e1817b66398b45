/// Somebody becomes chief or deputy of a centre, in place of whoever held the post.
package struct AppointCentreChief: OrganisationCommand {
  package var centre = Line("")
  package var date: CivilDate?
  package var person = PersonRef.blank
  package var post = CentrePost.chief

  package static let purpose = Bilingual(
    da: "Udpeg en centerchef eller stedfortræder.",
    en: "Appoint a centre chief or deputy.")
  package static let area = Area.organisation

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("centre", &centre, "The centre's name; it must be registered.")
    try members("date", &date, "The day it took effect, where that is not today.")
    try members("person", &person)
    try members("post", &post)
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    let person = try person.known().person
    guard let centre = context.directory.centre(named: centre.value) else { throw .notFound }
    // A list of centres that is imported again says nothing new.
    guard organisation.centres[centre]?.holder(of: post) != person else { return [] }
    let fact = CentreChiefAppointed(
      centre: centre, date: date ?? context.localDate, person: person, post: post)
    return [Proposal(fact, subject: person, effective: try context.effective(on: date))]
  }
}

/// Somebody holds a post at the head of a centre from this day on.
package struct CentreChiefAppointed: OrganisationFact {
  package var centre = Alias.none
  package var date = CivilDate.blank
  package var person = Alias.none
  package var post = CentrePost.chief

  package static let type: StaticString = "centre-chief.appointed.v1"
  package static let purpose = Bilingual(
    da: "En centerchef eller stedfortræder er udpeget.",
    en: "A centre chief or deputy has been appointed.")

  package init() {}
  package init(centre: Alias, date: CivilDate, person: Alias, post: CentrePost) {
    self.centre = centre
    self.date = date
    self.person = person
    self.post = post
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("centre", &centre)
    try members("date", &date)
    try members("person", &person)
    try members("post", &post)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.centres[centre]?.appoint(person, to: post)
  }
}
