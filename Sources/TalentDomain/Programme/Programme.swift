/// What the participants live through between kick-off and certificate: folded from the cohort's stream.
package struct Programme: Sendable {
  package private(set) var entries = Table<Alias, Entry>()
  /// Ids of entries, in the order in which they were recorded.
  package private(set) var order: [Alias] = []
  /// Ids of each participant's entries, in the same order: a ledger looks at these alone.
  package private(set) var ofParticipant: [Alias: [Alias]] = [:]
  package var gatherings = GatheringAttendance()
  package var workGroups = WorkGroups()
  package var mentors = Mentors()
  package var internships = Internships()
  package var plans = DevelopmentPlans()
  package var completions = Completions()
  package var deviations: [Deviation] = []
  package var timelines = Timelines()

  package init() {}

  package mutating func record(_ entry: Entry) {
    entries[entry.id] = entry
    order.append(entry.id)
    for participant in entry.participants { ofParticipant[participant, default: []].append(entry.id) }
  }

  package mutating func change(_ id: Alias, _ header: Header, _ change: (inout Entry) -> Void) {
    guard var entry = entries[id] else { return }
    change(&entry)
    entry.position = header.position
    entries[id] = entry
  }

  /// A participant's entries that count, in the order in which they were recorded.
  package func live(of participant: Alias, _ track: Track? = nil) -> [Entry] {
    (ofParticipant[participant] ?? []).compactMap { id in
      guard let entry = entries[id], !entry.isVoided, track == nil || entry.track == track else { return nil }
      return entry
    }
  }
}
