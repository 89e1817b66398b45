/// When something was last recorded of somebody in a cohort: periods of retention run from there.
package struct LastDays: Sendable {
  /// By whom a case is about, and by who recorded, or in whose name.
  package private(set) var about: [Alias: CivilDate] = [:]
  package private(set) var by: [Alias: CivilDate] = [:]

  package init() {}

  package mutating func note(_ header: Header) {
    if let subject = header.subject { about[subject] = header.localDate }
    by[header.actor] = header.localDate
    if let behalf = header.behalf { by[behalf] = header.localDate }
  }

  package func last(of person: Alias) -> CivilDate? { [about[person], by[person]].compactMap { $0 }.max() }
}
