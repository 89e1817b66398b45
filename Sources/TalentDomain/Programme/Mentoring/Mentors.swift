/// Who may be a mentor, and who meets whom.
package struct Mentors: Sendable {
  package var registered: Set<Alias> = []
  package private(set) var matches: [Alias: MentorMatch] = [:]
  /// Ids of each participant's matches, in the order in which they were made.
  package private(set) var ofParticipant: [Alias: [Alias]] = [:]
  /// The match that each recorded meeting belongs to, by the meeting's entry.
  package var meetings: [Alias: Alias] = [:]

  package init() {}

  package mutating func match(_ id: Alias, _ match: MentorMatch) {
    matches[id] = match
    ofParticipant[match.participant, default: []].append(id)
  }

  package mutating func change(_ id: Alias, _ header: Header, _ change: (inout MentorMatch) -> Void) {
    guard var match = matches[id] else { return }
    change(&match)
    match.position = header.position
    matches[id] = match
  }

  /// A participant's matches, the oldest first.
  package func matches(of participant: Alias) -> [MentorMatch] {
    (ofParticipant[participant] ?? []).compactMap { matches[$0] }
  }

  /// The match of a participant that has not ended.
  package func live(of participant: Alias) -> MentorMatch? { matches(of: participant).last { $0.ended == nil } }

  /// The match that a meeting on a day belongs to: the newest that stood then, where the mentor records it the mentor's
  /// own; else the newest at all, so that the refusal can say what was the matter with it.
  func match(of participant: Alias, on date: CivilDate, recordedBy principal: Alias) -> MentorMatch? {
    let all = matches(of: participant)
    let standing = all.filter { $0.stands(on: date) }
    return standing.last { $0.mentor == principal } ?? standing.last ?? all.last
  }
}

package struct MentorMatch: Sendable, Hashable {
  package var id: Alias
  package var participant: Alias
  package var mentor: Alias
  package var began: CivilDate
  package var ended: CivilDate?
  /// When each of the two agreed to confidentiality.
  package var agreed: [MatchParty: CivilDate] = [:]
  /// The position of the latest event about it.
  package var position: Int

  /// The day from which both have agreed to confidentiality.
  package var confidential: CivilDate? {
    guard let participant = agreed[.participant], let mentor = agreed[.mentor] else { return nil }
    return max(participant, mentor)
  }

  package func stands(on date: CivilDate) -> Bool { began <= date && (ended.map { date <= $0 } ?? true) }
}

/// The two whom a match brings together.
package enum MatchParty: String, Choice {
  case mentor, participant

  package var label: Bilingual {
    switch self {
    case .mentor: Bilingual(da: "mentoren", en: "the mentor")
    case .participant: Bilingual(da: "deltageren", en: "the participant")
    }
  }
}
