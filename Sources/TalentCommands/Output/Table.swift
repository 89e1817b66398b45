import TalentDomain

/// One column of a table: its heading, and what it shows of a row.
struct Column<Row> {
  let heading: Bilingual
  let alignsRight: Bool
  let text: (Row, Style) -> String

  init(_ da: String, _ en: String, right: Bool = false, _ text: @escaping (Row, Style) -> String) {
    heading = Bilingual(da: da, en: en)
    alignsRight = right
    self.text = text
  }
}

/// Cells, aligned by the width that they take on a screen.
struct Table {
  var headings: [String]
  var alignsRight: [Bool]
  var rows: [[String]]

  init<Row>(_ columns: [Column<Row>], _ rows: [Row], _ style: Style) {
    // A column in which nothing stands says nothing.
    let cells = rows.map { row in
      columns.map { DisplayWidth.harmless($0.text(row, style)).replacing("\n", with: " ") }
    }
    let used = columns.indices.filter { index in cells.contains { !$0[index].isEmpty } }
    headings = used.map { style(columns[$0].heading) }
    alignsRight = used.map { columns[$0].alignsRight }
    self.rows = cells.map { row in used.map { row[$0] } }
  }

  /// `columns` is the terminal's width; nil never cuts.
  func lines(columns limit: Int?) -> [String] {
    var widths = headings.map(DisplayWidth.of)
    for row in rows {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], DisplayWidth.of(cell)) }
    }
    if let limit { Table.shrink(&widths, to: limit) }
    return ([headings] + rows).map { line($0, widths) }
  }

  /// Takes from the widest column until all fit, but leaves each eight columns.
  private static func shrink(_ widths: inout [Int], to limit: Int) {
    while widths.reduce(0, +) + 2 * (widths.count - 1) > limit {
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 8 else { return }
      widths[widest] -= 1
    }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      let text = DisplayWidth.cut(cell, to: widths[index])
      let padding = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(text)))
      if index > 0 { line += "  " }
      line += alignsRight[index] ? padding + text : text + padding
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
