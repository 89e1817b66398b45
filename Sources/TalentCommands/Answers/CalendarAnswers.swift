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
        Column("Hvad", "What") { line, style in style.summary(line) },
        Column("Ændret", "Changed") { line, style in
          if line.cancelled { return style(da: "aflyst", en: "cancelled") }
          return line.earlier.last.map { style(da: "før ", en: "was ") + style.time($0) } ?? ""
        },
      ])
  }
}
