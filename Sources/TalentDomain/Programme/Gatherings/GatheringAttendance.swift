/// Who was at which gathering.
package struct GatheringAttendance: Sendable {
  /// By gathering and participant: the id of the latest entry about it, voided or not.
  package var entries: [Int: [Alias: Alias]] = [:]

  package init() {}
}

extension Cohort {
  package func gathering(_ number: Int) -> Gathering? { setup.gatherings.first { $0.number == number } }

  /// Whether an attendance that has not been voided is recorded.
  package func hasAttended(_ participant: Alias, _ gathering: Int) -> Bool {
    guard let entry = programme.gatherings.entries[gathering]?[participant] else { return false }
    return programme.entries[entry]?.isVoided == false
  }

  /// The gathering that an entry is of.
  func gathering(of entry: Entry) -> Gathering? {
    guard entry.kind == .gathering, let participant = entry.participants.first else { return nil }
    return programme.gatherings.entries.first { $0.value[participant] == entry.id }.flatMap { gathering($0.key) }
  }
}
