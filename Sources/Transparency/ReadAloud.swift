/// Hexadecimal as two people read it to each other, each with a page or a screen of their own.
package enum ReadAloud {
  /// In groups of four digits, four groups a line.
  package static func lines(of hex: String) -> [String] {
    let digits = Array(hex)
    let groups = stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<min($0 + 4, digits.count)]) }
    return stride(from: 0, to: groups.count, by: 4).map {
      groups[$0..<min($0 + 4, groups.count)].joined(separator: " ")
    }
  }
}
