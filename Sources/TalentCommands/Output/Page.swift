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

  mutating func say(_ sentence: String) {
    sections.append(
      DisplayWidth.harmless(sentence).split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  mutating func say(_ da: String, _ en: String) { say(style(da: da, en: en)) }

  /// Labels and values below one another; those without a value are left out.
  mutating func facts(_ facts: [(da: String, en: String, value: String)]) {
    let shown = facts.filter { !$0.value.isEmpty }.map { (style(da: $0.da, en: $0.en), $0.value) }
    let width = shown.map { DisplayWidth.of($0.0) }.max() ?? 0
    sections.append(
      shown.flatMap { label, value in
        let lines = DisplayWidth.harmless(value).split(separator: "\n", omittingEmptySubsequences: false)
        let padding = String(repeating: " ", count: width - DisplayWidth.of(label))
        let indent = String(repeating: " ", count: width + 2)
        return lines.enumerated().map { ($0.offset == 0 ? label + padding + "  " : indent) + $0.element }
      })
  }

  /// Rows under headings, after a title if there is one; or, where there are none, a sentence that says so.
  mutating func table<Row>(
    title: Bilingual? = nil, empty: Bilingual, _ rows: [Row], _ columnsShown: [Column<Row>]
  ) {
    guard !rows.isEmpty else {
      say(style(empty))
      return
    }
    let table = Table(columnsShown, rows, style).lines(columns: columns)
    sections.append((title.map { [style($0)] } ?? []) + table)
  }
}
