import TalentDomain

/// One cohort's links between its aliases and the organisation's ids, both ways, opened and held in memory only.
struct LinkIndex: Sendable {
  private(set) var aliasOf: [Alias: Alias] = [:]
  private(set) var personBehind: [Alias: Alias] = [:]
  private(set) var codeOf: [Alias: Alias] = [:]
  private(set) var thingBehind: [Alias: Alias] = [:]

  mutating func take(_ link: PersonLink) {
    aliasOf[link.person] = link.alias
    personBehind[link.alias] = link.person
  }

  mutating func take(_ link: CodeLink) {
    codeOf[link.thing] = link.code
    thingBehind[link.code] = link.thing
  }

  mutating func forget(_ person: Alias) {
    if let alias = aliasOf.removeValue(forKey: person) { personBehind[alias] = nil }
  }

  mutating func take(_ record: any SealedRecord) {
    if let link = record as? PersonLink { take(link) }
    if let link = record as? CodeLink { take(link) }
  }

  /// A person behind an alias; those that stand for no employee stand for themselves.
  func person(behind alias: Alias) -> Alias? {
    alias.isOfTheService ? alias : personBehind[alias]
  }
}

extension Alias {
  /// The organisation, the configuration's administrator and the service are nobody's alias.
  var isOfTheService: Bool { bits <= Alias.service.bits }
}
