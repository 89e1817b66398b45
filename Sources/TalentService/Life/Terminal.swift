import Glibc

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

  static func complain(_ line: String) { ask(line + "\n") }

  static func ask(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
