internal import EventWords
internal import StrictJSON
internal import TalentDomain

// What the nominees were judged by, and that it lay fast before anybody was.

extension PageWriter {
  mutating func criteria() {
    guard let published = contents.events.last(where: { $0.type.name == "\(CriteriaPublished.type)" }),
      let given = published.facts["criteria"], let criteria = try? Criteria(canonical: given.canonical())
    else { return }
    out.raw("<section><h2")
    out.attributed(Bilingual(da: "Kriterierne", en: "The criteria"))
    out.raw("</h2><p>")
    out.word("Offentliggjort som hændelse ", "Published as event ")
    link(to: published.position)
    out.raw(", ")
    out.instant(published.header.recorded)
    out.raw(". ")
    firstScore(after: published.position)
    out.raw("</p><dl class=criteria>\n")
    for category in criteria.categories { self.category(category, criteria) }
    out.raw("</dl></section>")
  }

  private mutating func firstScore(after position: Int) {
    let scored = contents.events.first { $0.type.name == "\(AssessmentScored.type)" }
    guard let scored else {
      out.word("Ingen har givet point efter dem endnu.", "Nobody has scored by them yet.")
      return
    }
    if position < scored.position {
      out.word(
        "De lå fast, før de første point blev givet, i hændelse ", "They lay fast before the first score, event ")
    } else {
      out.word(
        "De er offentliggjort efter de første point, som blev givet i hændelse ",
        "They were published after the first score, event ")
    }
    link(to: scored.position)
    out.raw(".")
  }

  private mutating func category(_ category: TalentDomain.Category, _ criteria: Criteria) {
    out.raw("<dt>")
    out.word(category.da.value, category.en.value)
    out.raw(" <small>")
    out.word("vægt", "weight")
    out.raw(" ")
    out.text(category.weight.text)
    out.raw("</small><dd><ol>")
    for question in criteria.questions where question.category == category.number {
      out.raw("<li value=")
      out.raw(question.number)
      out.raw(">")
      out.word(question.da.value, question.en.value)
    }
    out.raw("</ol></dd>\n")
  }
}
