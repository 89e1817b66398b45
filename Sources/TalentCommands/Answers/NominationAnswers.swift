import TalentDomain

extension NominationList: Shown {
  static var lists: [String] { ["nominations"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(
        da: "Ingen indstillinger, som du må se.", en: "No nominations that you may see."), nominations,
      [
        Column("Afleveret", "Handed in") { line, style in style.time(line.handedIn) },
        Column("Journalnr.", "Case no.") { line, _ in line.journal?.value ?? "" },
        Column("Indstillet", "Nominee") { line, style in
          line.nominee.map { style.person($0) } ?? style(da: "(ukendt nummer)", en: "(unknown number)")
        },
        Column("Status", "Status") { line, style in style(line.status.label) },
        Column("Regler", "Rules") { line, style in style.lines(line.refusedBy) },
        Column("Center", "Centre") { line, style in style.thing(line.centre) },
        Column("Arbejdsplads", "Workplace") { line, style in style.thing(line.workplace) },
        Column("Fag", "Profession") { line, style in style.thing(line.profession) },
        Column("Ledelse i", "Field") { line, style in line.field.map { style($0.words) } ?? "" },
        Column("Chefens prioritet", "Chief's order", right: true) { line, style in style.number(line.priority) },
        Column("Indstillet af", "Nominated by") { line, style in style.person(line.chief) },
        Column("Skema", "Form") { line, _ in line.id.text },
      ])
    guard !nominations.isEmpty else { return }
    page.say("\(nominations.count) indstillinger.", "\(nominations.count) nominations.")
  }
}

extension NominationShown: Shown {
  func show(on page: inout Page) {
    let style = page.style
    page.facts([
      ("Indstillet", "Nominee", style.person(line.nominee)),
      ("Status", "Status", style(line.status.label)),
      ("Afvist efter", "Refused by", style.lines(line.refusedBy)),
      ("Journalnr.", "Case no.", line.journal?.value ?? ""),
      ("Afleveret", "Handed in", style.time(line.handedIn)),
      ("Indstillet af", "Nominated by", style.person(line.chief)),
      ("Center", "Centre", style.thing(line.centre)),
      ("Arbejdsplads", "Workplace", style.thing(line.workplace)),
      ("Faglig baggrund", "Profession", style.thing(line.profession)),
      ("Ledelse i", "Field", line.field.map { style($0.words) } ?? ""),
      ("Chefens prioritet", "Chief's order", style.number(line.priority)),
      ("Samtale", "Conversation", style.date(conversation)),
      ("Interesse bekræftet", "Interest confirmed", style.date(interest)),
      ("Skema", "Form", line.id.text),
      ("Position", "Position", style.number(line.recorded)),
    ])
    guard let form else {
      page.say(
        "Skemaets indhold er slettet, eller du må ikke se det.", "What the form says is erased, or not for you to see.")
      return
    }
    page.facts([
      ("Navn på skemaet", "Name on the form", form.name?.value ?? ""),
      ("Center på skemaet", "Centre on the form", form.centre?.value ?? ""),
      ("Interesse for ledelse", "Interest in leadership", style.yes(form.interest)),
      ("Engagement ud over sig selv", "Engagement beyond oneself", style.yes(form.engagement)),
      ("Ambition om at gøre en forskel", "Ambition to make a difference", style.yes(form.ambition)),
    ])
    for answer in form.answers {
      page.facts([
        (
          "Spørgsmål \(answer.number)", "Question \(answer.number)",
          answer.basis.map { style($0.words) } ?? style(da: "(ikke udfyldt)", en: "(not filled in)")
        ),
        ("Begrundelse", "Reasons", answer.reasons?.value ?? ""),
      ])
    }
  }
}

extension MyCase: Shown {
  func show(on page: inout Page) {
    let style = page.style
    guard nominated else {
      page.say(
        "Du er ikke indstillet. Tag en snak med din leder om dine muligheder.",
        "You have not been nominated. Have a talk with your leader about your possibilities.")
      return
    }
    page.facts([
      ("Din indstilling", "Your nomination", status.map { style($0.label) } ?? ""),
      ("Svar senest", "Answer by", style.date(answerBy)),
    ])
    feedback?.show(on: &page)
  }
}

extension Feedback {
  /// The four questions in the programme's own words.
  func show(on page: inout Page) {
    page.facts([
      (
        "Hvad skal der til for at bliver valgt til et evt. næste hold for ledelsestalent?",
        "What does it take to be selected next time?", next?.value ?? ""
      ),
      (
        "Er talentforløbet den rigtige udvikling for dig lige nu?",
        "Is the programme the right development for you right now?", rightNow?.value ?? ""
      ),
      ("Er det realistisk at blive valgt?", "Is it realistic to be selected?", realistic?.value ?? ""),
      (
        "Hvad er der ellers af udviklingsmuligheder?", "What other possibilities to develop are there?",
        alternatives?.value ?? ""
      ),
    ])
  }
}
