/// Which alias of a cohort is whom. Sealed under the person's own key, beside the event that first uses the alias: once it
/// is gone, the cohort's leaves tie to nobody.
package struct PersonLink: SealedRecord {
  package static let kind = SealedKind.personLink
  package static let retention = RetentionClass.link
  package static let audience = Audience.link

  package var alias = Alias.none
  package var person = Alias.none

  package init() {}
  package init(alias: Alias, person: Alias) {
    self.alias = alias
    self.person = person
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("alias", &alias, "The alias in the cohort.")
    try members("person", &person, "The person's id in the organisation's stream.")
  }
}

/// Which code of a cohort is which centre, workplace or profession. Sealed under the organisation's key.
package struct CodeLink: SealedRecord {
  package static let kind = SealedKind.codeLink
  package static let retention = RetentionClass.link
  package static let audience = Audience.link

  package var code = Alias.none
  package var thing = Alias.none

  package init() {}
  package init(code: Alias, thing: Alias) {
    self.code = code
    self.thing = thing
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("code", &code, "The code in the cohort.")
    try members("thing", &thing, "Its id in the organisation's stream.")
  }
}
