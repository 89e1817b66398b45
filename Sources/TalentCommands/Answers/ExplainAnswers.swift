import TalentDomain
import TalentInterface

extension CaseExplained: Shown {
  static var lists: [String] { ["steps", "forms", "rulings", "scores", "conflicts", "complaints"] }

  /// One page, in the order of a case; a number in brackets is the position of the event that says so.
  func show(on page: inout Page) {
    let style = page.style
    page.say(style.person(nominee), .strong)
    if let status { page.facts([("Sagen", "The case", style(status.label))]) }
    for form in forms { form.show(on: &page) }
    showRulings(on: &page)
    showScores(on: &page)
    if let ranking { ranking.show(on: &page) }
    if let proposal { proposal.show(on: &page) }
    if let approval { approval.show(on: &page) }
    showOutcome(on: &page)
    if let guide { guide.show(on: &page) }
    guard !steps.isEmpty else { return }
    page.table(
      title: Bilingual(da: "Sagens gang", en: "The course of the case"), empty: Bilingual(da: "", en: ""), steps,
      [
        Column("Position", "Position", right: true) { line, style in style.number(line.position) },
        Column("Dag", "Day") { line, style in style.date(line.day) },
        Column("Hvad skete", "What happened", wraps: true) { line, style in
          style(ReceiptEvent.purpose(of: line.type.value))
        },
        Column("Af", "By") { line, style in style.person(line.by) },
      ])
  }

  private func showRulings(on page: inout Page) {
    guard !rulings.isEmpty else { return }
    page.table(
      title: Bilingual(da: "Deltagelsesbetingelser", en: "Eligibility"), empty: Bilingual(da: "", en: ""), rulings,
      [
        Column("Opfyldt", "Eligible") { line, style in style.yes(line.eligible) },
        Column("Begrundelse", "Reasons", wraps: true) { line, _ in line.reasons?.value ?? "" },
        Column("Position", "Position", right: true) { line, style in style.number(line.position) },
      ])
  }

  private func showScores(on page: inout Page) {
    if !scores.isEmpty {
      page.table(
        title: Bilingual(da: "Bedømmelser", en: "Scores"), empty: Bilingual(da: "", en: ""), scores,
        [
          Column("Bedømmer", "Assessor") { line, style in style.person(line.assessor) },
          Column("Sp.", "Q", right: true) { line, _ in String(line.question) },
          Column("Grundlag", "Basis") { line, style in style(line.basis.words) },
          Column("Point", "Points", right: true) { line, _ in String(line.points) },
          Column("Bemærkning", "Remark", wraps: true) { line, _ in line.remark?.value ?? "" },
          Column("Position", "Position", right: true) { line, style in style.number(line.position) },
        ])
    }
    guard !conflicts.isEmpty else { return }
    page.table(
      title: Bilingual(da: "Inhabilitet", en: "Conflicts of interest"), empty: Bilingual(da: "", en: ""), conflicts,
      [
        Column("Hvem", "Who") { line, style in style.person(line.person) },
        Column("Slags", "Kind") { line, style in style(line.kind.words) },
        Column("Afgørelse", "Ruling") { line, style in style(line.ruling.words) },
        Column("Position", "Position", right: true) { line, style in style.number(line.position) },
      ])
  }

  private func showOutcome(on page: inout Page) {
    if let letter {
      page.facts(
        title: page.style.titled("Afslag", "Letter", letter.position),
        [("Dag", "Day", page.style.date(letter.day)), ("Begrundelse", "Reasons", letter.words?.value ?? "")])
    }
    if let feedback {
      page.facts(
        title: page.style.titled("Tilbagemelding", "Feedback", feedback.position),
        [("Senest", "Due", page.style.date(feedback.due))])
      feedback.feedback?.show(on: &page)
    }
    for complaint in complaints {
      let isAnswer = complaint.type.value.hasPrefix("complaint.answered")
      page.facts(
        title: page.style.titled(
          isAnswer ? "Svar på klage" : "Klage", isAnswer ? "Answer to the complaint" : "Complaint", complaint.position),
        [("Dag", "Day", page.style.date(complaint.day)), ("Ordlyd", "Words", complaint.words?.value ?? "")])
    }
  }
}

extension Style {
  /// A heading with its reference: `Afslag [1180]`.
  fileprivate func titled(_ da: String, _ en: String, _ position: Int?) -> Bilingual {
    let reference = position.map { " [\($0)]" } ?? ""
    return Bilingual(da: da + reference, en: en + reference)
  }
}

