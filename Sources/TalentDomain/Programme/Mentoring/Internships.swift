/// Which internships (praktik) have been agreed.
package struct Internships: Sendable {
  package private(set) var agreements: [Alias: InternshipAgreement] = [:]
  /// Ids of each participant's agreements, in the order in which they were made.
  package private(set) var ofParticipant: [Alias: [Alias]] = [:]
  /// The agreement that each recorded day belongs to, by the day's entry.
  package var days: [Alias: Alias] = [:]

  package init() {}

  package mutating func agree(_ agreement: InternshipAgreement) {
    agreements[agreement.id] = agreement
    ofParticipant[agreement.participant, default: []].append(agreement.id)
  }

  /// A participant's agreements, the oldest first.
  package func agreements(of participant: Alias) -> [InternshipAgreement] {
    (ofParticipant[participant] ?? []).compactMap { agreements[$0] }
  }

  /// The agreement that a day belongs to: the newest whose period holds it, where the host records it the host's own;
  /// else the newest at all, for a day may be moved.
  func agreement(of participant: Alias, on date: CivilDate, recordedBy principal: Alias) -> InternshipAgreement? {
    let all = agreements(of: participant)
    let own = all.filter { $0.host == principal }
    let candidates = own.isEmpty ? all : own
    return candidates.last { $0.from <= date && date <= $0.to } ?? candidates.last
  }
}

package struct InternshipAgreement: Sendable, Hashable {
  package var id: Alias
  package var participant: Alias
  package var host: Alias
  package var from: CivilDate
  package var to: CivilDate
  package var days: Rational
  package var recorded: Instant
  package var position: Int
}
