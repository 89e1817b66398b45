import CPlatform
import Glibc
import Synchronization

/// The system's journal, spoken to in its native protocol (systemd: docs/JOURNAL_NATIVE_PROTOCOL.md), so that fields stay
/// fields.
final class Journal: Sendable {
  private let path: String
  private let descriptor: Int32
  /// Entries that the journal had no room for, since the last that it took.
  private let lost = Atomic(0)

  static let usualPath = "/run/systemd/journal/socket"

  /// Nil where this machine gives no socket.
  init?(path: String = Journal.usualPath) {
    descriptor = talent_journal_open()
    guard descriptor >= 0 else { return nil }
    self.path = path
  }

  deinit { close(descriptor) }

  /// The journal, where standard error leads to it.
  static func attached() -> Journal? { talent_stderr_is_journal() == 1 ? Journal() : nil }

  /// One entry. What the journal has no room for is counted, and told with the next that it takes.
  func send(_ entry: JournalEntry) {
    var entry = entry
    let missing = lost.exchange(0, ordering: .relaxed)
    if missing > 0 { entry.add("TALENTD_LOST", "\(missing)") }
    let outcome = entry.bytes.withUnsafeBytes { talent_journal_send(descriptor, path, $0.baseAddress, $0.count) }
    if outcome < 0 { lost.add(missing + 1, ordering: .relaxed) }
  }
}

/// Fields on their way to the journal, in the form in which it takes them.
struct JournalEntry {
  private(set) var bytes: [UInt8] = []

  /// - Parameter name: upper-case letters, digits and underscores, and none of these first but a letter.
  mutating func add(_ name: String, _ value: String) {
    let value = Array(value.utf8)
    bytes += Array(name.utf8)
    if value.contains(UInt8(ascii: "\n")) {
      // A value of several lines says how long it is: nothing in it can pass for another field.
      bytes.append(UInt8(ascii: "\n"))
      withUnsafeBytes(of: UInt64(value.count).littleEndian) { bytes += Array($0) }
    } else {
      bytes.append(UInt8(ascii: "="))
    }
    bytes += value
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A name of ours for the journal: `message-id` becomes `TALENTD_MESSAGE_ID`.
  static func fieldName(_ key: String) -> String {
    "TALENTD_" + String(key.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }
}
