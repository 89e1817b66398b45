import EventLog
import Glibc

/// A master key as an administrator brings it: a file, or typed from the page that lay in the safe.
enum TypedKey {
  /// What is wrong with it, for whoever brings it.
  struct Fault: Error { let sentence: String }

  /// - Parameter path: of a copy of `master.key` or of a page's text; `-` for standard input, where a terminal is asked line by
  ///   line.
  static func read(_ path: String, origin: String) throws(Fault) -> RestoredKey {
    guard let bytes = path == "-" ? typed() : file(path) else {
      throw Fault(sentence: "\(path) cannot be read; name a copy of master.key, or - to type the page from the safe")
    }
    do throws(EscrowedKey.Fault) {
      return try RestoredKey(bytes, origin: origin)
    } catch {
      throw Fault(sentence: sentence(error, origin))
    }
  }

  private static func sentence(_ fault: EscrowedKey.Fault, _ origin: String) -> String {
    switch fault {
    case .missing(let lines):
      """
      \(named(lines)) of the master key missing, or too short or too long: lines 1 to 4 have sixteen symbols, line 5 eight. \
      Type all five
      """
    case .misread(let lines):
      "\(named(lines)) of the master key misread: the check sum does not agree. Read again, symbol by symbol"
    case .another:
      """
      each line of the master key is right by itself, but together they are no key of \(origin): a line comes from another \
      page, or the page belongs to another log
      """
    }
  }

  private static func named(_ lines: [Int]) -> String {
    let list = lines.map { "\($0)" }.joined(separator: ", ")
    return lines.count == 1 ? "line \(list) is" : "lines \(list) are"
  }

  private static func typed() -> [UInt8]? {
    guard isatty(STDIN_FILENO) == 1 else { return file("/dev/stdin") }
    var text = ""
    for number in 1...EscrowedKey.count {
      Terminal.ask("line \(number) of \(EscrowedKey.count): ")
      guard let line = readLine() else { break }
      text += line + "\n"
    }
    return Array(text.utf8)
  }

  /// At most 64 KiB.
  private static func file(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    return ferror(file) == 0 ? bytes : nil
  }
}
