package import TalentDomain

extension OrganisationReading {
  /// The answer to `ListPeople`: the employees that the viewer may see, by name.
  package func people(_ query: ListPeople) -> PersonList {
    var list = PersonList()
    let limit = min(max(query.limit ?? PersonList.usualLimit, 1), PersonList.highestLimit)
    let wanted = query.search.map { $0.value.lowercased() }
    let centres = query.centre.map { centre in Set(organisation.centres.filter { $0.value.name == centre }.keys) }
    var found: [(person: Alias, employee: Employee, name: String)] = []
    for (person, employee) in organisation.people where sees(person) {
      if let centres, !centres.contains(employee.centre) { continue }
      let name = names.name(of: person)
      if let wanted, !(name?.matches(wanted) ?? false) { continue }
      found.append((person, employee, name?.name.value ?? ""))
    }
    // By code points: the order of the alphabet in any one language is the reader's business.
    found.sort { ($0.name, $0.person) < ($1.name, $1.person) }
    list.more = found.count > limit
    list.people = found.prefix(limit).map { line($0.person, $0.employee) }
    return list
  }
}

extension PersonList {
  static let usualLimit = 100
  static let highestLimit = 2000
}

extension PersonName {
  /// Whether a part of the name, or the whole number, is what was asked for in lower case.
  fileprivate func matches(_ wanted: String) -> Bool {
    number.value.lowercased() == wanted || name.value.lowercased().contains(wanted)
  }
}
