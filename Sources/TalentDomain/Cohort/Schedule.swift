/// When each gathering was announced to be, from first to last: a calendar that has been handed out must learn of every move.
package struct Schedule: Sendable {
  /// By the gathering's number, in the order in which they were announced.
  package private(set) var announcements: [Int: [Announcement]] = [:]

  package init() {}

  /// The programme as it was published: what is not in it any longer is off.
  mutating func publish(_ gatherings: [Gathering], _ header: Header) {
    for gathering in gatherings { announce(gathering, number: gathering.number, header) }
    let kept = Set(gatherings.map(\.number))
    for number in announcements.keys where !kept.contains(number) { announce(nil, number: number, header) }
  }

  /// What is announced a second time in the same words is no news.
  mutating func announce(_ gathering: Gathering?, number: Int, _ header: Header) {
    guard announcements[number]?.last?.gathering != gathering || announcements[number] == nil else { return }
    announcements[number, default: []].append(Announcement(gathering: gathering, recorded: header.recorded))
  }
}

/// What was announced of a gathering, and when.
package struct Announcement: Sendable, Hashable {
  /// Nil where it was taken off the programme.
  package var gathering: Gathering?
  package var recorded: Instant
}
