import TalentDomain

/// What the sealed records of the organisation's stream say, opened and held in memory only: names, numbers, accounts.
///
/// It stands in no file; an erasure evicts a person from it. Looked up when a command names somebody, and when a reply is
/// written.
struct NameIndex: Sendable {
  private(set) var people = Table<Alias, PersonName>()
  private(set) var accounts: [Alias: AccountBinding] = [:]
  private(set) var things: [Alias: Line] = [:]
  private(set) var byNumber = Table<String, Alias>()
  private(set) var byUID: [Int: Alias] = [:]
  private(set) var centreByName: [String: Alias] = [:]
  private(set) var workplaceByName: [String: Alias] = [:]
  private(set) var professionByName: [String: Alias] = [:]
  /// The workplaces and professions that each person's employments have named, and by how many people each is named: a name
  /// that nobody else has would give away who was meant.
  private var named = Table<Alias, [Alias]>()
  private var namers: [Alias: Int] = [:]

  /// Takes in one event of the organisation's stream with the sealed records beside it.
  mutating func take(_ fact: any Fact, _ sealed: [any SealedRecord]) {
    switch fact {
    case let fact as CentreRegistered:
      centreByName[fact.name.value] = fact.centre
      things[fact.centre] = fact.name
    case let fact as PersonRegistered:
      for case let name as PersonName in sealed {
        if let old = people[fact.person] { byNumber[old.number.value] = nil }
        people[fact.person] = name
        byNumber[name.number.value] = fact.person
      }
    case let fact as EmploymentRecorded:
      for case let names as EmploymentNames in sealed {
        things[fact.workplace] = names.workplace
        things[fact.profession] = names.profession
        workplaceByName[names.workplace.value] = fact.workplace
        professionByName[names.profession.value] = fact.profession
        for thing in [fact.workplace, fact.profession] where named[fact.person]?.contains(thing) != true {
          named[fact.person] = (named[fact.person] ?? []) + [thing]
          namers[thing, default: 0] += 1
        }
      }
    case let fact as AccountBound:
      for case let binding as AccountBinding in sealed {
        if let old = accounts[fact.person] { byUID[old.uid] = nil }
        accounts[fact.person] = binding
        byUID[binding.uid] = fact.person
      }
    case let fact as AccountUnbound:
      if let old = accounts.removeValue(forKey: fact.person) { byUID[old.uid] = nil }
    default: break
    }
  }

  /// What it knows of somebody in these classes goes.
  mutating func forget(_ person: Alias, _ classes: [RetentionClass]) {
    if classes.contains(PersonName.retention), let old = people[person] {
      people[person] = nil
      if byNumber[old.number.value] == person { byNumber[old.number.value] = nil }
    }
    if classes.contains(EmploymentNames.retention) { forgetThings(of: person) }
    if classes.contains(AccountBinding.retention), let old = accounts.removeValue(forKey: person) {
      if byUID[old.uid] == person { byUID[old.uid] = nil }
    }
  }

  private mutating func forgetThings(of person: Alias) {
    for thing in named[person] ?? [] {
      namers[thing, default: 1] -= 1
      guard namers[thing] == 0 else { continue }
      namers[thing] = nil
      guard let name = things.removeValue(forKey: thing)?.value else { continue }
      if workplaceByName[name] == thing { workplaceByName[name] = nil }
      if professionByName[name] == thing { professionByName[name] = nil }
    }
    named[person] = nil
  }
}
