import TalentDomain

/// One column of a table: its heading, and what it shows of a row.
struct Column<Row> {
  let heading: Bilingual
  let alignsRight: Bool
  /// Whether a narrow terminal breaks its cells into several lines, instead of cutting them.
  let wraps: Bool
  let tone: (Row) -> Ink.Tone?
  let text: (Row, Style) -> String

  init(
    _ da: String, _ en: String, right: Bool = false, wraps: Bool = false,
    tone: @escaping (Row) -> Ink.Tone? = { _ in nil }, _ text: @escaping (Row, Style) -> String
  ) {
    heading = Bilingual(da: da, en: en)
    alignsRight = right
    self.wraps = wraps
    self.tone = tone
    self.text = text
  }
}

/// Cells, aligned by the width that they take on a screen.
struct Table {
  struct Cell {
    var text: String
    var tone: Ink.Tone?
  }

  private struct Form {
    var alignsRight: Bool
    var wraps: Bool
  }

  private var headings: [Cell]
  private var forms: [Form]
  private var rows: [[Cell]]
  private let ink: Ink
  private let gap: Int

  /// - Parameter gap: blanks between two columns.
  init<Row>(_ columns: [Column<Row>], _ rows: [Row], _ style: Style, gap: Int = 2) {
    let cells = rows.map { row in
      columns.map { column in
        Cell(
          text: DisplayWidth.harmless(column.text(row, style)).replacing("\n", with: " "), tone: column.tone(row))
      }
    }
    // A column in which nothing stands says nothing.
    let used = columns.indices.filter { index in cells.contains { !$0[index].text.isEmpty } }
    headings = used.map { Cell(text: style(columns[$0].heading), tone: .faint) }
    forms = used.map { Form(alignsRight: columns[$0].alignsRight, wraps: columns[$0].wraps) }
    self.rows = cells.map { row in used.map { row[$0] } }
    ink = style.ink
    self.gap = gap
  }

  /// `columns` is the terminal's width; nil never cuts.
  func lines(columns limit: Int?) -> [String] {
    var widths = headings.map { DisplayWidth.of($0.text) }
    for row in rows {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], DisplayWidth.of(cell.text)) }
    }
    if let limit { shrink(&widths, to: limit) }
    return ([headings] + rows).flatMap { lines(of: $0, widths) }
  }

  /// Takes from the widest column until all fit: first from those that wrap, as long as no word is broken; then from all,
  /// but leaves each eight columns.
  private func shrink(_ widths: inout [Int], to limit: Int) {
    let words = widths.indices.map { index in
      forms[index].wraps
        ? ([headings] + rows).map { DisplayWidth.ofWidestPiece($0[index].text) }.max() ?? 0 : widths[index]
    }
    while widths.reduce(0, +) + gap * (widths.count - 1) > limit {
      let roomy = widths.indices.filter { widths[$0] > words[$0] }
      let candidates = roomy.isEmpty ? widths.indices.filter { widths[$0] > 8 } : roomy
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
    }
  }

  /// A row takes as many lines as its longest cell.
  private func lines(of row: [Cell], _ widths: [Int]) -> [String] {
    let broken = row.enumerated().map { index, cell in
      forms[index].wraps
        ? DisplayWidth.wrapped(cell.text, to: widths[index]) : [DisplayWidth.cut(cell.text, to: widths[index])]
    }
    let height = broken.map(\.count).max() ?? 0
    return (0..<height).map { number in
      line(
        row.indices.map { Cell(text: number < broken[$0].count ? broken[$0][number] : "", tone: row[$0].tone) }, widths)
    }
  }

  private func line(_ cells: [Cell], _ widths: [Int]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      let padding = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(cell.text)))
      if index > 0 { line += String(repeating: " ", count: gap) }
      let text = ink(cell.text, cell.tone)
      line += forms[index].alignsRight ? padding + text : text + padding
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
