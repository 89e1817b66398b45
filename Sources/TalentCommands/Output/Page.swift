import TalentDomain

/// What is shown to people: sections below one another, with a blank line between them.
struct Page {
  let style: Style
  let columns: Int?
  private var sections: [[String]] = []

  init(_ style: Style, columns: Int?) {
    self.style = style
    self.columns = columns
  }

  var text: String { sections.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n") }

  mutating func say(_ sentence: String, _ tone: Ink.Tone? = nil) { say([(sentence, tone)]) }

  /// Sentences that belong together, below one another.
  mutating func say(_ sentences: [(text: String, tone: Ink.Tone?)]) {
    sections.append(sentences.flatMap { text, tone in broken(text, to: columns).map { style.ink($0, tone) } })
  }

  mutating func say(_ da: String, _ en: String) { say(style(da: da, en: en)) }

  /// Labels and values below one another; those without a value are left out.
  mutating func facts(title: Bilingual? = nil, _ facts: [(da: String, en: String, value: String)]) {
    let shown = facts.filter { !$0.value.isEmpty }.map { (style(da: $0.da, en: $0.en), $0.value) }
    guard !shown.isEmpty else { return }
    let width = shown.map { DisplayWidth.of($0.0) }.max() ?? 0
    let room = columns.map { max($0 - width - 2, 12) }
    let lines = shown.flatMap { label, value in
      let padding = String(repeating: " ", count: width - DisplayWidth.of(label))
      let indent = String(repeating: " ", count: width + 2)
      return broken(value, to: room).enumerated().map {
        ($0.offset == 0 ? style.ink(label, .faint) + padding + "  " : indent) + $0.element
      }
    }
    sections.append((title.map { [style.ink(style($0), .strong)] } ?? []) + lines)
  }

  /// Rows under headings, after a title if there is one; or, where there are none, a sentence that says so.
  mutating func table<Row>(
    title: Bilingual? = nil, empty: Bilingual, gap: Int = 2, _ rows: [Row], _ columnsShown: [Column<Row>]
  ) {
    guard !rows.isEmpty else {
      say(style(empty))
      return
    }
    let table = Table(columnsShown, rows, style, gap: gap).lines(columns: columns)
    sections.append((title.map { [style.ink(style($0), .strong)] } ?? []) + table)
  }

  /// The lines of a text, each as wide as there is room for.
  private func broken(_ text: String, to width: Int?) -> [String] {
    DisplayWidth.harmless(text).split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      width.map { DisplayWidth.wrapped(String(line), to: $0) } ?? [String(line)]
    }
  }
}
