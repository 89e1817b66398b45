/// What happened to each participant, in the order in which it was recorded.
package struct Timelines: Sendable {
  package private(set) var ofParticipant: [Alias: [Happening]] = [:]

  package init() {}

  package mutating func note(_ happening: Happening) {
    for participant in happening.participants { ofParticipant[participant, default: []].append(happening) }
  }
}

extension CohortFact {
  /// The next state of a cohort: the event counts, it is noted in the timelines of those whom it concerns, and applied.
  package func evolve(_ cohort: inout Cohort, _ header: Header) {
    // Before it is applied: a timeline tells what an event did to what stood.
    if let happening = happening(in: cohort, header) { cohort.programme.timelines.note(happening) }
    cohort.revision += 1
    cohort.lastDays.note(header)
    apply(to: &cohort, header)
  }

  /// Most events stand in nobody's timeline.
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? { nil }
}
