import Glibc
import TalentDomain

/// The offline commands' way to standard error.
enum Terminal {
  /// By LC_ALL, LC_MESSAGES or LANG, the first of them that says anything.
  static var isDanish: Bool {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
      return value.hasPrefix("da")
    }
    return false
  }

  /// In the language of the terminal.
  static func words(_ words: Bilingual) -> String { isDanish ? words.da : words.en }

  static func complain(_ line: String) {
    // What was printed before it stays before it, wherever both are going.
    fflush(nil)
    ask(line + "\n")
  }

  static func ask(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
