package import TalentDomain

/// The organisation as one viewer may read it; its names come from the service's memory.
package struct OrganisationReading<Names: PeopleNames> {
  package let organisation: Organisation
  package let viewer: Viewer
  package let names: Names

  package init(organisation: Organisation, viewer: Viewer, names: Names) {
    self.organisation = organisation
    self.viewer = viewer
    self.names = names
  }

  /// Those who keep, guard or audit the register of people see all of it.
  var seesEverybody: Bool { viewer.holds(.administrator, .auditor, .dpo, .hr) }

  /// Whether the viewer may know of an employee: oneself, the people of the own centre, and those one leads.
  func sees(_ person: Alias) -> Bool {
    // Those who have left are for those who keep the register.
    guard let employee = organisation.people[person] else { return seesEverybody && organisation.knows(person) }
    if seesEverybody || person == viewer.person { return true }
    if viewer.holds(.leader), employee.leader == viewer.person { return true }
    return viewer.holds(.centreChief) && organisation.post(of: viewer.person, in: employee.centre) != nil
  }

  func line(_ person: Alias, _ employee: Employee) -> PersonLine {
    let name = names.name(of: person)
    var line = PersonLine()
    line.account = viewer.holds(.administrator, .auditor, .hr) ? names.account(of: person)?.account : nil
    line.centre = Thing(employee.centre)
    line.email = name?.email
    line.hasLed = employee.hasLed
    line.left = organisation.former[person]?.left
    line.leader = employee.leader.map { Person($0) }
    line.person = Person(person)
    line.post = organisation.appointment(of: person)?.post
    line.profession = Thing(employee.profession)
    line.roles = seesEverybody ? roles(of: person) : []
    line.workplace = Thing(employee.workplace)
    return line
  }

  /// In the order of roles, those in every cohort first.
  func roles(of person: Alias) -> [RoleLine] {
    organisation.roles[person, default: []]
      .sorted { ($0.role.rawValue, $0.cohort?.value ?? "") < ($1.role.rawValue, $1.cohort?.value ?? "") }
      .map { held in
        var line = RoleLine()
        line.cohort = held.cohort
        line.role = held.role
        return line
      }
  }
}
