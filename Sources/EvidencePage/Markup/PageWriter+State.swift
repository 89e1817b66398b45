internal import TalentDomain

// The state after the last step. It stands in the page itself, for whoever reads it without scripts, and the script writes
// the state of another step into the same places.

extension PageWriter {
  mutating func state(_ state: StepState) {
    if let person = contents.person {
      ownCase(person, state)
      return
    }
    stages(state.stage)
    out.raw("<div class=cards>\n")
    frame(state)
    forms(state.forms)
    scoring(state)
    decision(state)
    letters(state)
    out.raw("</div>\n")
    places(state)
    ranking(state)
    reserve(state)
  }

  private mutating func stages(_ current: Stage?) {
    out.raw("<ol class=stages id=stages>")
    for stage in Stage.allCases {
      out.raw("<li data-stage=")
      out.text(stage.rawValue)
      if stage == current { out.raw(" aria-current=step") }
      out.attributed(stage.words)
      out.raw("</li>")
    }
    out.raw("</ol>\n")
  }

  // MARK: Cards

  private mutating func card(_ da: String, _ en: String, _ body: (inout PageWriter) -> Void) {
    out.raw("<section class=card><h3")
    out.attributed(Bilingual(da: da, en: en))
    out.raw("</h3>")
    body(&self)
    out.raw("</section>\n")
  }

  private mutating func frame(_ state: StepState) {
    card("Rammen", "The frame") { page in
      page.out.raw("<dl>")
      page.term("Frist", "Deadline") { page in
        page.out.raw("<span data-v=deadline>")
        if let deadline = state.deadline { page.out.date(deadline) } else { page.out.raw("–") }
        page.out.raw("</span>")
      }
      page.count("Pladser", "Seats", "seats", state.seats)
      page.out.raw("</dl>")
    }
  }

  private mutating func forms(_ forms: FormCounts) {
    card("Indstillinger", "Nominations") { page in
      let total = forms.all.reduce(0, +)
      page.figure("forms", total)
      page.out.raw("<svg class=split id=split viewBox=\"0 0 1000 20\" preserveAspectRatio=none aria-hidden=true>")
      var start = 0
      for (index, count) in forms.all.enumerated() {
        let width = total == 0 ? 0 : count * 1000 / total
        page.out.raw("<rect class=f")
        page.out.raw(index)
        page.out.raw(" x=")
        page.out.raw(start)
        page.out.raw(" width=")
        page.out.raw(width)
        page.out.raw(" height=20 />")
        start += width
      }
      page.out.raw("</svg><ul class=legend>")
      for (index, (words, count)) in zip(PageWriter.formWords, forms.all).enumerated() {
        page.out.raw("<li><svg viewBox=\"0 0 12 12\" aria-hidden=true><rect class=f")
        page.out.raw(index)
        page.out.raw(" width=12 height=12 /></svg><b data-v=forms")
        page.out.raw(index)
        page.out.raw(">")
        page.out.raw(count)
        page.out.raw("</b> ")
        page.out.word(words)
      }
      page.out.raw("</ul>")
    }
  }

  private static let formWords = [
    Bilingual(da: "ikke afgjort", en: "undecided"),
    Bilingual(da: "opfylder betingelserne", en: "eligible"),
    Bilingual(da: "opfylder dem ikke", en: "not eligible"),
    Bilingual(da: "trukket tilbage", en: "withdrawn"),
    Bilingual(da: "afvist efter reglerne", en: "refused by the rules"),
  ]

  private mutating func scoring(_ state: StepState) {
    card("Bedømmelse", "Assessment") { page in
      page.progress("sets", state.sets, "fulde sæt point", "full sets of scores")
    }
  }

  private mutating func decision(_ state: StepState) {
    card("Beslutning", "Decision") { page in
      page.out.raw("<p class=figure data-v=proposal>")
      if let proposal = state.proposal { page.out.raw(proposal.number) } else { page.out.raw("–") }
      page.out.raw("</p><ul class=plain id=statuses>")
      for status in [ProposalState.Status.proposed, .returned, .approved] {
        page.out.raw("<li data-status=")
        page.out.text(status.rawValue)
        if state.proposal?.status != status { page.out.raw(" hidden") }
        page.out.attributed(status.words)
        page.out.raw("</li>")
      }
      page.out.raw("<li id=undecided")
      if state.proposal != nil { page.out.raw(" hidden") }
      page.out.attributed(Bilingual(da: "intet forslag endnu", en: "no proposal yet"))
      page.out.raw("</li></ul>")
    }
  }

