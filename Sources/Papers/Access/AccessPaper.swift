package import TalentDomain

/// The access document as people read and print it: in Danish, with a summary first.
package enum AccessPaper {
  package static func html(of document: AccessDocument) -> [UInt8] {
    let name = document.name?.value ?? "en person, hvis navn er slettet"
    return PaperWriter.page(title: "Indsigt i dine oplysninger – \(name)") { out in
      out.front(document, name)
      out.contents(document)
      for chapter in document.chapters { out.chapter(chapter, document) }
      out.acts(document.acts)
      out.looks(document.looks)
      out.classes(document.classes)
      out.withheld(document.withheld)
      for (index, section) in document.sections.enumerated() { out.section(section, index) }
    }
  }
}

extension PaperWriter {
  fileprivate mutating func front(_ document: AccessDocument, _ name: String) {
    raw("<header>\n")
    if let controller = document.controller {
      element("p", ([controller.name.value, controller.unit.value]).filter { !$0.isEmpty }.joined(separator: " · "))
    }
    element("h1", "Indsigt i dine oplysninger")
    raw("<p class=\"who\"><strong>")
    text(name)
    raw("</strong>")
    if let number = document.number {
      text(" · medarbejdernummer \(number.value)")
    }
    raw("<br>")
    if let made = document.made {
      text("Dannet den ")
      date(made)
      text(" efter databeskyttelsesforordningens artikel 15")
    }
    raw("</p>\n</header>\n<section class=\"first\">\n<h2>Det har vi om dig</h2>\n<ul>\n")
    for sentence in document.summary { element("li", sentence.value) }
    raw("</ul>\n")
    element(
      "p",
      "Du har ret til at vide, hvilke oplysninger kommunen har om dig i forbindelse med talentforløbet, hvorfor vi har dem, "
        + "og hvem der har set dem. Her står det alt sammen. Er noget forkert, eller har du spørgsmål, så se «Dine "
        + "rettigheder» til sidst.")
    raw("</section>\n")
  }

  fileprivate mutating func contents(_ document: AccessDocument) {
    raw("<nav aria-label=\"Indhold\">\n<h2>Indhold</h2>\n<ol>\n")
    for chapter in document.chapters { link("k", chapter.number, chapter.title.value) }
    if !document.acts.isEmpty { link("gjort", nil, Titles.acts) }
    link("set", nil, Titles.looks)
    link("hvorfor", nil, Titles.classes)
    if !document.withheld.isEmpty { link("udeladt", nil, Titles.withheld) }
    for (index, section) in document.sections.enumerated() { link("a", index, section.title.value) }
    raw("</ol>\n</nav>\n")
  }

  private mutating func link(_ anchor: StaticString, _ number: Int?, _ title: String) {
    raw("<li><a href=\"#")
    raw(anchor)
    if let number { raw(number) }
    raw("\">")
    text(title)
    raw("</a>\n")
  }

  private mutating func open(_ anchor: StaticString, _ number: Int? = nil, _ title: String) {
    raw("<section id=\"")
    raw(anchor)
    if let number { raw(number) }
    raw("\">\n")
    element("h2", title)
  }

  fileprivate mutating func chapter(_ chapter: AccessChapter, _ document: AccessDocument) {
    open("k", chapter.number, chapter.title.value)
    raw("<p class=\"intro\">")
    lines(chapter.intro.value)
    raw("</p>\n")
    for piece in document.pieces where piece.chapter == chapter.number { self.piece(piece) }
    raw("</section>\n")
  }

  private mutating func piece(_ piece: AccessPiece) {
    // What is longer than a page may break.
    if piece.fields.count > 12 { raw("<article class=\"long\">") } else { raw("<article>") }
    raw("\n<p class=\"when\">")
    date(piece.date)
    raw("</p>\n<div>\n")
    element("h3", piece.title.value)
    fields(piece.fields)
    raw("<p class=\"source\">Fra: ")
    text(piece.from.value)
    if let by = piece.by {
      text(" · Registreret af: \(by.value)")
    }
    if let recorded = piece.recorded {
      text(" · Registreret den ")
      date(recorded)
    }
    text(" · Gemmes som: ")
    raw("<a href=\"#c-")
    text(piece.retention.rawValue)
    raw("\">")
    text(piece.retention.purpose.name.da.lowercased())
    raw("</a></p>\n</div>\n</article>\n")
  }

