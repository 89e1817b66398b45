import TalentDomain

extension SelectionShown: Shown {
  static var lists: [String] { ["selected", "reserve", "rest"] }

  func show(on page: inout Page) {
    let style = page.style
    guard let digest else {
      page.say("Der er ikke foreslået nogen udvælgelse endnu.", "No selection has been proposed yet.")
      return
    }
    page.facts([
      ("Status", "Status", status.map { style($0.words) } ?? ""),
      ("Foreslået af", "Proposed by", style.person(proposer)),
      ("Fingeraftryk", "Digest", digest.text),
      ("Position", "Position", style.number(position)),
    ])
    let columns: [Column<SelectionLine>] = [
      Column("Nr.", "Rank", right: true) { line, style in style.number(line.rank) },
      Column("Indstillet", "Nominee") { line, style in style.person(line.nominee) },
      Column("Total", "Total", right: true) { line, style in style.score(line.total) },
      Column("Afvigelse", "Departure") { line, style in
        line.departure ? line.ground?.value ?? style.yes(true) : ""
      },
      Column("Begrundelse", "Reasons") { line, _ in line.reasons?.value ?? "" },
    ]
    page.table(
      title: Bilingual(da: "Udvalgte (\(selected.count))", en: "Selected (\(selected.count))"),
      empty: Bilingual(da: "Ingen udvalgte.", en: "Nobody selected."), selected, columns)
    page.table(
      title: Bilingual(da: "Reserveliste (\(reserve.count))", en: "Reserve (\(reserve.count))"),
      empty: Bilingual(da: "Ingen reserver.", en: "No reserve."), reserve, columns)
    page.table(
      title: Bilingual(da: "Ikke valgt (\(rest.count))", en: "Not selected (\(rest.count))"),
      empty: Bilingual(
        da: "Alle indstillede er udvalgt eller på reservelisten.",
        en: "Every nominee is selected or in reserve."), rest, columns)
  }
}

extension SeatList: Shown {
  static var lists: [String] { ["lines"] }

  func show(on page: inout Page) {
    page.say("\(occupied) af \(seats) pladser er optaget.", "\(occupied) of \(seats) seats are occupied.")
    page.table(
      empty: Bilingual(da: "Der er ikke tilbudt pladser endnu.", en: "No seats have been offered yet."), lines,
      [
        Column("Indstillet", "Nominee") { line, style in style.person(line.nominee) },
        Column("Status", "Status") { line, style in style(line.status.words) },
        Column("Svar senest", "Answer by") { line, style in style.date(line.answerBy) },
        Column("Fra reservelisten", "From reserve") { line, style in line.promoted ? style.yes(true) : "" },
        Column("Arbejdsplads", "Workplace") { line, style in style.thing(line.workplace) },
      ])
    if !reserve.isEmpty {
      page.table(
        empty: Bilingual(da: "", en: ""), Array(reserve.enumerated()),
        [
          Column("Reserve", "Reserve", right: true) { line, _ in String(line.offset + 1) },
          Column("Indstillet", "Nominee") { line, style in style.person(line.element) },
        ])
    }
    guard !told.isEmpty else { return }
    page.table(
      title: Bilingual(da: "Har fået afslag", en: "Told of not being selected"), empty: Bilingual(da: "", en: ""), told,
      [
        Column("Indstillet", "Nominee") { line, style in style.person(line.nominee) },
        Column("Nærmeste leder", "Leader") { line, style in style.person(line.leader) },
        Column("Tilbagemelding senest", "Feedback due") { line, style in style.date(line.feedbackDue) },
        Column("Givet", "Given") { line, style in style.yes(line.given) },
      ])
  }
}

extension FeedbackShown: Shown {
  func show(on page: inout Page) {
    let style = page.style
    page.facts([("Til", "To", style.person(nominee)), ("Senest", "Due", style.date(due))])
    guard let feedback else {
      page.say("Der er ikke givet tilbagemelding endnu.", "No feedback has been given yet.")
      return
    }
    feedback.show(on: &page)
  }
}
