import Testing

/// `matrix.csv`: which column may call which method, as somebody wrote it down by hand.
struct RoleMatrix {
  let columns: [String]
  /// By method without the prefix that all have, such as `nomination.SubmitNomination`.
  let rows: [String: [String: Bool]]

  init() throws {
    let lines = try Files.text("\(Programs.sources)/matrix.csv").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
    let heading = try #require(lines.first)
    columns = Array(heading.dropFirst())
    var rows: [String: [String: Bool]] = [:]
    for line in lines.dropFirst() {
      try #require(line.count == heading.count, "the row \(line[0]) has \(line.count) cells")
      try #require(rows[line[0]] == nil, "the row \(line[0]) stands there twice")
      var cells: [String: Bool] = [:]
      for (column, word) in zip(columns, line.dropFirst()) {
        try #require(word == "yes" || word == "no", "\(line[0]), \(column): \(word)")
        cells[column] = word == "yes"
      }
      rows[line[0]] = cells
    }
    self.rows = rows
  }
}
