import TalentDomain

/// The rows of a file that holds several kinds of commands, in the one order in which they are to be judged.
struct MixedBatch {
  struct Row {
    /// In the file, as a spreadsheet counts.
    let number: Int
    var behalf: PersonRef?
    /// By this rows are put in order: the number of the day that it speaks of; those without one come first.
    var order: Int = .min
    let command: any Command
  }

  private(set) var rows: [Row] = []
  private(set) var malformed: [RowFault]
  /// Rows of the file that say that there is nothing to record.
  private(set) var unrecorded = 0

  /// Reads every row, each as so many commands as it holds, and puts them in the order of their days, whatever the order of
  /// the file. One that cannot be read is told of, and the rest goes on.
  init(_ sheet: Sheet, _ read: (SheetRow) throws(RowFault) -> [Row]) {
    malformed = sheet.malformed
    for row in sheet.rows {
      do throws(RowFault) {
        let commands = try read(row)
        if commands.isEmpty { unrecorded += 1 }
        rows += commands
      } catch { malformed.append(error) }
    }
    malformed.sort { $0.row < $1.row }
    // On one day by kind, so that few calls carry them all: kinds in the order in which they first stand in the file, rows
    // of one kind as they stand there.
    var ranks: [String: Int] = [:]
    for row in rows where ranks[row.kind] == nil { ranks[row.kind] = ranks.count }
    let keyed = rows.enumerated().map { (key: ($1.order, ranks[$1.kind] ?? 0, $0), row: $1) }
    rows = keyed.sorted { $0.key < $1.key }.map(\.row)
  }

  /// Neighbours of one kind.
  var runs: [ArraySlice<Row>] {
    var runs: [ArraySlice<Row>] = []
    var start = rows.startIndex
    for index in rows.indices where index > start && rows[index].kind != rows[start].kind {
      runs.append(rows[start..<index])
      start = index
    }
    return start < rows.endIndex ? runs + [rows[start...]] : runs
  }
}

extension MixedBatch.Row {
  fileprivate var kind: String { String(describing: type(of: command)) }
}
