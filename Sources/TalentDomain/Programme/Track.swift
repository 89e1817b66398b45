/// The tracks of the programme, each with hours or days of its own («Aktivitet … Samlet tidsforbrug»).
package enum Track: String, Choice {
  case dialogues, gatherings, internship, mbti, mentor, workGroups

  /// In the order of the programme's table.
  package static let inOrder: [Track] = [.gatherings, .mbti, .workGroups, .mentor, .internship, .dialogues]

  package var unit: TimeUnit {
    switch self {
    case .gatherings, .internship, .workGroups: .days
    case .dialogues, .mbti, .mentor: .hours
    }
  }

  package var label: Bilingual {
    switch self {
    case .dialogues: Bilingual(da: "Karriere- og måldialog", en: "Career and goal dialogue")
    case .gatherings: Bilingual(da: "Fælles samlinger", en: "Gatherings")
    case .internship: Bilingual(da: "Praktik", en: "Internship")
    case .mbti: Bilingual(da: "MBTI", en: "MBTI")
    case .mentor: Bilingual(da: "Mentor", en: "Mentor")
    case .workGroups: Bilingual(da: "Arbejdsgrupper", en: "Work groups")
    }
  }
}

extension Track {
  /// Whether not even a correction says anything in words: «fortrolighed og sparring med erfaren leder», and no result of an
  /// MBTI questionnaire (R15).
  package var isConfidential: Bool { self == .mentor || self == .mbti }
}

/// Days and hours are kept apart; a day has as many hours as the rule set says where one figure is needed.
package enum TimeUnit: String, Choice {
  case days, hours
}
