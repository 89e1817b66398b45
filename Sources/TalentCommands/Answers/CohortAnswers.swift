import TalentDomain

extension CohortList: Shown {
  static var lists: [String] { ["cohorts"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(
        da: "Der er ingen hold endnu. Åbn et: talentctl cohort set-up 2027 --from Config/programme.yaml",
        en: "There are no cohorts yet. Open one: talentctl cohort set-up 2027 --from Config/programme.yaml"),
      cohorts,
      [
        Column("Hold", "Cohort") { line, _ in line.code.value },
        Column("Titel", "Title") { line, _ in line.title.value },
        Column("Pladser", "Seats", right: true) { line, _ in String(line.seats) },
        Column("Kick-off", "Kick-off") { line, style in style.date(line.kickOff) },
        Column("Trin", "Stage") { line, style in style(line.stage.words) },
      ])
  }
}

extension CohortOverview: Shown {
  func show(on page: inout Page) {
    let style = page.style
    page.facts([
      ("Hold", "Cohort", "\(code.value) \(title.value)"),
      ("Trin", "Stage", style(stage.words)),
      (
        "Pladser", "Seats",
        occupied.map { style(da: "\($0) af \(seats) optaget", en: "\($0) of \(seats) occupied") } ?? String(seats)
      ),
      ("Reserver tilbage", "Reserve left", reserveLeft > 0 ? String(reserveLeft) : ""),
      ("Frist for indstillinger", "Deadline", style.date(deadline)),
      ("MBTI", "MBTI", style.date(mbtiDate)),
      ("Kick-off", "Kick-off", style.date(kickOff)),
      ("Tidszone", "Time zone", zone.value),
      ("Regelsæt", "Rule set", ruleSet?.value ?? ""),
      (
        "Kriterier", "Criteria",
        criteria.map { $0.value + (criteriaFrozen ? style(da: " (fastlåst)", en: " (frozen)") : "") } ?? ""
      ),
      (
        "Fulde sæt", "Full sets",
        complete.map { style(da: "\($0) af \(assigned ?? 0)", en: "\($0) of \(assigned ?? 0)") } ?? ""
      ),
      ("Bedømmelse afsluttet", "Scoring closed", scoringClosed.map { style.yes($0) } ?? ""),
      ("Uafgjort inhabilitet", "Conflicts pending", conflictsPending.map { $0 > 0 ? String($0) : "" } ?? ""),
      ("Revision", "Revision", style.number(revision)),
      ("Position", "Position", style.number(position)),
    ])
    page.table(
      empty: Bilingual(da: "Ingen indstillinger endnu.", en: "No nominations yet."), forms,
      [
        Column("Indstillinger", "Nominations") { line, style in style(line.status.label) },
        Column("Antal", "Count", right: true) { line, _ in String(line.count) },
      ])
    guard !spread.isEmpty else { return }
    page.table(
      title: Bilingual(
        da: "Spredning (R11: en forventning, ingen kvote)", en: "Spread (R11: an expectation, no quota)"),
      empty: Bilingual(da: "", en: ""), spread,
      [
        Column("Slags", "Kind") { line, style in
          line.workplace ? style(da: "arbejdsplads", en: "workplace") : style(da: "faglig baggrund", en: "profession")
        },
        Column("Navn", "Name") { line, style in style.thing(line.thing) },
        Column("Indstillede", "Eligible", right: true) { line, _ in String(line.eligible) },
        Column("Valgte", "Selected", right: true) { line, _ in String(line.selected) },
      ])
  }
}

extension CriteriaShown: Shown {
  func show(on page: inout Page) {
    let style = page.style
    if let criteria {
      page.facts([
        ("Kriterier", "Criteria", criteria.version.value + (frozen ? style(da: " (fastlåst)", en: " (frozen)") : "")),
        ("Ledelsesgrundlag", "Framework", criteria.framework.value),
      ])
      page.table(
        empty: Bilingual(da: "Ingen kategorier.", en: "No categories."), criteria.categories,
        [
          Column("Nr.", "No.", right: true) { line, _ in String(line.number) },
          Column("Kategori", "Category") { line, style in style(da: line.da.value, en: line.en.value) },
          Column("Vægt", "Weight", right: true) { line, _ in line.weight.text },
        ])
      page.table(
        empty: Bilingual(da: "Ingen spørgsmål.", en: "No questions."), criteria.questions,
        [
          Column("Nr.", "No.", right: true) { line, _ in String(line.number) },
          Column("Kategori", "Category", right: true) { line, _ in String(line.category) },
          Column("Grundlag", "Bases") { line, style in line.bases.map { style($0.words) }.joined(separator: ", ") },
          Column("Spørgsmål", "Question") { line, style in style(da: line.da.value, en: line.en.value) },
        ])
    } else {
      page.say("Der er ikke offentliggjort kriterier.", "No criteria have been published.")
    }
    page.table(
      title: Bilingual(
        da: "Regelsæt \(ruleSetVersion?.value ?? "(ingen vedtaget)")",
        en: "Rule set \(ruleSetVersion?.value ?? "(none adopted)")"),
      empty: Bilingual(da: "", en: ""), ruleSet.numbers,
      [
        Column("Værdi", "Value") { line, _ in line.name },
        Column("Er", "Is", right: true) { line, _ in line.value },
      ])
    page.table(
      empty: Bilingual(da: "Programmet er ikke offentliggjort.", en: "The programme has not been published."),
      gatherings,
      [
        Column("Samling", "Gathering", right: true) { line, _ in String(line.number) },
        Column("Fra", "From") { line, style in "\(style.date(line.starts.date)) \(line.starts.time.text.prefix(5))" },
        Column("Til", "To") { line, style in "\(style.date(line.ends.date)) \(line.ends.time.text.prefix(5))" },
        Column("Dage", "Days", right: true) { line, _ in line.days.text },
        Column("Titel", "Title") { line, _ in line.title.value },
      ])
  }
}

extension RuleSet {
  /// Its values by the names that a file gives them.
  var numbers: [(name: String, value: String)] {
    [
      ("answer-days", String(answerDays)), ("assessors", String(assessors)),
      ("feedback-answers", String(feedbackAnswers)), ("feedback-days", String(feedbackDays)),
      ("gathering-days", gatheringDays.text), ("late-dispensation", String(lateDispensation)),
      ("nominees", String(nominees)), ("points", String(points)), ("retention-years", String(retentionYears)),
    ]
  }
}
