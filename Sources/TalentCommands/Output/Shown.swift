import StrictJSON
import TalentDomain

/// An answer that people can be shown.
protocol Shown: Record {
  /// The members that hold its rows, for `jsonl` and `csv`; without one the whole answer is the row.
  static var lists: [String] { get }
  func show(on page: inout Page)
}

extension Shown {
  static var lists: [String] { [] }
}

enum Output {
  /// An answer in the format that was asked for.
  static func write<S: Shown>(_ answer: S, _ bytes: [UInt8], _ session: Session) {
    session.surroundings.output(
      text(answer, bytes, session.format, session.style, columns: session.surroundings.columns))
  }

  static func text<S: Shown>(
    _ answer: S, _ bytes: [UInt8], _ format: OutputFormat, _ style: Style, columns: Int?
  ) -> [UInt8] {
    switch format {
    case .table:
      var page = Page(style, columns: columns)
      answer.show(on: &page)
      return Array(page.text.utf8)
    case .json: return bytes + [0x0A]
    case .jsonl: return Rows.of(S.self, bytes).flatMap { $0.canonical() + [0x0A] }
    case .csv: return Array(CSVText.of(S.self, Rows.of(S.self, bytes), header: true).utf8)
    }
  }
}

/// The rows of an answer, as JSON. Where it has several lists, each row says in `list` which it stands in.
enum Rows {
  static func of<S: Shown>(_: S.Type, _ bytes: [UInt8]) -> [JSON] {
    guard let answer = try? JSON(parsing: bytes) else { return [] }
    guard !S.lists.isEmpty else { return [answer] }
    return S.lists.flatMap { name in
      (answer[name]?.array ?? []).map { row in
        guard S.lists.count > 1 else { return row }
        return .object(
          [JSON.Member(name: "list", value: .string(name))] + (row.object ?? [JSON.Member(name: "value", value: row)]))
      }
    }
  }
}