  private mutating func letters(_ state: StepState) {
    card("Breve og svar", "Letters and answers") { page in
      page.out.raw("<dl>")
      page.pair("Afslag sendt", "Letters of refusal", "letters", state.letters)
      // A soft hyphen: the card is narrow, and the word is long.
      page.pair("Tilbage\u{00AD}meldinger givet", "Feedback given", "feedback", state.feedback)
      page.pair("Klager besvaret", "Complaints answered", "complaints", state.complaints)
      page.count("Gennemført programmet", "Completed the programme", "completed", state.completed)
      page.out.raw("</dl>")
    }
  }

  // MARK: Figures

  private mutating func slot(_ name: StaticString, _ value: Int) {
    out.raw("<span data-v=")
    out.raw(name)
    out.raw(">")
    out.raw(value)
    out.raw("</span>")
  }

  private mutating func figure(_ name: StaticString, _ value: Int) {
    out.raw("<p class=figure>")
    slot(name, value)
    out.raw("</p>")
  }

  private mutating func count(_ da: String, _ en: String, _ name: StaticString, _ value: Int) {
    term(da, en) { $0.slot(name, value) }
  }

  private mutating func pair(_ da: String, _ en: String, _ name: StaticString, _ value: StepState.Progress) {
    term(da, en) { page in
      page.slot(name, value.done)
      page.of(name, value.due)
    }
  }

  /// ` af 45`
  private mutating func of(_ name: StaticString, _ due: Int) {
    out.raw(" ")
    out.word("af", "of")
    out.raw(" <span data-v=")
    out.raw(name)
    out.raw("-due>")
    out.raw(due)
    out.raw("</span>")
  }

  private mutating func progress(
    _ name: StaticString, _ value: StepState.Progress, _ da: String, _ en: String
  ) {
    out.raw("<p class=figure>")
    slot(name, value.done)
    out.raw("<small>")
    of(name, value.due)
    out.raw(
      "</small></p><svg class=split viewBox=\"0 0 1000 20\" preserveAspectRatio=none aria-hidden=true><rect class=rest")
    out.raw(" width=1000 height=20 /><rect class=f1 data-bar=")
    out.raw(name)
    out.raw(" width=")
    out.raw(value.due == 0 ? 0 : value.done * 1000 / value.due)
    out.raw(" height=20 /></svg><p>")
    out.word(da, en)
    out.raw("</p>")
  }

  // MARK: A person's part

  /// What the leaves of one person can tell: how the case stands. What the cohort as a whole has come to does not follow
  /// from them.
  private mutating func ownCase(_ person: Alias, _ state: StepState) {
    out.raw("<section class=picture><h3")
    out.attributed(Bilingual(da: "Sagen", en: "The case"))
    out.raw("</h3><p class=figure id=own data-person=")
    out.raw(number(of: person))
    out.raw(">")
    if let status = state.cases[person] { out.word(status.label) } else { out.raw("–") }
    out.raw("</p><p id=ownplace")
    let place = state.order.firstIndex(of: person)
    if place == nil { out.raw(" hidden") }
    out.raw(">")
    out.word("Egen plads på ranglisten: ", "Own place in the ranking: ")
    out.raw("<b data-v=place>")
    out.raw((place ?? 0) + 1)
    out.raw("</b>")
    of("place", state.order.count)
    out.raw("</p></section>\n")
  }
}

extension Stage {
  fileprivate var words: Bilingual {
    switch self {
    case .setup: Bilingual(da: "Forberedes", en: "Being set up")
    case .nominating: Bilingual(da: "Indstilling", en: "Nominating")
    case .assessing: Bilingual(da: "Vurdering", en: "Assessing")
    case .ranked: Bilingual(da: "Rangliste", en: "Ranked")
    case .proposed: Bilingual(da: "Foreslået", en: "Proposed")
    case .approved: Bilingual(da: "Godkendt", en: "Approved")
    }
  }
}

extension ProposalState.Status {
  fileprivate var words: Bilingual {
    switch self {
    case .approved: Bilingual(da: "forslag godkendt af direktionen", en: "proposal approved by the board")
    case .proposed: Bilingual(da: "forslag venter på direktionen", en: "proposal awaits the board")
    case .returned: Bilingual(da: "forslag sendt tilbage af direktionen", en: "proposal returned by the board")
    }
  }
}
