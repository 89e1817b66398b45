import TalentDomain

extension TimelineShown: Shown {
  static var lists: [String] { ["happened", "planned"] }

  func show(on page: inout Page) {
    page.say(page.style.person(participant), .strong)
    page.table(
      empty: Bilingual(da: "Intet er sket endnu.", en: "Nothing has happened yet."), happened,
      [
        Column("Dag", "Day") { line, style in style.date(line.day) },
        Column("Hvad", "What", wraps: true, tone: \.tone) { line, style in line.words(style, of: participant) },
        Column("Registreret", "Recorded", tone: { _ in .faint }) { line, style in
          style.day(line.recorded)
        },
        Column("Id", "Id", tone: { _ in .faint }) { line, _ in line.kind == .recorded ? line.entry?.text ?? "" : "" },
      ])
    guard !planned.isEmpty else { return }
    page.table(
      title: Bilingual(da: "Planlagt", en: "Planned"), empty: Bilingual(da: "", en: ""), planned,
      [
        Column("Dag", "Day") { line, style in style.days(line.day, line.until) },
        Column("Hvad", "What", wraps: true) { line, style in line.words(style) },
      ])
  }
}

extension TimelineLine {
  fileprivate var tone: Ink.Tone? {
    switch kind {
    case .completed, .certificateIssued: .good
    case .certificateRevoked, .corrected, .deviated, .voided: .warning
    default: nil
    }
  }

  /// `mentormøde 1 time, med Bo Bæk (registreret af Mette Holm)`
  fileprivate func words(_ style: Style, of participant: Person) -> String {
    let words = what(style)
    if kind == .confidentialityAgreed { return "\(words) (\(style.name(by)))" }
    let company = with == nil ? words : words + style(da: ", med ", en: ", with ") + style.name(with)
    // The HR Centre records gatherings and what it decides; of the rest, another's hand is worth saying.
    guard let entryKind, entryKind != .gathering, kind != .deviated, by.id != participant.id, by.id != with?.id else {
      return company
    }
    return company + style(da: " (af ", en: " (by ") + style.name(by) + ")"
  }

  private func what(_ style: Style) -> String {
    if let outcome { return "\(style(kind.label)): \(style(outcome.label))" }
    guard let entryKind else { return style(kind.label) }
    let unit = entryKind.track.unit
    let entry = style(entryKind.label)
    switch kind {
    case .recorded: return "\(entry) \(style.amount(amount ?? Rational(0), unit))"
    case .corrected:
      let before = "\(style.date(oldDay)) \(style.amount(oldAmount ?? Rational(0), unit))"
      let after = "\(style.date(newDay)) \(style.amount(amount ?? Rational(0), unit))"
      return "\(style(kind.label)): \(entry) \(before) → \(after)"
    case .voided:
      return "\(style(kind.label)): \(entry) \(style.date(oldDay)) \(style.amount(amount ?? Rational(0), unit))"
    case .deviated: return "\(style(kind.label)): \(entry) \(deviation.map { style($0.label) } ?? "")"
    default: return "\(style(kind.label)): \(entry)"
    }
  }
}
