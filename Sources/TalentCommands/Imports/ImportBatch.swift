import TalentDomain
import TalentInterface

/// The rows of a file as commands, and those that are none.
struct ImportBatch<C: Command> {
  struct Row {
    /// In the file, as a spreadsheet counts.
    let number: Int
    var behalf: PersonRef?
    let command: C
  }

  var rows: [Row] = []
  var malformed: [RowFault] = []

  init() {}

  /// Reads every row; one that cannot be read is told of, and the rest goes on.
  init(_ sheet: Sheet, _ read: (SheetRow) throws(RowFault) -> Row) {
    malformed = sheet.malformed
    for row in sheet.rows {
      do throws(RowFault) { rows.append(try read(row)) } catch { malformed.append(error) }
    }
    malformed.sort { $0.row < $1.row }
  }

  /// Frames hold 1 MiB; a chunk leaves room for the names around its rows.
  static var byteLimit: Int { 700 << 10 }
  static var rowLimit: Int { 200 }

  /// In order, each small enough for one frame. On whose behalf a row is recorded is part of what its id is made from:
  /// two assessors who score alike do not repeat each other.
  func chunks(scope: String, behalf: PersonRef? = nil) -> [[(number: Int, row: ImportRow<C>)]] {
    var chunks: [[(number: Int, row: ImportRow<C>)]] = []
    var bytes = 0
    for row in rows {
      var sent = ImportRow<C>()
      sent.behalf = row.behalf
      sent.command = row.command
      sent.id = RowID.make(C.self, row.command, behalf: row.behalf ?? behalf, scope: scope)
      let size = sent.canonical.count + 1
      if chunks.isEmpty || chunks[chunks.count - 1].count == Self.rowLimit || bytes + size > Self.byteLimit {
        chunks.append([])
        bytes = 0
      }
      chunks[chunks.count - 1].append((row.number, sent))
      bytes += size
    }
    return chunks
  }
}
