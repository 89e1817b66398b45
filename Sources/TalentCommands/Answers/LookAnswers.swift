import TalentDomain

extension LookList: Shown {
  static var lists: [String] { ["looks"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "Ingen har set dem.", en: "Nobody has seen them."), looks,
      [
        Column("Dag", "Day") { line, style in style.date(line.day) },
        Column("Hvem", "Who") { line, style in style.person(line.reader) },
        Column("Antal", "Count", right: true) { line, _ in String(line.count) },
        Column("Hold", "Cohort") { line, _ in line.cohort?.value ?? "" },
        Column("Hvad der blev spurgt om", "What was asked") { line, _ in line.method?.value ?? "" },
      ])
  }
}
