import TalentDomain

/// What HR sees: each participant in a row, and what calls for attention in colour and by a sign.
extension ProgressShown: Shown {
  static var lists: [String] { ["participants", "deviations"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "Ingen deltagere endnu.", en: "No participants yet."), gap: 1, participants,
      [
        Column("Deltager", "Participant", wraps: true, tone: { $0.takesPart ? nil : .faint }) { line, style in
          style.person(line.participant)
        }
      ]
        + Track.inOrder.enumerated().map { index, track in
          Column(
            track.short.da, track.short.en, right: true, tone: { $0.takesPart ? $0.track(index)?.status.tone : .faint },
            { line, style in line.track(index).map { "\(style.amount($0.recorded)) \($0.status.sign)" } ?? "" })
        } + [
          Column("Bevis", "Certificate", wraps: true, tone: { $0.takesPart ? .good : .faint }) { line, style in
            line.certificate?.value ?? (line.completed ? style(da: "gennemført", en: "completed") : line.left(style))
          }
        ])
    guard !participants.isEmpty else { return }
    let style = page.style
    let signs = TrackStatus.inOrder.map { "\($0.sign) \(style($0.label))" }.joined(separator: "   ")
    page.say([
      (signs + style(da: "   (dage og timer)", en: "   (days and hours)"), .faint), (summary(style), .strong),
      (attention(style), deviations.contains(where: \.stands) ? .warning : .faint),
    ])
  }

  private func attention(_ style: Style) -> String {
    let standing = deviations.count(where: \.stands)
    return standing == 0
      ? style(da: "Ingen afvigelser.", en: "No deviations.")
      : style(
        da: "Afvigelser: \(standing). Se dem: talentctl cohort deviations",
        en: "Deviations: \(standing). See them: talentctl cohort deviations")
  }

  private func summary(_ style: Style) -> String {
    let present = participants.filter(\.takesPart)
    let completed = present.count(where: \.completed)
    let behind = present.count { !$0.completed && $0.tracks.contains { $0.status == .behind } }
    return style(
      da: "\(present.count) deltagere: \(completed) har gennemført, \(behind) er bagud i mindst ét spor.",
      en: "\(present.count) participants: \(completed) completed, \(behind) behind in at least one track.")
  }
}

extension ProgressLine {
  fileprivate var takesPart: Bool { status == .accepted }

  fileprivate func track(_ index: Int) -> TrackLine? { tracks.indices.contains(index) ? tracks[index] : nil }

  fileprivate func left(_ style: Style) -> String {
    switch status {
    case .accepted: ""
    case .deferred: style(da: "udskudt", en: "deferred")
    case .left: style(da: "trådt ud", en: "left")
    default: style(status.label)
    }
  }
}

extension DeviationList: Shown {
  static var lists: [String] { ["deviations"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "Ingen afvigelser.", en: "No deviations."), deviations,
      [
        Column("Regel", "Rule", tone: \.tone) { line, _ in line.rule.value },
        Column("Deltager", "Participant", wraps: true, tone: \.tone) { line, style in style.person(line.participant) },
        Column("Hvad", "What", wraps: true, tone: \.tone) { line, style in line.words(style) },
        Column("Id", "Id", tone: { _ in .faint }) { line, _ in line.entry.text },
      ])
    guard !deviations.isEmpty else { return }
    page.say("Afvigelser advarer kun (R14).", "Deviations only warn (R14).")
  }
}

extension DeviationLine {
  fileprivate var tone: Ink.Tone? { stands ? .warning : .faint }

  /// `praktik 14-02-2028, 1 dag: uden for den forventede måned (siden rettet)`
  fileprivate func words(_ style: Style) -> String {
    var words = style(kind.label)
    if let entryKind {
      let amount = amount.map { ", \(style.amount($0, entryKind.track.unit))" } ?? ""
      words = "\(style(entryKind.label)) \(style.date(date))\(amount): \(words)"
    }
    return stands ? words : words + style(da: " (siden bragt i orden)", en: " (mended since)")
  }

  /// As the participant is told.
  func warning(_ style: Style) -> String { "! \(rule.value) \(words(style))" }
}
