import TalentDomain

extension ParticipantShown: Shown {
  func show(on page: inout Page) {
    let style = page.style
    page.facts([
      ("Deltager", "Participant", style.person(participant)),
      ("Status", "Status", style(status.label)),
      ("Gennemført", "Completed", completed ? style.yes(true) : ""),
      ("Deltagerbevis", "Certificate", certificate?.value ?? ""),
    ])
    page.table(
      empty: Bilingual(da: "Ingen spor, som du må se.", en: "No tracks that you may see."), tracks,
      [
        Column("Spor", "Track") { line, style in style(line.track.label) },
        Column("Fremdrift", "Progress") { line, _ in line.bar(width: 16) },
        Column("Registreret", "Recorded", right: true) { line, style in style.amount(line.recorded, line.unit) },
        Column("Forventet", "Expected") { line, style in style.range(line) },
        Column("Status", "Status") { line, style in style(line.status.label) },
      ])
    if let first = next.first {
      page.say(
        "Næste samling: \(style.date(first.date)), \(first.title.value)",
        "Next gathering: \(style.date(first.date)), \(first.title.value)")
    }
    page.table(
      title: Bilingual(da: "Registreret", en: "Recorded"),
      empty: Bilingual(da: "Intet er registreret endnu.", en: "Nothing is recorded yet."), entries,
      [
        Column("Dag", "Day") { line, style in style.date(line.date) },
        Column("Hvad", "What") { line, style in style(line.kind.label) },
        Column("Tid", "Time", right: true) { line, style in style.amount(line.amount, line.kind.track.unit) },
        Column("Med", "With") { line, style in style.person(line.with) },
        Column("Bekræftet", "Confirmed") { line, style in
          line.voided ? style(da: "annulleret", en: "voided") : line.confirmed ? style.yes(true) : ""
        },
        Column("Id", "Id") { line, _ in line.id.text },
      ])
    if !deviations.isEmpty { page.table(deviations) }
  }
}

extension ProgressShown: Shown {
  static var lists: [String] { ["participants", "deviations"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "Ingen deltagere endnu.", en: "No participants yet."), participants,
      [Column("Deltager", "Participant") { line, style in style.person(line.participant) }]
        + Track.inOrder.enumerated().map { index, track in
          Column(track.short.da, track.short.en, right: true) { line, style in
            line.tracks.indices.contains(index) ? style.cell(line.tracks[index]) : ""
          }
        } + [
          Column("Gennemført", "Completed") { line, style in
            line.certificate?.value ?? (line.completed ? style.yes(true) : "")
          },
          Column("Status", "Status") { line, style in line.status == .accepted ? "" : style(line.status.label) },
        ])
    guard !participants.isEmpty else { return }
    page.say("✓ gennemført  ▲ over  ▼ bagud  · på sporet", "✓ complete  ▲ above  ▼ behind  · on track")
    if !deviations.isEmpty { page.table(deviations) }
  }
}

extension Page {
  fileprivate mutating func table(_ deviations: [DeviationLine]) {
    table(
      title: Bilingual(da: "Afvigelser (advarsler)", en: "Deviations (warnings)"),
      empty: Bilingual(da: "Ingen.", en: "None."), deviations,
      [
        Column("Regel", "Rule") { line, _ in line.rule.value },
        Column("Deltager", "Participant") { line, style in style.person(line.participant) },
        Column("Hvad", "What") { line, style in style(line.kind.label) },
        Column("Registrering", "Entry") { line, _ in line.entry.text },
      ])
  }
}

extension TrackLine {
  /// How much of what is expected at most has been recorded.
  func bar(width: Int) -> String {
    let share = most > Rational(0) ? recorded / most : Rational(1)
    let full = min(width, share.numerator * width / share.denominator)
    return String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
  }
}

extension Track {
  /// For narrow columns.
  var short: Bilingual {
    switch self {
    case .dialogues: Bilingual(da: "Dialog", en: "Dialogue")
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
    let hundredths = (rest * 100 + amount.denominator / 2) / amount.denominator
    let digits = hundredths % 10 == 0 ? String(hundredths / 10) : (hundredths < 10 ? "0" : "") + String(hundredths)
    return "\(whole)\(self(da: ",", en: "."))\(digits)"
  }

  func amount(_ amount: Rational, _ unit: TimeUnit) -> String { "\(self.amount(amount)) \(self.unit(unit, amount))" }

  func range(_ line: TrackLine) -> String {
    let least = amount(line.least)
    return line.least == line.most
      ? "\(least) \(unit(line.unit, line.most))" : "\(least)–\(amount(line.most)) \(unit(line.unit, line.most))"
  }

  func cell(_ line: TrackLine) -> String {
    let sign =
      switch line.status {
      case .above: "▲"
      case .behind: "▼"
      case .complete: "✓"
      case .onTrack: "·"
      }
    return "\(amount(line.recorded)) \(sign)"
  }

  private func unit(_ unit: TimeUnit, _ amount: Rational) -> String {
    let isOne = amount > Rational(0) && amount <= Rational(1)
    return switch unit {
    case .days: isOne ? self(da: "dag", en: "day") : self(da: "dage", en: "days")
    case .hours: isOne ? self(da: "time", en: "hour") : self(da: "timer", en: "hours")
    }
  }
}
