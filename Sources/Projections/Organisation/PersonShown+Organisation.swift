package import TalentDomain

extension OrganisationReading {
  /// The answer to `ShowPerson`.
  ///
  /// Cases are for those who handle or guard them: administrators see none, and leaders have their own lists.
  /// - Parameter cases: the cohorts in which the person has an alias, read by the same viewer, and that alias.
  package func person<O>(
    _ query: ShowPerson, cases: [(reading: CohortReading<O>, alias: Alias)]
  ) -> PersonShown? {
    let person = query.person.person
    guard sees(person), let employee = organisation.lastEmployment(of: person) else { return nil }
    var shown = PersonShown()
    shown.line = line(person, employee)
    guard viewer.holds(.auditor, .dpo, .hr) else { return shown }
    shown.cases = cases.map { reading, alias in
      var one = PersonCase()
      one.alias = alias
      one.cohort = reading.code
      one.status = reading.cohort.status(of: alias, embargoed: !reading.seesOutcomes || reading.isBarred(from: alias))
      return one
    }
    return shown
  }
}
