import TalentDomain
import TalentInterface

extension LetterShown: Shown {
  /// What is on record of it; the letter itself is for a file and a browser.
  func show(on page: inout Page) {
    let style = page.style
    page.facts([
      ("Brev", "Letter", style(kind.label)), ("Vedrører", "About", style.person(person)),
      ("Fingeraftryk", "Digest", digest.text), ("Skabelon", "Template", template.text),
      ("Position", "Position", style.number(position)),
    ])
  }
}

extension LetterList: Shown {
  static var lists: [String] { ["due", "rendered"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "", en: ""), kinds,
      [
        Column("Brev", "Letter") { line, _ in line.kind.rawValue.hyphenated },
        Column("Hvad", "What") { line, style in style(line.kind.label) },
        Column("Kan dannes", "Can be rendered", right: true) { line, _ in String(line.due) },
        Column("Fejl i skabelonen", "Fault in the template") { line, style in
          line.fault.map { style(Failure.sentence(of: $0)) } ?? ""
        },
      ])
    page.table(
      title: Bilingual(da: "Dannet", en: "Rendered"),
      empty: Bilingual(
        da: "Ingen breve, som du må kende til, er dannet.", en: "No letter that you may know of has been rendered."),
      rendered, LetterLine.columns)
  }
}

extension LetterChecked: Shown {
  static var lists: [String] { ["rendered"] }

  func show(on page: inout Page) {
    page.say("Filen er præcis, hvad der blev dannet:", "The file is exactly what was rendered:")
    page.table(empty: Bilingual(da: "", en: ""), rendered, LetterLine.columns)
  }
}

extension LetterLine {
  static var columns: [Column<LetterLine>] {
    [
      Column("Dannet", "Rendered") { line, style in style.time(line.recorded) },
      Column("Brev", "Letter") { line, _ in line.kind.rawValue.hyphenated },
      Column("Vedrører", "About") { line, style in style.person(line.person) },
      Column("Af", "By") { line, style in style.person(line.by) },
      Column("Position", "Position", right: true) { line, style in style.number(line.position) },
      Column("Fingeraftryk", "Digest") { line, _ in line.digest.text },
    ]
  }
}
