/// The work groups (arbejdsgrupper): «At talenterne sammen arbejder med udvalgte opgaver, der er væsentlige for HTK»
package struct WorkGroups: Sendable {
  /// In the order of their numbers.
  package private(set) var groups: [WorkGroup] = []
  /// The group that each recorded meeting was of, by the meeting's entry.
  package var meetings: [Alias: Alias] = [:]

  package init() {}

  package func group(_ id: Alias) -> WorkGroup? { groups.first { $0.id == id } }
  package func group(numbered number: Int) -> WorkGroup? { groups.first { $0.number == number } }
  /// Nobody is in more than one.
  package func group(of participant: Alias) -> WorkGroup? { groups.first { $0.members.contains(participant) } }

  mutating func form(_ group: WorkGroup) { groups.append(group) }

  mutating func change(_ id: Alias, _ change: (inout WorkGroup) -> Void) {
    guard let index = groups.firstIndex(where: { $0.id == id }) else { return }
    change(&groups[index])
  }
}

package struct WorkGroup: Sendable, Hashable {
  package var id: Alias
  /// 1, 2, … within the cohort.
  package var number: Int
  package var task: Line
  /// In the order in which they came, also those who have left the programme since.
  package var members: [Alias]
  /// Meetings so far, those included that were voided: the next one's number is one more.
  package var meetings = 0
  /// The position of the event that formed it.
  package var position: Int
}
