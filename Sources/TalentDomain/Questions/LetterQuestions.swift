/// A letter, as it is printed or sent.
package struct RenderLetter: CohortQuery {
  package var cohort = Code.blank
  package var kind = LetterKind.blank
  package var person: PersonRef?

  package typealias Answer = LetterShown
  package static let purpose = Bilingual(
    da: "Dan et brev eller dokument. Det registreres, at det er dannet, men ikke hvad der står i det.",
    en: "Render a letter or document. That it was rendered is recorded, but not what it says.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("kind", &kind)
    try members(
      "person", &person, "Whom it is about; absent: oneself. The board's papers are about nobody in particular.")
  }
}

/// The answer to `RenderLetter`.
package struct LetterShown: Record {
  package var digest = Digest.blank
  package var html = Document.blank
  package var kind = LetterKind.blank
  package var person: Person?
  package var position: Int?
  package var template = Digest.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("digest", &digest, "HMAC of the bytes of `html`, as it stands on record.")
    try members("html", &html)
    try members("kind", &kind)
    try members("person", &person)
    try members("position", &position, "Of the event that records it; for those who may see positions.")
    try members("template", &template, "SHA-256 of the layout and the template.")
  }
}

/// Which letters are there?
package struct ListLetters: CohortQuery {
  package var cohort = Code.blank

  package typealias Answer = LetterList
  package static let purpose = Bilingual(
    da: "Breve: hvilke der kan dannes, og hvilke der er dannet, til hvem og af hvem.",
    en: "Letters: which can be rendered, and which have been, for whom and by whom.")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }
}

/// The answer to `ListLetters`, as far as the asker may see.
package struct LetterList: Record {
  package var due: [LetterDue] = []
  package var kinds: [LetterKindLine] = []
  package var rendered: [LetterLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("due", &due, "Letters whose ground there is, in the order of a case.")
    try members("kinds", &kinds)
    try members("rendered", &rendered, "The latest 500, the oldest first.")
  }
}

/// One kind of letter.
package struct LetterKindLine: Record {
  package var due = 0
  package var fault: FileFault?
  package var kind = LetterKind.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("due", &due, "How many can be rendered.")
    try members("fault", &fault, "What is wrong with the template.")
    try members("kind", &kind)
  }
}

/// A letter that can be rendered.
package struct LetterDue: Record {
  package var kind = LetterKind.blank
  package var person: Person?
  package var rendered = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("kind", &kind)
    try members("person", &person)
    try members("rendered", &rendered, "How often it has been.")
  }
}

/// A letter that was rendered.
package struct LetterLine: Record {
  package var by = Person()
  package var digest = Digest.blank
  package var kind = LetterKind.blank
  package var person: Person?
  package var position: Int?
  package var recorded = Instant.blank
  package var template = Digest.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("by", &by)
    try members("digest", &digest)
    try members("kind", &kind)
    try members("person", &person)
    try members("position", &position, "For those who may see positions.")
    try members("recorded", &recorded)
    try members("template", &template)
  }
}

/// Is this exactly what was rendered?
package struct CheckLetter: CohortQuery {
  package var cohort = Code.blank
  package var html = Document.blank

  package typealias Answer = LetterChecked
  package static let purpose = Bilingual(
    da: "Efterprøv et brev: er det præcis, hvad der blev dannet, hvornår og af hvem?",
    en: "Check a letter: is it exactly what was rendered, when and by whom?")
  package static let area = Area.selection

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("html", &html, "The letter's text, unchanged.")
  }
}

/// The answer to `CheckLetter`: the renderings of exactly these bytes that the asker may know of, the oldest first.
package struct LetterChecked: Record {
  package var rendered: [LetterLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("rendered", &rendered)
  }
}

/// What is wrong with a file that the municipality keeps, and where.
package struct FileFault: Record {
  package var file = Line("")
  package var line: Int?
  package var problemDa = Text("")
  package var problemEn = Text("")

  package init() {}
  package init(_ file: String, line: Int? = nil, _ problem: Bilingual) {
    self.file = Line(file)
    self.line = line
    problemDa = Text(problem.da)
    problemEn = Text(problem.en)
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("file", &file, "Its path, or the name of a setting.")
    try members("line", &line)
    try members("problemDa", &problemDa)
    try members("problemEn", &problemEn)
  }
}
