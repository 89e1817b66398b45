/// What somebody has recorded of a participant's time: one meeting, one day, one piece of work.
package struct Entry: Sendable, Hashable {
  package var id: Alias
  package var kind: EntryKind
  /// Those whose time it counts for; more than one only for a meeting of a work group.
  package var participants: [Alias]
  /// The day on which it took place.
  package var date: CivilDate
  /// In the unit of its track.
  package var amount: Rational
  /// Who else was there and may confirm it: the mentor, the host, the leader.
  package var counterpart: Alias?
  /// In whose name it was recorded: that person does not confirm it.
  package var recorder: Alias
  package var isConfirmed = false
  package var isVoided = false
  /// How often its day or time was corrected, or it was voided.
  package var revisions = 0
  /// When what stands now was recorded; a confirmation changes nothing of it.
  package var revised: Instant
  /// The position of the latest event about it.
  package var position: Int

  package init(
    _ kind: EntryKind, _ id: Alias, of participants: [Alias], on date: CivilDate, _ amount: Rational,
    counterpart: Alias? = nil, _ header: Header
  ) {
    self.id = id
    self.kind = kind
    self.participants = participants
    self.date = date
    self.amount = amount
    self.counterpart = counterpart
    recorder = header.behalf ?? header.actor
    revised = header.recorded
    position = header.position
  }

  package var track: Track { kind.track }

  /// Notes that its day, its time or its standing has changed.
  mutating func revise(_ header: Header) {
    revisions += 1
    revised = header.recorded
  }

  /// Whether it counts for somebody.
  package func counts(for participant: Alias) -> Bool { !isVoided && participants.contains(participant) }
}

/// What an entry is of.
package enum EntryKind: String, Choice {
  case dialogue, gathering, individualWork, internshipDay, mbtiFeedback, mbtiQuestionnaire, mentorMeeting
  case workGroupMeeting

  package var track: Track {
    switch self {
    case .dialogue: .dialogues
    case .gathering: .gatherings
    case .individualWork, .workGroupMeeting: .workGroups
    case .internshipDay: .internship
    case .mbtiFeedback, .mbtiQuestionnaire: .mbti
    case .mentorMeeting: .mentor
    }
  }
}

extension EntryKind {
  package var label: Bilingual {
    switch self {
    case .dialogue: Bilingual(da: "dialog", en: "dialogue")
    case .gathering: Bilingual(da: "samling", en: "gathering")
    case .individualWork: Bilingual(da: "individuelt arbejde", en: "individual work")
    case .internshipDay: Bilingual(da: "praktik", en: "internship")
    case .mbtiFeedback: Bilingual(da: "MBTI-tilbagemelding", en: "MBTI feedback")
    case .mbtiQuestionnaire: Bilingual(da: "MBTI-spørgeskema", en: "MBTI questionnaire")
    case .mentorMeeting: Bilingual(da: "mentormøde", en: "mentor meeting")
    case .workGroupMeeting: Bilingual(da: "arbejdsgruppemøde", en: "work-group meeting")
    }
  }
}
