package import TalentDomain

extension OrganisationReading {
  /// The answer to `ListCentres`, by name. Who leads what is no secret.
  package func centres() -> CentreList {
    var employees: [Alias: Int] = [:]
    for employee in organisation.people.values { employees[employee.centre, default: 0] += 1 }
    var list = CentreList()
    list.centres = organisation.centres
      .sorted { ($0.value.name.value, $0.key) < ($1.value.name.value, $1.key) }
      .map { id, centre in
        var line = CentreLine()
        line.centre = Thing(id)
        line.chief = centre.chief.map { Person($0) }
        line.deputy = centre.deputy.map { Person($0) }
        line.employees = employees[id, default: 0]
        return line
      }
    return list
  }
}
