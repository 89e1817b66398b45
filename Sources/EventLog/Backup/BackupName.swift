internal import Leaves

/// What a backup is called: when it was begun, in UTC, and how many events it has. `20270301T020000Z-1234`.
///
/// Names sort as text in the order in which the backups were made.
package struct BackupName: Sendable, Hashable, Comparable {
  /// Milliseconds since 1970, of a whole second.
  package let time: Int64
  package let size: Int

  package init(time: Int64, size: Int) {
    self.time = time - time.remainder(1000)
    self.size = size
  }

  /// Nil for anything that `text` does not write.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let size = Int(parts[1]), size >= 0 else { return nil }
    let stamp = Array(parts[0].utf8)
    guard stamp.count == 16 else { return nil }
    let digits = stamp.map { String(UnicodeScalar($0)) }
    let text = { (range: Range<Int>) in digits[range].joined() }
    let iso = "\(text(0..<4))-\(text(4..<6))-\(text(6..<11)):\(text(11..<13)):\(text(13..<15)).000\(digits[15])"
    guard let time = Array(iso.utf8).withUnsafeBytes({ TimeText.milliseconds($0) }) else { return nil }
    self.init(time: time, size: size)
    guard self.text == String(parts.joined(separator: "-")) else { return nil }
  }

  package var text: String {
    let stamp = TimeText.text(time).prefix(19).filter { $0 != "-" && $0 != ":" }
    return "\(stamp)Z-\(size)"
  }

  package static func < (left: BackupName, right: BackupName) -> Bool {
    (left.time, left.size) < (right.time, right.size)
  }

  /// `20270301` and `202703`.
  var day: Substring { text.prefix(8) }
  var month: Substring { text.prefix(6) }
}

extension Int64 {
  /// Never below zero.
  fileprivate func remainder(_ divisor: Int64) -> Int64 {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }
}
