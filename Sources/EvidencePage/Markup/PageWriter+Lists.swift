internal import EventWords
internal import TalentDomain

// What stands beside the steps: who could do what before them, what is not shown one by one, the rules, and the filter.

extension PageWriter {
  mutating func powersBefore() {
    guard !contents.before.isEmpty else { return }
    out.raw("<section><h2")
    out.attributed(Bilingual(da: "Før holdet blev åbnet", en: "Before the cohort was opened"))
    out.raw("</h2><p>")
    out.word(
      "Hvem der havde hvilke roller og poster, da holdet blev åbnet.",
      "Who held which roles and posts when the cohort was opened.")
    out.raw("</p><ol class=events>\n")
    list(contents.before)
    out.raw("</ol></section>")
  }

  mutating func others() {
    guard !contents.others.isEmpty else { return }
    out.raw("<section><h2")
    out.attributed(Bilingual(da: "Også i pakken", en: "Also in the bundle"))
    out.raw("</h2><p>")
    out.word(
      "Disse hændelser viser siden ikke enkeltvis. De står i pakkens filer og kontrolleres på samme måde.",
      "The page does not show these events one by one. They stand in the bundle's files and are checked in the same way."
    )
    out.raw("</p><ul class=counts>\n")
    for (type, count) in contents.others {
      out.raw("<li><b>")
      out.raw(count)
      out.raw("</b> ")
      out.word(type.purpose)
      out.raw("\n")
    }
    out.raw("</ul></section>")
  }

  mutating func ruleList() {
    for rule in ruleOrder {
      out.raw("<dt>")
      out.text(rule.id)
      out.raw("<dd")
      out.attributed(rule.sentence)
      out.raw("\n")
    }
  }

  mutating func peopleChoices() {
    let shown = people.enumerated().compactMap { number, person in
      contents.names.person(person).map { (number, $0) }
    }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    // By alias only those who stand in several events: the ids of others would make the list long and say nothing.
    let unnamed = people.enumerated().filter { contents.names.person($0.element) == nil }.map {
      ($0.offset, contents.label($0.element))
    }
    for (number, name) in shown + unnamed { choice(number) { $0.text(name) } }
  }

  mutating func kindChoices() {
    var seen: Set<Bilingual> = []
    for event in contents.events where seen.insert(event.type.purpose).inserted {
      out.raw("<option value=")
      out.raw(out.number(of: event.type.purpose))
      out.attributed(event.type.purpose)
      out.raw("</option>\n")
    }
  }

  private mutating func choice(_ number: Int, _ text: (inout Markup) -> Void) {
    out.raw("<option value=")
    out.raw(number)
    out.raw(">")
    text(&out)
    out.raw("</option>\n")
  }

  /// The turning points of a selection, by which one finds one's way: the step of each, and what it is.
  mutating func milestones() {
    for (words, types, takesLast) in Milestone.all {
      let matches = contents.events.enumerated().filter { types.contains($0.element.type.name) }
      guard let event = takesLast ? matches.last : matches.first else { continue }
      out.raw("<li><button type=button data-step=")
      out.raw(event.offset)
      out.attributed(words)
      out.raw("</button>\n")
    }
  }
}

private enum Milestone {
  static let all: [(Bilingual, Set<String>, takesLast: Bool)] = [
    (Bilingual(da: "Holdet åbnet", en: "Cohort opened"), ["\(CohortOpened.type)"], false),
    (Bilingual(da: "Kriterier", en: "Criteria"), ["\(CriteriaPublished.type)"], true),
    (Bilingual(da: "Første indstilling", en: "First nomination"), ["\(NominationSubmitted.type)"], false),
    (Bilingual(da: "Første point", en: "First score"), ["\(AssessmentScored.type)"], false),
    (Bilingual(da: "Bedømmelsen slut", en: "Scoring closed"), ["\(ScoringClosed.type)"], true),
    (Bilingual(da: "Rangliste", en: "Ranking"), ["\(RankingComputed.type)", "\(TieResolved.type)"], true),
    (Bilingual(da: "Forslag", en: "Proposal"), ["\(SelectionProposed.type)"], true),
    (Bilingual(da: "Godkendt", en: "Approved"), ["\(SelectionApproved.type)"], true),
    (Bilingual(da: "Tilbud sendt", en: "Seats offered"), ["\(SeatOffered.type)"], true),
    (Bilingual(da: "Afslag sendt", en: "Letters sent"), ["\(NonSelectionNotified.type)"], true),
  ]
}
