import TalentDomain

extension WhatIfShown: Shown {
  static var lists: [String] { ["changes", "refused"] }

  func show(on page: inout Page) {
    if !ranked {
      page.say("Ranglisten er ikke beregnet.", "The ranking has not been computed.")
    } else if !supposedRanked {
      page.say("Der ville ikke være nogen rangliste.", "There would be no ranking.")
    } else {
      page.facts([
        ("Rangordnet", "Ranked", "\(nominees) → \(supposedNominees)"), ("Pladser", "Seats", String(seats)),
      ])
    }
    // Where nobody would be ranked, there is nobody to name.
    if supposedRanked { showChanges(on: &page) }
    guard !refused.isEmpty else { return }
    page.table(
      title: Bilingual(da: "Ville være afvist", en: "Would have been refused"), empty: Bilingual(da: "", en: ""),
      refused,
      [
        Column("Position", "Position", right: true) { line, _ in String(line.position) },
        Column("Regel", "Rule") { line, _ in line.finding.rule.value },
        Column("Hændelse", "Event") { line, _ in line.type.value },
        Column("Vedrører", "About") { line, style in style.person(line.subject) },
        Column("Hvorfor", "Why", wraps: true) { line, style in
          style(da: line.finding.problemDa.value, en: line.finding.problemEn.value)
        },
      ])
  }

  private func showChanges(on page: inout Page) {
    let gaining = changes.filter { $0.supposedPlace == .withinTheSeats && $0.place != .withinTheSeats }
    let losing = changes.filter { $0.place == .withinTheSeats && $0.supposedPlace != .withinTheSeats }
    let rest = changes.filter { line in
      !gaining.contains { $0.nominee == line.nominee } && !losing.contains { $0.nominee == line.nominee }
    }
    let columns: [Column<WhatIfLine>] = [
      Column("Nr.", "Rank", right: true) { line, style in line.ranks(style) },
      Column("Indstillet", "Nominee") { line, style in style.person(line.nominee) },
      Column("Total", "Total") { line, style in
        [line.total, line.supposedTotal].map { style.score($0) }.joined(separator: " → ")
      },
      Column("Plads", "Place") { line, style in "\(style(line.place.words)) → \(style(line.supposedPlace.words))" },
      Column("Udvalgt", "Selected") { line, style in line.selected.map { style.yes($0) } ?? "" },
    ]
    let parts: [(da: String, en: String, lines: [WhatIfLine])] = [
      ("Ville have fået en plads", "Would have had a seat", gaining),
      ("Ville ikke have fået en plads", "Would not have had a seat", losing),
      ("Ville have stået et andet sted", "Would have stood elsewhere", rest),
    ]
    for part in parts where !part.lines.isEmpty {
      page.table(
        title: Bilingual(da: "\(part.da) (\(part.lines.count))", en: "\(part.en) (\(part.lines.count))"),
        empty: Bilingual(da: "", en: ""), part.lines, columns)
    }
    if changes.isEmpty, ranked {
      page.say("Det havde ikke ændret nogens plads.", "It would have changed nobody's place.")
    }
  }
}

extension WhatIfLine {
  fileprivate func ranks(_ style: Style) -> String {
    [rank, supposedRank].map { $0.map(String.init) ?? "–" }.joined(separator: " → ")
  }
}

extension RankingPlace {
  var words: Bilingual {
    switch self {
    case .atTheBorder: Bilingual(da: "pointlighed om en plads", en: "tied for a seat")
    case .below: Bilingual(da: "under pladserne", en: "below the seats")
    case .unranked: Bilingual(da: "ikke rangordnet", en: "not ranked")
    case .withinTheSeats: Bilingual(da: "inden for pladserne", en: "within the seats")
    }
  }
}
