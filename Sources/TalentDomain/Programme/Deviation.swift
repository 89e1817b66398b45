/// Something that differs from what the programme expects. It warns; nobody is refused for it (R14).
package struct Deviation: Sendable, Hashable {
  package var kind: DeviationKind
  package var participant: Alias
  /// The entry that brought it about.
  package var entry: Alias
  /// The position of the event that flagged it.
  package var position: Int
}

package enum DeviationKind: String, Choice {
  /// A track has more than is expected.
  case aboveRange
  /// A correction has taken a track below its lower bound again.
  case belowRange
  /// A meeting or a dialogue is shorter or longer than it typically is.
  case length
  /// The MBTI feedback was attended after the kick-off.
  case late
  /// A work group has met more often than is expected.
  case meetings
  /// An internship day outside January (R16).
  case month
  /// A meeting of a work group that does not lie between two gatherings (R18).
  case outsideGatherings

  package var rule: Rule.ID {
    switch self {
    case .aboveRange, .belowRange, .late, .length, .meetings: .r14
    case .month: .r16
    case .outsideGatherings: .r18
    }
  }

  package var label: Bilingual {
    switch self {
    case .aboveRange: Bilingual(da: "mere end forventet", en: "more than expected")
    case .belowRange: Bilingual(da: "igen under det mindste", en: "below the least again")
    case .late: Bilingual(da: "efter kick off", en: "after the kick-off")
    case .length: Bilingual(da: "usædvanlig længde", en: "unusual length")
    case .meetings: Bilingual(da: "flere møder end forventet", en: "more meetings than expected")
    case .month: Bilingual(da: "uden for den forventede måned", en: "outside the expected month")
    case .outsideGatherings: Bilingual(da: "ikke mellem to samlinger", en: "not between two gatherings")
    }
  }
}

/// A deviation was noticed as an entry was recorded or changed.
package struct DeviationFlagged: CohortFact {
  package var entry = Alias.none
  package var kind = DeviationKind.blank
  package var participant = Alias.none
  package var rule = Line("")

  package static let type: StaticString = "deviation.flagged.v1"
  package static let purpose = Bilingual(
    da: "Noget afviger fra det, programmet forventer. Det advarer kun.",
    en: "Something differs from what the programme expects. It only warns.")

  package init() {}
  init(_ kind: DeviationKind, of participant: Alias, by entry: Alias) {
    self.entry = entry
    self.kind = kind
    self.participant = participant
    rule = Line(kind.rule.rawValue)
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("entry", &entry)
    try members("kind", &kind)
    try members("participant", &participant)
    try members("rule", &rule, "The rule whose expectation it differs from.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.deviations.append(
      Deviation(kind: kind, participant: participant, entry: entry, position: header.position))
  }
}

extension Cohort {
  /// What an entry, as it stands now, deviates in, as far as it did not in `before`.
  func deviations(of id: Alias, since before: Cohort, on day: CivilDate) -> [Proposal] {
    guard let entry = programme.entries[id] else { return [] }
    let old = before.programme.entries[id]
    var kinds = Set(entry.isVoided ? [] : ownDeviations(of: entry, on: day))
    if let old { kinds.subtract(before.ownDeviations(of: old, on: day)) }
    return entry.participants.flatMap { participant in
      let all = kinds.union(rangeDeviations(of: entry.track, participant, since: before, on: day))
      return all.sorted { $0.rawValue < $1.rawValue }.map {
        Proposal(DeviationFlagged($0, of: participant, by: id), subject: participant)
      }
    }
  }

  /// What an entry deviates in by itself.
  private func ownDeviations(of entry: Entry, on day: CivilDate) -> [DeviationKind] {
    let table = timeTable(on: day)
    switch entry.kind {
    case .dialogue: return table.dialogueHours.contains(entry.amount) ? [] : [.length]
    case .internshipDay:
      let expected = (setup.kickOff.components.year + 1, table.internshipMonth)
      return (entry.date.components.year, entry.date.components.month) == expected ? [] : [.month]
    case .mbtiFeedback: return entry.date < setup.kickOff ? [] : [.late]
    case .workGroupMeeting:
      var kinds: [DeviationKind] = table.workGroupMeetingDays.contains(entry.amount) ? [] : [.length]
      if !isBetweenGatherings(entry.date) { kinds.append(.outsideGatherings) }
      if meetings(besides: entry) >= table.workGroupMeetings { kinds.append(.meetings) }
      return kinds
    case .gathering, .individualWork, .mbtiQuestionnaire, .mentorMeeting: return []
    }
  }

  /// How often else a meeting's work group has met.
  private func meetings(besides entry: Entry) -> Int {
    guard let group = programme.workGroups.meetings[entry.id] else { return 0 }
    return programme.workGroups.meetings.count { id, of in
      of == group && id != entry.id && programme.entries[id]?.isVoided == false
    }
  }

  /// Whether one gathering is over by a day, and another is still to come: a gathering may last several days.
  private func isBetweenGatherings(_ day: CivilDate) -> Bool {
    let gatherings = setup.gatherings
    return gatherings.contains { $0.ends.date < day } && gatherings.contains { $0.date > day }
      && !gatherings.contains { $0.date <= day && day <= $0.ends.date }
  }

  /// Whether a track has left its range by the change.
  private func rangeDeviations(
    of track: Track, _ participant: Alias, since before: Cohort, on day: CivilDate
  ) -> [DeviationKind] {
    let (then, now) = (before.track(track, of: participant, on: day), self.track(track, of: participant, on: day))
    if now.recorded > now.expected.most, then.recorded <= then.expected.most { return [.aboveRange] }
    if now.recorded < now.expected.least, then.recorded >= then.expected.least { return [.belowRange] }
    return []
  }
}

extension Cohort {
  /// Whether what was flagged still differs: a correction or a voiding may have mended it since.
  package func stands(_ deviation: Deviation, on day: CivilDate) -> Bool {
    guard let entry = programme.entries[deviation.entry] else { return false }
    switch deviation.kind {
    case .aboveRange:
      let ledger = track(entry.track, of: deviation.participant, on: day)
      return ledger.recorded > ledger.expected.most
    case .belowRange: return shortTracks(of: deviation.participant, on: day).contains(entry.track)
    case .late, .length, .meetings, .month, .outsideGatherings:
      return !entry.isVoided && ownDeviations(of: entry, on: day).contains(deviation.kind)
    }
  }
}