extension ExplainedForm {
  fileprivate func show(on page: inout Page) {
    let style = page.style
    page.facts(
      title: style.titled("Skema", "Form", position),
      [
        ("Hvad skete", "What happened", style(ReceiptEvent.purpose(of: type.value))),
        ("Indstillet af", "Nominated by", style.person(chief)),
        ("Centerchefens orden", "The chief's order", style.number(priority)),
        ("Afvist efter", "Refused by", style.lines(refusedBy)),
      ])
    guard !answers.isEmpty else { return }
    page.table(
      empty: Bilingual(da: "", en: ""), answers,
      [
        Column("Sp.", "Q", right: true) { line, _ in String(line.number) },
        Column("Grundlag", "Basis") { line, style in line.basis.map { style($0.words) } ?? "" },
        Column("Begrundelse", "Reasons", wraps: true) { line, _ in line.reasons?.value ?? "" },
      ])
  }
}

extension ExplainedRanking {
  fileprivate func show(on page: inout Page) {
    let style = page.style
    let means = categories.map {
      "\(style(da: $0.da.value, en: $0.en.value)) \(style.score($0.mean)) × \($0.weight.text)"
    }
    page.facts(
      title: style.titled("Rangliste", "Ranking", position),
      [
        ("Nummer", "Rank", style(da: "\(rank) af \(nominees)", en: "\(rank) of \(nominees)")),
        ("Plads", "Place", style(place.words)),
        ("Pladser", "Seats", String(seats)),
        ("Total", "Total", "\(style.score(total)) (\(total.text))"),
        ("Simpelt snit", "Plain mean", "\(style.score(plainMean)) (\(plainMean.text))"),
        ("Kategorier", "Categories", means.joined(separator: "\n")),
        ("Pointlighed afgjort", "Tie resolved", tiesResolved.map { "[\($0)]" }.joined(separator: ", ")),
      ])
  }
}

extension ExplainedProposal {
  fileprivate func show(on page: inout Page) {
    let style = page.style
    let place = place.map { " \($0)" } ?? ""
    page.facts(
      title: style.titled("Forslag", "Proposal", position),
      [
        ("Foreslået til", "Proposed for", style(part.words) + place), ("Status", "Status", style(status.words)),
        ("Begrundelse", "Reasons", reasons?.value ?? ""),
        (
          "Afviger fra ranglisten", "Departs from the ranking",
          departure ? ground?.value ?? style.yes(true) : ""
        ),
        ("Fingeraftryk", "Digest", digest.text),
      ])
  }
}

extension ExplainedProposal.Part {
  fileprivate var words: Bilingual {
    switch self {
    case .reserve: Bilingual(da: "reservelisten, nr.", en: "the reserve, number")
    case .rest: Bilingual(da: "hverken plads eller reserve", en: "neither a seat nor the reserve")
    case .selected: Bilingual(da: "en plads", en: "a seat")
    }
  }
}

extension ExplainedApproval {
  fileprivate func show(on page: inout Page) {
    let style = page.style
    page.facts(
      title: style.titled("Godkendelse", "Approval", position),
      [
        ("Møde", "Meeting", [style.date(meeting), title?.value ?? ""].filter { !$0.isEmpty }.joined(separator: " ")),
        ("I hvis navn", "In whose name", style.person(member)),
        ("Til stede", "Present", present.map { style.person($0) }.joined(separator: ", ")),
        ("Journalnummer", "Case number", journal?.value ?? ""), ("Referatets fingeraftryk", "Minutes", minutes.text),
      ])
  }
}

extension FeedbackGuide {
  fileprivate func show(on page: inout Page) {
    let style = page.style
    let numbers = { (numbers: [Int]) in numbers.map(String.init).joined(separator: ", ") }
    page.facts(
      title: Bilingual(da: "Til lederens tilbagemelding", en: "For the leader's feedback"),
      [
        ("Pladser fra den sidste plads", "Places from the last seat", String(placesToSeat)),
        ("Point fra den, højst", "Points from it, at most", style.score(pointsToSeat)),
        ("Stærkest ved spørgsmål", "Strongest at question", numbers(strongest)),
        ("Svagest ved spørgsmål", "Weakest at question", numbers(weakest)),
      ])
    page.table(
      empty: Bilingual(da: "", en: ""), questions,
      [
        Column("Sp.", "Q", right: true) { line, _ in String(line.number) },
        Column("Spørgsmål", "Question", wraps: true) { line, style in style(da: line.da.value, en: line.en.value) },
        Column("Snit", "Mean", right: true) { line, style in style.score(line.mean) },
        Column("Mod de udvalgte", "Beside those selected") { line, style in
          line.relation.map { style($0.words) } ?? ""
        },
        Column("Grundlag", "Bases") { line, style in line.bases.map { style($0.words) }.joined(separator: ", ") },
      ])
  }
}

extension GuideQuestion.Relation {
  fileprivate var words: Bilingual {
    switch self {
    case .above: Bilingual(da: "over", en: "above")
    case .below: Bilingual(da: "under", en: "below")
    case .level: Bilingual(da: "på linje", en: "level")
    }
  }
}
