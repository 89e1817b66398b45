/// Splits separated values into records: semicolons, commas or tabs, quotes doubled within quotes, line breaks within
/// quotes, lines ended by CRLF or LF.
///
/// Our own, because SwiftCSV imports the whole of Foundation, which costs a command line that must start within
/// milliseconds tens of megabytes; and because a malformed row must be told apart from a malformed file.
struct CSVReader {
  struct Record: Equatable {
    /// As a spreadsheet counts: the header is row 1, and a row is one however many lines its cells have.
    let number: Int
    let fields: [String]
    /// Whether its quotes are where they may be.
    var isWellFormed = true

    var isBlank: Bool { fields.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
  }

  let separator: UInt8
  private(set) var records: [Record] = []
  /// Whether the file ends within quotes: what follows the opening one cannot be trusted.
  private(set) var endsWithinQuotes = false

  private var fields: [String] = []
  private var field: [UInt8] = []
  private var isWellFormed = true

  init(_ text: String) {
    let bytes = Array(text.utf8)
    separator = CSVReader.separator(of: bytes)
    read(bytes)
  }

  /// The one that stands most often in the first line, outside quotes; a semicolon where none does.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      if byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\t") {
        counts[byte, default: 0] += 1
      }
    }
    let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ";")
  }

  private enum State {
    case start, plain, quoted, afterQuote
  }

  private mutating func read(_ bytes: [UInt8]) {
    var state = State.start
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if state == .quoted {
        if byte == UInt8(ascii: "\"") { state = .afterQuote } else { field.append(byte) }
        continue
      }
      switch byte {
      case separator:
        endField()
        state = .start
      case 0x0A:
        endRecord()
        state = .start
      case 0x0D where index == bytes.count || bytes[index] == 0x0A: break
      case UInt8(ascii: "\"") where state == .start: state = .quoted
      case UInt8(ascii: "\"") where state == .afterQuote:
        field.append(byte)
        state = .quoted
      default:
        // A quote within a plain field, or text after a closing quote.
        if byte == UInt8(ascii: "\"") || state == .afterQuote { isWellFormed = false }
        field.append(byte)
        state = state == .afterQuote ? .afterQuote : .plain
      }
    }
    endsWithinQuotes = state == .quoted
    if state != .start || !fields.isEmpty { endRecord() }
  }

  private mutating func endField() {
    fields.append(String(decoding: field, as: UTF8.self))
    field.removeAll(keepingCapacity: true)
  }

  private mutating func endRecord() {
    endField()
    records.append(Record(number: records.count + 1, fields: fields, isWellFormed: isWellFormed))
    fields = []
    isWellFormed = true
  }
}
