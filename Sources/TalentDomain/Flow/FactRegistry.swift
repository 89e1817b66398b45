package import StrictJSON

/// All types of events: how each is read from its leaf and folded. What does not stand here refuses opening the log.
package enum FactRegistry {
  package static let organisation: [any OrganisationFact.Type] = organisationFacts + privacyFacts
  package static let cohort: [any CohortFact.Type] =
    setupFacts + nominationFacts + assessmentFacts + selectionFacts + programmeFacts
  package static let record: [any RecordFact.Type] = recordFacts

  package static var all: [any Fact.Type] { organisation + cohort + record }

  package static let organisationFolds: [String: Fold<Organisation>] = {
    var folds: [String: Fold<Organisation>] = [:]
    for type in organisation { folds["\(type.type)"] = fold(type) }
    return folds
  }()

  package static let cohortFolds: [String: Fold<Cohort>] = {
    var folds: [String: Fold<Cohort>] = [:]
    for type in cohort { folds["\(type.type)"] = fold(type) }
    return folds
  }()

  package static let recordFolds: [String: Fold<Void>] = {
    var folds: [String: Fold<Void>] = [:]
    for type in record { folds["\(type.type)"] = fold(type) }
    return folds
  }()

  private static func fold<F: OrganisationFact>(_: F.Type) -> Fold<Organisation> {
    Fold(F.self) { fact, state, header in
      state.revision += 1
      fact.apply(to: &state, header)
    }
  }

  private static func fold<F: CohortFact>(_: F.Type) -> Fold<Cohort> {
    Fold(F.self) { fact, state, header in fact.evolve(&state, header) }
  }

  private static func fold<F: RecordFact>(_: F.Type) -> Fold<Void> {
    Fold(F.self) { _, _, _ in }
  }
}

/// How the facts of one type are read from a leaf and applied to a state.
package struct Fold<State>: Sendable {
  /// Reads the facts at the cursor and applies them.
  package let apply: @Sendable (inout CanonicalCursor, inout State, Header) throws(Fault) -> Void
  /// Only reads them.
  package let read: @Sendable (inout CanonicalCursor) throws(Fault) -> any Fact

  package init<F: Fact>(_ type: F.Type, _ change: @escaping @Sendable (F, inout State, Header) -> Void) {
    apply = { (cursor: inout CanonicalCursor, state: inout State, header: Header) throws(Fault) in
      change(try F.read(&cursor), &state, header)
    }
    read = { (cursor: inout CanonicalCursor) throws(Fault) in try F.read(&cursor) }
  }

  /// A type of event that is no longer written: its facts are read as they stand in old leaves and lifted to today's.
  package init<Old: Fact, F: Fact>(
    _ old: Old.Type, lifting lift: @escaping @Sendable (Old) -> F,
    _ change: @escaping @Sendable (F, inout State, Header) -> Void
  ) {
    apply = { (cursor: inout CanonicalCursor, state: inout State, header: Header) throws(Fault) in
      change(lift(try Old.read(&cursor)), &state, header)
    }
    read = { (cursor: inout CanonicalCursor) throws(Fault) in lift(try Old.read(&cursor)) }
  }
}
