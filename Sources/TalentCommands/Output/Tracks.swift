import TalentDomain

// How the tracks and what they come to read on a screen, in colour or without.

extension TrackLine {
  /// What is spent of the most that is expected: `████░░░░····`. Up to where `░` ends, it must be filled; `·` is beyond
  /// the least that completes.
  func bar(width: Int) -> String {
    let share = { (amount: Rational) in
      guard most > Rational(0) else { return width }
      let columns = amount / most * Rational(width)
      return min(width, columns.numerator / columns.denominator)
    }
    // The least ends where it ends, or a little later, so that it looks filled when it is, and not before.
    let end = width - share(most + least * Rational(-1))
    let full = recorded < least ? share(recorded) : max(end, share(recorded))
    let short = max(full, end)
    return String(repeating: "█", count: full) + String(repeating: "░", count: short - full)
      + String(repeating: "·", count: width - short)
  }
}

extension TrackStatus {
  static let inOrder: [TrackStatus] = [.complete, .onTrack, .behind, .above]

  /// Says without colour what the colour says.
  var sign: String {
    switch self {
    case .above: "▲"
    case .behind: "▼"
    case .complete: "✓"
    case .onTrack: "·"
    }
  }

  var tone: Ink.Tone {
    switch self {
    case .above: .extra
    case .behind: .warning
    case .complete: .good
    case .onTrack: .calm
    }
  }

  /// For narrow columns.
  var short: Bilingual { self == .above ? Bilingual(da: "over", en: "above") : label }
}

extension Track {
  /// For narrow columns.
  var short: Bilingual {
    switch self {
    case .dialogues: Bilingual(da: "Dialog", en: "Dial.")
    case .gatherings: Bilingual(da: "Saml.", en: "Gath.")
    case .internship: Bilingual(da: "Praktik", en: "Intern.")
    case .mbti: Bilingual(da: "MBTI", en: "MBTI")
    case .mentor: Bilingual(da: "Mentor", en: "Mentor")
    case .workGroups: Bilingual(da: "Gruppe", en: "Groups")
    }
  }
}

extension Style {
  /// `6½`, `9,6`, `3`.
  func amount(_ amount: Rational) -> String {
    let (whole, rest) = (amount.numerator / amount.denominator, amount.numerator % amount.denominator)
    let signs = [Rational(1, 4): "¼", Rational(1, 2): "½", Rational(3, 4): "¾"]
    if rest == 0 { return String(whole) }
    if let sign = signs[Rational(rest, amount.denominator)] { return whole == 0 ? sign : "\(whole)\(sign)" }
    // Two decimals are enough to read; the exact number stands in JSON.
    let hundredths = min(99, (rest * 100 + amount.denominator / 2) / amount.denominator)
    let digits = hundredths % 10 == 0 ? String(hundredths / 10) : (hundredths < 10 ? "0" : "") + String(hundredths)
    return "\(whole)\(self(da: ",", en: "."))\(digits)"
  }

  func amount(_ amount: Rational, _ unit: TimeUnit) -> String { "\(self.amount(amount)) \(self.unit(unit, amount))" }

  func range(_ line: TrackLine) -> String {
    let least = amount(line.least)
    return line.least == line.most
      ? "\(least) \(unit(line.unit, line.most))" : "\(least)–\(amount(line.most)) \(unit(line.unit, line.most))"
  }

  private func unit(_ unit: TimeUnit, _ amount: Rational) -> String {
    let isOne = amount > Rational(0) && amount <= Rational(1)
    return switch unit {
    case .days: isOne ? self(da: "dag", en: "day") : self(da: "dage", en: "days")
    case .hours: isOne ? self(da: "time", en: "hour") : self(da: "timer", en: "hours")
    }
  }
}
