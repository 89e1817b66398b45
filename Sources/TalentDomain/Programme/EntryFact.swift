/// An event that records time of a participant. It is confirmed, corrected and voided like every other of its kind.
package protocol EntryFact: CohortFact {
  func entry(in cohort: Cohort, _ header: Header) -> Entry
}

extension EntryFact {
  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.record(entry(in: cohort, header))
  }
}

extension EntryFact {
  /// The event, on the day it speaks of, with the deviations that it brings about (R14): they warn, and never refuse.
  func proposals(_ cohort: Cohort, _ context: Context, about subject: Alias? = nil) throws(Refusal) -> [Proposal] {
    let draft = Proposal(self, subject: subject)
    let header = Header(draft, context, revision: cohort.revision)
    let entry = entry(in: cohort, header)
    let recorded = Proposal(
      self, subject: subject ?? (entry.participants.count == 1 ? entry.participants[0] : nil),
      effective: try context.effective(on: entry.date, zone: cohort.setup.zone.value))
    // The limits (S4) refuse what is no time; nothing is added up of it.
    guard entry.track.unit.allows(entry.amount) else { return [recorded] }
    var after = cohort
    apply(to: &after, header)
    return [recorded] + after.deviations(of: entry.id, since: cohort, on: context.localDate)
  }
}

/// A check of every event that records time.
func onEntries(_ check: @escaping @Sendable (Entry, Situation) -> Finding?) -> [Rule.Check] {
  entryFacts.map { onEntry($0, check) }
}

private func onEntry<F: EntryFact>(
  _ type: F.Type, _ check: @escaping @Sendable (Entry, Situation) -> Finding?
) -> Rule.Check {
  on(type) { fact, situation in check(fact.entry(in: situation.cohort, situation.header), situation) }
}