  private mutating func fields(_ fields: [AccessField]) {
    guard !fields.isEmpty else { return }
    // A few short words need no table.
    if fields.allSatisfy({ $0.level == nil && ($0.value?.value.count ?? 99) <= 24 }), fields.count <= 4 {
      raw("<p class=\"brief\">")
      for (index, field) in fields.enumerated() {
        if index > 0 { text(" · ") }
        raw("<span>")
        text("\(field.label.value): ")
        raw("</span>")
        text(field.value?.value ?? "")
      }
      return raw("</p>\n")
    }
    raw("<dl>\n")
    for field in fields {
      raw("<dt class=\"l")
      raw(min(field.level ?? 0, 3))
      if field.value == nil { raw(" over") }
      raw("\">")
      text(field.label.value)
      guard let value = field.value else {
        raw("\n<dd>\n")
        continue
      }
      raw("\n<dd>")
      lines(value.value)
      raw("\n")
    }
    raw("</dl>\n")
  }

  private mutating func lines(_ words: String) {
    for (index, line) in words.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { raw("<br>") }
      text(String(line))
    }
  }

  fileprivate mutating func acts(_ acts: [AccessAct]) {
    guard !acts.isEmpty else { return }
    open("gjort", nil, Titles.acts)
    raw("<p class=\"intro\">")
    text(
      "Det, du selv har registreret eller besluttet i sager om andre, og det, du er nævnt i som leder, bedømmer, mentor "
        + "eller vært. Det er talt sammen, for hvad der står i sagerne, handler om dem.")
    raw("</p>\n<table>\n<thead>")
    row(["Hvad", "Hold", "Antal", "Hvornår"], heading: true)
    raw("<tbody>\n")
    for act in acts {
      let days = act.first == act.last ? act.first.unbroken : "\(act.first.unbroken) til \(act.last.unbroken)"
      row([act.title.value, act.cohort?.value ?? "", String(act.count), days])
    }
    raw("</table>\n</section>\n")
  }

  fileprivate mutating func looks(_ looks: [AccessLook]) {
    open("set", nil, Titles.looks)
    raw("<p class=\"intro\">")
    text(
      "Opslag i dine oplysninger, som systemet har registreret. Når du selv ser efter, bliver det ikke registreret. De "
        + "nævnte har slået op som en del af deres arbejde.")
    raw("</p>\n")
    if looks.isEmpty {
      element("p", "Der er ikke registreret opslag.")
    } else {
      raw("<table>\n<thead>")
      row(["Dag", "Hvem", "Hvad", "Antal"], heading: true)
      raw("<tbody>\n")
      for look in looks {
        row([look.day.unbroken, look.by.value, look.what.value, look.count.map { String($0) } ?? "–"])
      }
      raw("</table>\n")
    }
    raw("</section>\n")
  }

  fileprivate mutating func classes(_ classes: [AccessClass]) {
    open("hvorfor", nil, Titles.classes)
    raw("<p class=\"intro\">")
    text("Ved hver oplysning står, hvad den gemmes som. Her står, hvad det betyder.")
    raw("</p>\n")
    for kind in classes {
      raw("<div class=\"kind\" id=\"c-")
      text(kind.kind.rawValue)
      raw("\">\n")
      element("h3", kind.name.value)
      raw("<dl>\n<dt>Hvorfor\n<dd>")
      text(kind.purpose.value)
      raw("\n<dt>Retsgrundlag\n<dd>")
      text(kind.basis.value)
      for (index, period) in kind.period.enumerated() {
        // The first says until when, the others why.
        if index == 0 { raw("\n<dt>Hvor længe\n<dd>") } else { raw("\n<dt>Fordi\n<dd>") }
        text(period.value)
      }
      for hold in kind.holds {
        raw("\n<dt>Bemærk\n<dd>")
        text(hold.value)
      }
      raw("\n</dl>\n</div>\n")
    }
    raw("</section>\n")
  }

  fileprivate mutating func withheld(_ withheld: [AccessWithheld]) {
    guard !withheld.isEmpty else { return }
    open("udeladt", nil, Titles.withheld)
    raw("<table>\n<thead>")
    row(["Dag", "Hvad", "Hvorfor det er udeladt"], heading: true)
    raw("<tbody>\n")
    for line in withheld { row([line.date?.unbroken ?? "", line.title.value, line.why.value]) }
    raw("</table>\n</section>\n")
  }

  fileprivate mutating func section(_ section: AccessSection, _ index: Int) {
    open("a", index, section.title.value)
    for paragraph in section.paragraphs {
      // What stands before a colon is what the paragraph is about.
      let words = paragraph.value
      raw("<p>")
      if let colon = words.firstIndex(of: ":"), words.distance(from: words.startIndex, to: colon) < 20 {
        raw("<strong>")
        text(String(words[...colon]))
        raw("</strong>")
        text(String(words[words.index(after: colon)...]))
      } else {
        text(words)
      }
      raw("</p>\n")
    }
    raw("</section>\n")
  }
}

private enum Titles {
  static let acts = "Sager om andre, som du har haft med at gøre"
  static let looks = "Hvem har set dine oplysninger"
  static let classes = "Hvorfor vi gemmer oplysningerne, og hvor længe"
  static let withheld = "Det, du ikke får vist"
}
