import TalentDomain

extension CalendarShown: Shown {
  static var lists: [String] { ["events"] }

  func show(on page: inout Page) {
    page.facts([
      ("Hold", "Cohort", title.value),
      ("Deltager", "Participant", participant.map(page.style.person) ?? ""),
    ])
    page.table(
      empty: Bilingual(da: "Kalenderen er tom.", en: "The calendar is empty."), events,
      [
        Column("Hvornår", "When") { line, style in style.time(line.time) },
        Column("Hvad", "What") { line, style in style.short(line) },
        Column("Ændret", "Changed") { line, style in
          if line.cancelled { return style(da: "aflyst", en: "cancelled") }
          return line.earlier.last.map { style(da: "før ", en: "was ") + style.date($0.from) } ?? ""
        },
      ])
  }
}

extension Style {
  /// The summary, as short as a screen of 80 columns needs it.
  fileprivate func short(_ line: CalendarLine) -> String {
    var line = line
    if line.kind == .workGroupMeeting { line.title = nil }
    let summary = summary(line)
    return line.kind == .dialogue
      ? summary.replacing(self(line.kind.label), with: self(da: "Dialog", en: "Dialogue")) : summary
  }
}
