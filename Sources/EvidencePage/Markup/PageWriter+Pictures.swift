internal import TalentDomain

// Ranking and seats as pictures, and the same in words beside them.

extension PageWriter {
  mutating func places(_ state: StepState) {
    picture("places", "Pladserne", "The seats") { page in
      page.out.raw("<p class=key>")
      for (mark, words) in PageWriter.marks {
        page.out.raw("<span>")
        page.mark(mark)
        page.out.word(words)
        page.out.raw("</span>")
      }
      page.out.raw("</p><ol class=places id=places>")
      for (index, taken) in state.places.places.enumerated() { page.place(index, taken) }
      page.out.raw("</ol>")
    }
  }

  private static let marks: [(StaticString, Bilingual)] = [
    ("free", Bilingual(da: "ledig", en: "free")),
    ("offered", Bilingual(da: "tilbudt, venter på svar", en: "offered, awaiting an answer")),
    ("accepted", Bilingual(da: "optaget", en: "taken")),
  ]

  private mutating func mark(_ name: StaticString) {
    out.raw("<svg class=mark viewBox=\"0 0 24 24\" aria-hidden=true><use href=\"#")
    out.raw(name)
    out.raw("\" /></svg>")
  }

  private mutating func place(_ index: Int, _ taken: SeatPlaces.Taken?) {
    out.raw("<li class=")
    switch taken?.status {
    case nil: out.raw("free>")
    case .accepted?: out.raw("accepted>")
    default: out.raw("offered>")
    }
    switch taken?.status {
    case nil: mark("free")
    case .accepted?: mark("accepted")
    default: mark("offered")
    }
    out.raw("<span><b>")
    out.raw(index + 1)
    out.raw("</b> ")
    if let taken {
      person(taken.nominee)
      out.raw("<small>")
      out.word(taken.status == .accepted ? PageWriter.marks[2].1 : PageWriter.marks[1].1)
      if taken.promoted {
        out.raw(", ")
        out.word("fra reserven", "from the reserve")
      }
      out.raw("</small>")
    } else {
      out.word(PageWriter.marks[0].1)
    }
    out.raw("</span>")
  }

  mutating func ranking(_ state: StepState) {
    picture("ranking", "Ranglisten", "The ranking") { page in
      page.out.raw("<p class=empty")
      if !state.order.isEmpty { page.out.raw(" hidden") }
      page.out.attributed(Bilingual(da: "Ikke beregnet endnu.", en: "Not computed yet."))
      page.out.raw("</p><div class=scroll")
      if state.order.isEmpty { page.out.raw(" hidden") }
      page.out.raw("><p class=key><span><svg class=mark viewBox=\"0 0 24 24\" aria-hidden=true><rect class=bar y=7 ")
      page.out.raw("width=24 height=10 /></svg>")
      page.out.word("samlet, vægtet efter kategori", "total, weighted by category")
      page.out.raw("</span><span><svg class=mark viewBox=\"0 0 24 24\" aria-hidden=true><rect class=mean x=10 y=4 ")
      page.out.raw("width=4 height=16 /></svg>")
      page.out.word("simpelt gennemsnit af spørgsmålene", "plain mean of the questions")
      page.out.raw("</span></p><table id=ranking><thead><tr>")
      for (da, en) in [
        ("Plads", "Place"), ("Indstillet", "Nominee"), ("", ""), ("Samlet", "Total"), ("Simpelt", "Plain"),
        ("Sagen", "The case"),
      ] {
        page.out.raw("<th scope=col>")
        if !da.isEmpty { page.out.word(da, en) }
      }
      page.out.raw("<tbody>")
      for (index, nominee) in state.order.enumerated() {
        if index == state.seats { page.border(state.seats) }
        page.row(index + 1, nominee, state)
      }
      page.out.raw("</table></div>")
    }
  }

  private mutating func border(_ seats: Int) {
    out.raw("<tr class=border><td colspan=6>")
    out.word("Pladsgrænse: ", "Border of the seats: ")
    out.raw(seats)
  }

  private mutating func row(_ place: Int, _ nominee: Alias, _ state: StepState) {
    let figures = state.figures[nominee]
    out.raw("<tr><td>")
    out.raw(place)
    out.raw("<td>")
    person(nominee)
    if state.tied.contains(nominee) {
      out.raw(" <small>")
      out.word("pointlighed", "tied")
      out.raw("</small>")
    }
    out.raw("<td>")
    if let figures { bar(figures, points: max(1, state.points)) }
    for figure in [figures?.total, figures?.plainMean] {
      out.raw("<td>")
      if let figure { out.decimal(figure.threeDecimals) }
    }
    out.raw("<td>")
    if let status = state.cases[nominee] { out.word(status.label) }
  }

  private mutating func bar(_ figures: StepState.Figures, points: Int) {
    out.raw(
      "<svg class=bar viewBox=\"0 0 1000 14\" preserveAspectRatio=none aria-hidden=true><rect class=rest width=1000 ")
    out.raw("height=14 /><rect class=bar width=")
    out.raw(figures.total.share(of: points))
    out.raw(" height=14 /><rect class=mean width=6 height=14 x=")
    out.raw(max(0, figures.plainMean.share(of: points) - 3))
    out.raw(" /></svg>")
  }

  mutating func reserve(_ state: StepState) {
    picture("reserve", "Reservelisten", "The reserve") { page in
      page.out.raw("<p class=empty")
      if !state.reserve.isEmpty { page.out.raw(" hidden") }
      page.out.attributed(Bilingual(da: "Ingen på reservelisten.", en: "Nobody in the reserve."))
      page.out.raw("</p><ol class=reserve id=reserve>")
      for nominee in state.reserve {
        page.out.raw("<li>")
        page.person(nominee)
      }
      page.out.raw("</ol>")
    }
  }

  private mutating func picture(
    _ name: StaticString, _ da: String, _ en: String, _ body: (inout PageWriter) -> Void
  ) {
    out.raw("<section class=picture aria-labelledby=")
    out.raw(name)
    out.raw("-title><h3 id=")
    out.raw(name)
    out.raw("-title")
    out.attributed(Bilingual(da: da, en: en))
    out.raw("</h3>")
    body(&self)
    out.raw("</section>\n")
  }
}

extension Rational {
  /// In thousandths of the most there is.
  fileprivate func share(of points: Int) -> Int { min(1000, numerator * 1000 / (denominator * points)) }
}
