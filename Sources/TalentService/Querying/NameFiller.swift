import TalentDomain

/// Writes names into an answer just before it leaves: people and things stand in it by their ids until then. The links of
/// every cohort that the answer speaks of are at hand; ids are random, so none can be taken for another's.
struct NameFiller: Resolver {
  let names: NameIndex
  let links: [LinkIndex]
  let organisation: Organisation
  /// Whether the links of every cohort that the answer may speak of are at hand: then an id that leads to nobody is that of
  /// somebody who has been erased.
  let isComplete: Bool

  init(_ memory: Memory, cohort: Code? = nil) {
    names = memory.names
    organisation = memory.organisation
    if let cohort {
      let warm = memory.cohorts[cohort]
      links = warm.map { [$0.links] } ?? []
      isComplete = warm != nil
    } else {
      links = memory.cohorts.values.map(\.links)
      isComplete = memory.cohortCodes.allSatisfy { memory.cohorts[$0] != nil }
    }
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
    let behind = links.lazy.compactMap { $0.personBehind[id] }.first
    guard let name = names.people[behind ?? id] else {
      let isLost = isComplete && behind == nil && id != .none && !organisation.knows(id)
      if isLost || organisation.privacy.isErased(behind ?? id) { person.erased = true }
      return
    }
    person.name = name.name
    person.number = name.number
  }

  mutating func resolve(_ thing: inout Thing) throws(Fault) {
    let id = thing.id
    let behind = links.lazy.compactMap { $0.thingBehind[id] }.first ?? id
    if thing.name == nil { thing.name = names.things[behind] }
  }
}
