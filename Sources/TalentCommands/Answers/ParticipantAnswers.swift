import TalentDomain

/// What a participant sees: one screen, of what matters now. All that is recorded stands in the timeline.
extension ParticipantShown: Shown {
  private static let latest = 4
  private static let upcoming = 3

  func show(on page: inout Page) {
    page.facts(facts(page.style))
    showTracks(on: &page)
    showNext(on: &page)
    showEntries(on: &page)
    showDeviations(on: &page)
  }

  private func facts(_ style: Style) -> [(da: String, en: String, value: String)] {
    [
      ("Deltager", "Participant", style.person(participant)),
      ("Status", "Status", completed ? style(da: "har gennemført", en: "has completed") : style(status.label)),
      ("Deltagerbevis", "Certificate", certificate?.value ?? ""),
      ("Nærmeste leder", "Immediate leader", style.name(leader)),
      ("Mentor", "Mentor", style.name(mentor)),
      ("Arbejdsgruppe", "Work group", workGroup.map { "\($0.number): \($0.task.value)" } ?? ""),
      ("Praktik", "Internship", internship?.sentence(style) ?? ""),
      ("Udviklingsplan", "Development plan", plan?.sentence(style) ?? ""),
    ]
  }

  private func showTracks(on page: inout Page) {
    guard !tracks.isEmpty else { return }
    page.table(
      empty: Bilingual(da: "", en: ""), tracks,
      [
        Column("Spor", "Track") { line, style in style(line.track.label) },
        Column("Fremdrift", "Progress", tone: \.status.tone) { line, _ in line.bar(width: 16) },
        Column("Brugt", "Spent", right: true) { line, style in style.amount(line.recorded, line.unit) },
        Column("Forventet", "Expected") { line, style in style.range(line) },
        Column("Status", "Status", tone: \.status.tone) { line, style in
          line.status.sign + " " + style(line.status.short)
        },
      ])
    if let totals { page.say(totals.sentence(page.style)) }
  }

  private func showNext(on page: inout Page) {
    let style = page.style
    page.facts(
      title: Bilingual(da: "Det næste", en: "What comes next"),
      next.prefix(Self.upcoming).map { line in
        let days = style.days(line.day, line.until)
        return (days, days, line.words(style))
      })
  }

  /// What differs from the programme's expectations and has not been mended.
  private func showDeviations(on page: inout Page) {
    let standing = deviations.filter(\.stands)
    guard !standing.isEmpty else { return }
    page.say(standing.map { (text: $0.warning(page.style), tone: .warning) })
  }

  private func showEntries(on page: inout Page) {
    let shown = totals == nil ? entries : Array(entries.suffix(Self.latest))
    page.table(
      title: shown.count == entries.count
        ? Bilingual(da: "Registreret", en: "Recorded")
        : Bilingual(
          da: "Senest registreret; alle \(entries.count): talentctl participant timeline",
          en: "Recorded lately; all \(entries.count): talentctl participant timeline"),
      empty: Bilingual(da: "Intet er registreret endnu.", en: "Nothing is recorded yet."), shown,
      [
        Column("Dag", "Day") { line, style in style.date(line.date) },
        Column("Hvad", "What", wraps: true, tone: \.tone) { line, style in line.words(style) },
        Column("Id", "Id", tone: { _ in .faint }) { line, _ in line.id.text },
      ])
  }
}

extension EntryLine {
  fileprivate var tone: Ink.Tone? { voided ? .faint : nil }

  /// `mentormøde 1 time, med Bo Bæk, bekræftet`
  fileprivate func words(_ style: Style) -> String {
    var words = ["\(style(kind.label)) \(style.amount(amount, kind.track.unit))"]
    if with != nil { words.append(style(da: "med ", en: "with ") + style.name(with)) }
    if confirmed { words.append(style(da: "bekræftet", en: "confirmed")) }
    if voided { words.append(style(da: "annulleret", en: "voided")) }
    return words.joined(separator: ", ")
  }
}

extension PlannedLine {
  func words(_ style: Style) -> String {
    switch kind {
    case .gathering: title?.value ?? style(kind.label)
    case .internship: style(kind.label) + (with == nil ? "" : style(da: " hos ", en: " with ") + style.name(with))
    case .answerOffer, .mbti: style(kind.label)
    }
  }
}

extension InternshipLine {
  func sentence(_ style: Style) -> String {
    let days = style(
      da: "\(style.amount(done)) af \(style.amount(agreed, .days))",
      en: "\(style.amount(done)) of \(style.amount(agreed, .days))")
    return style(da: "hos ", en: "with ") + "\(style.name(host)), \(style.days(from, to)): \(days)"
  }
}

extension PlanStanding {
  func sentence(_ style: Style) -> String {
    style(
      da: "\(version). udgave, \(reached) af \(goals) mål nået",
      en: "version \(version), \(reached) of \(goals) goals reached")
  }
}

extension LedgerTotals {
  func sentence(_ style: Style) -> String {
    let recorded = style.total(self.recorded)
    return style(
      da: "I alt \(recorded). Forventet: \(style.amount(least.inHours))–\(style.amount(most.inHours)) timer.",
      en: "In all \(recorded). Expected: \(style.amount(least.inHours))–\(style.amount(most.inHours)) hours.")
  }
}

extension Style {
  /// `12½ dage og 6 timer (98,5 timer)`
  fileprivate func total(_ total: LedgerTotal) -> String {
    let apart = "\(amount(total.days, .days)) \(self(da: "og", en: "and")) \(amount(total.hours, .hours))"
    return "\(apart) (\(amount(total.inHours, .hours)))"
  }

  /// `10-01-2028`, `10-01 – 14-01-2028` or `28-12-2027 – 03-01-2028`.
  func days(_ first: CivilDate, _ last: CivilDate?) -> String {
    guard let last, last != first else { return date(first) }
    let isShort = language == .da && first.components.year == last.components.year
    return "\(isShort ? String(date(first).prefix(5)) : date(first)) – \(date(last))"
  }
}
