import StrictJSON
import TalentDomain

/// Comma-separated values by RFC 4180, for programs: the header names the members, values are not localised.
enum CSVText {
  static func of<S: Shown>(_ type: S.Type, _ rows: [JSON], header: Bool) -> String {
    let columns = columns(of: type)
    var text = header ? line(columns.map { $0.joined(separator: ".") }) : ""
    for row in rows { text += line(columns.map { cell($0, row) }) }
    return text
  }

  /// The scalar members of a row, those of nested records by dotted names, in the order of the record.
  private static func columns<S: Shown>(of type: S.Type) -> [[String]] {
    guard !S.lists.isEmpty else { return flattened(S.recordShape) }
    var columns: [[String]] = S.lists.count > 1 ? [["list"]] : []
    for name in S.lists {
      guard let member = S.recordShape.members.first(where: { $0.name == name }),
        case .list(let element, _) = member.shape
      else { continue }
      if case .record(let record) = element {
        for column in flattened(record) where !columns.contains(column) { columns.append(column) }
      } else if !columns.contains(["value"]) {
        columns.append(["value"])
      }
    }
    return columns
  }

  private static func flattened(_ record: RecordShape) -> [[String]] {
    record.members.flatMap { member in
      guard case .record(let inner) = member.shape else { return [[member.name]] }
      return flattened(inner).map { [member.name] + $0 }
    }
  }

  private static func cell(_ path: [String], _ row: JSON) -> String {
    var value: JSON? = row
    for name in path { value = value?[name] }
    guard let value else { return "" }
    switch value {
    case .null: return ""
    case .string(let text): return text
    case .array(let elements):
      // Words and numbers by blanks; anything deeper as the JSON it is.
      let words = elements.compactMap { element in element.string ?? element.integer.map(String.init) }
      return words.count == elements.count ? words.joined(separator: " ") : json(value)
    default: return json(value)
    }
  }

  private static func json(_ value: JSON) -> String { String(decoding: value.canonical(), as: UTF8.self) }

  private static func line(_ cells: [String]) -> String {
    cells.map { quoted($0) }.joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
