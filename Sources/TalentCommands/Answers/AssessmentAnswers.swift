import TalentDomain

extension AssessmentList: Shown {
  static var lists: [String] { ["sets", "conflicts"] }

  func show(on page: inout Page) {
    let questions = Set(sets.flatMap { $0.scores.map(\.question) }).sorted()
    var columns: [Column<ScoreSetLine>] = [
      Column("Indstillet", "Nominee") { line, style in style.person(line.nominee) },
      Column("Bedømmer", "Assessor") { line, style in style.person(line.assessor) },
      Column("Fuldt sæt", "Full set") { line, style in
        line.withheld
          ? style(da: "skjult indtil dit eget sæt er fuldt", en: "withheld until your own set is complete")
          : style.yes(line.complete)
      },
    ]
    for question in questions {
      columns.append(
        Column("Sp. \(question)", "Q\(question)", right: true) { line, style in
          line.scores.first { $0.question == question }.map { "\(style($0.basis.words)) \($0.points)" } ?? ""
        })
    }
    page.table(
      empty: Bilingual(da: "Ingen bedømmelser, som du må se.", en: "No assessments that you may see."), sets, columns)
    guard !conflicts.isEmpty else { return }
    page.table(
      title: Bilingual(da: "Inhabilitet", en: "Conflicts of interest"), empty: Bilingual(da: "", en: ""), conflicts,
      [
        Column("Id", "Id") { line, _ in line.id.text },
        Column("Hvem", "Who") { line, style in style.person(line.person) },
        Column("Over for", "Towards") { line, style in style.person(line.nominee) },
        Column("Slags", "Kind") { line, style in style(line.kind.words) },
        Column("Afgørelse", "Ruling") { line, style in style(line.ruling.words) },
      ])
  }
}

extension RankingShown: Shown {
  static var lists: [String] { ["entries"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(
        da: "Ranglisten er ikke beregnet. Den kræver, at bedømmelsen er afsluttet: talentctl ranking compute",
        en: "The ranking has not been computed. The scoring must be closed first: talentctl ranking compute"),
      entries,
      [
        Column("Nr.", "Rank", right: true) { line, _ in String(line.rank) },
        Column("Indstillet", "Nominee") { line, style in style.person(line.nominee) },
        Column("Total", "Total", right: true) { line, style in style.score(line.total) },
        Column("Simpelt snit", "Plain mean", right: true) { line, style in style.score(line.plainMean) },
        Column("Motivation", "Category 3", right: true) { line, style in style.score(line.categoryThree) },
        Column("Pointlighed", "Tied") { line, style in line.tied ? style.yes(true) : "" },
        Column("Arbejdsplads", "Workplace") { line, style in style.thing(line.workplace) },
        Column("Fag", "Profession") { line, style in style.thing(line.profession) },
      ])
    guard !entries.isEmpty else { return }
    page.table(
      title: ties.isEmpty ? nil : Bilingual(da: "Pointlighed", en: "Ties"),
      empty: Bilingual(da: "Ingen pointlighed.", en: "No ties."), ties,
      [
        Column("Afgjort", "Resolved") { line, style in style.yes(line.resolved) },
        Column("Indstillede", "Nominees") { line, style in
          line.nominees.map { style.person($0) }.joined(separator: ", ")
        },
        Column("Begrundelse", "Ground") { line, _ in line.ground?.value ?? "" },
      ])
    page.facts([
      ("Beregning", "Algorithm", algorithm?.value ?? ""), ("Fingeraftryk", "Input digest", inputDigest?.text ?? ""),
      ("Position", "Position", page.style.number(position)),
    ])
  }
}
