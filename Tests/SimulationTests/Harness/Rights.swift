import Glibc

/// Who may call what, as it is written by hand from the programme's words for the tests with really different users.
struct Rights {
  private let columns: [Hat: Int]
  private let rows: [String: [Bool]]

  init() throws {
    let parts = #filePath.split(separator: "/").dropLast(3)
    let path = "/" + parts.joined(separator: "/") + "/EndToEndTests/matrix.csv"
    guard let file = fopen(path, "r") else { throw Trouble("cannot read \(path)") }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 18)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
    let head = lines[0].split(separator: ";").map(String.init)
    let names: [(Hat, String)] = [
      (.administrator, "administrator"), (.assessor, "assessor"), (.auditor, "auditor"), (.board, "board"),
      (.centreChief, "centreChief"), (.dpo, "dpo"), (.employee, "employee"), (.hr, "hr"), (.leader, "leader"),
      (.secretary, "secretary"),
    ]
    columns = Dictionary(
      uniqueKeysWithValues: names.compactMap { hat, name in head.firstIndex(of: name).map { (hat, $0) } })
    rows = Dictionary(
      uniqueKeysWithValues: lines.dropFirst().map { line in
        let cells = line.split(separator: ";").map(String.init)
        return (cells[0], cells.map { $0 == "yes" })
      })
  }

  /// Whether one of these may ask; nobody else may.
  func allow(_ method: String, _ hats: Set<Hat>) -> Bool {
    guard let row = rows[method] else { return false }
    return hats.contains { columns[$0].map { row[$0] } ?? false }
  }
}
