package import Leaves
internal import StrictJSON
package import TalentDomain

/// Applies one leaf of a cohort's stream. The leaves of a stream come in their order, each once.
/// - Throws: `LeafError`, naming the position: a type that this version does not know, or facts of another shape.
package func fold(_ leaf: Leaf, into cohort: inout Cohort) throws(LeafError) {
  try fold(leaf, into: &cohort, Folds.cohort)
}

/// Applies one leaf of the organisation's stream.
/// - Throws: as for a cohort's.
package func fold(_ leaf: Leaf, into organisation: inout Organisation) throws(LeafError) {
  try fold(leaf, into: &organisation, Folds.organisation)
}

/// The facts of a leaf, whichever stream it belongs to.
/// - Throws: as `fold`.
package func fact(of leaf: Leaf) throws(LeafError) -> any Fact {
  guard let read = Folds.readers[leaf.typeBytes] else { throw leaf.unknown }
  var cursor = CanonicalCursor(leaf.facts)
  do {
    let fact = try read(&cursor)
    if cursor.isAtEnd { return fact }
  } catch {}
  throw leaf.unknown
}

private func fold<State>(
  _ leaf: Leaf, into state: inout State, _ folds: TypeTable<TalentDomain.Fold<State>>
) throws(LeafError) {
  guard let fold = folds[leaf.typeBytes] else { throw leaf.unknown }
  let header = try Header(leaf)
  var cursor = CanonicalCursor(leaf.facts)
  // What is wrong with the facts is not passed on: whoever reads the error needs the position, and the verifier's report.
  do { try fold.apply(&cursor, &state, header) } catch { throw leaf.unknown }
  guard cursor.isAtEnd else { throw leaf.unknown }
}

extension Leaf {
  fileprivate var unknown: LeafError { LeafError(position: position, .malformed) }
}

/// The domain's register, by the bytes of the types' names.
private enum Folds {
  static let cohort = TypeTable(FactRegistry.cohortFolds)
  static let organisation = TypeTable(FactRegistry.organisationFolds)
  static let readers = TypeTable(
    FactRegistry.cohortFolds.mapValues(\.read)
      .merging(FactRegistry.organisationFolds.mapValues(\.read)) { first, _ in first }
      .merging(FactRegistry.recordFolds.mapValues(\.read)) { first, _ in first })
}
