package import TalentDomain

/// Somebody who asks to be told, as one cohort knows that person.
package struct Viewer: Sendable {
  /// The id in the organisation's stream.
  package let person: Alias
  /// The alias in the cohort; `none` for whoever has none, and outside cohorts.
  package let alias: Alias
  /// In the cohort, or in general.
  package let capacities: Set<Capacity>
  /// Whether something is hidden from them at present that the length of the log would tell of (`Cohort.closesLog`).
  package let isShutOut: Bool

  package init(person: Alias, alias: Alias, capacities: Set<Capacity>, isShutOut: Bool = false) {
    self.person = person
    self.alias = alias
    self.capacities = capacities
    self.isShutOut = isShutOut
  }

  /// Positions, tree sizes and counts are for those who keep, guard and audit the record; others get a receipt.
  package var seesPositions: Bool { !isShutOut && holds(.hr, .dpo, .auditor, .administrator) }

  /// Who looked at whom is for those who answer for the data, and guard and audit how it is used.
  package var seesLooks: Bool { holds(.hr, .dpo, .auditor) }

  package func holds(_ any: Capacity...) -> Bool { any.contains(where: capacities.contains) }
}
