import TalentDomain

/// Writes names into an answer just before it leaves: people and things stand in it by their ids until then, and whose name
/// was opened is noted. The links of every cohort that the answer speaks of are at hand; ids are random, so none can be taken
/// for another's.
struct NameFiller: Resolver {
  let names: NameIndex
  let links: [(stream: String, index: LinkIndex)]
  let organisation: Organisation
  /// Whether the links of every cohort that the answer may speak of are at hand: then an id that leads to nobody is that of
  /// somebody who has been erased.
  let isComplete: Bool
  let sight: Sight

  /// - Parameter cohort: the only one that the answer speaks of; nil where it may speak of any.
  init(_ memory: Memory, cohort: Code? = nil, _ sight: Sight) {
    names = memory.names
    organisation = memory.organisation
    let codes = cohort.map { [$0] } ?? memory.cohortCodes
    links = codes.compactMap { code in memory.cohorts[code].map { (Stream.cohort(code), $0.links) } }
    isComplete = links.count == codes.count
    self.sight = sight
  }

  mutating func resolve(_ reference: inout PersonRef) throws(Fault) {}

  mutating func resolve(_ person: inout Person) throws(Fault) {
    if person.id == .service {
      person.name = "talentd"
      return
    }
    if person.id == .administrator {
      person.name = "administrator"
      return
    }
    let id = person.id
    let found = links.lazy.compactMap { stream, index in index.personBehind[id].map { (stream, $0) } }.first
    let behind = found?.1
    guard let name = names.people[behind ?? id] else {
      let isLost = isComplete && behind == nil && id != .none && !organisation.knows(id)
      if isLost || organisation.privacy.isErased(behind ?? id) { person.erased = true }
      return
    }
    sight.name(id, in: found?.0 ?? Stream.organisation)
    person.name = name.name
    person.number = name.number
  }

  mutating func resolve(_ thing: inout Thing) throws(Fault) {
    let id = thing.id
    let behind = links.lazy.compactMap { $0.index.thingBehind[id] }.first ?? id
    if thing.name == nil { thing.name = names.things[behind] }
  }
}
