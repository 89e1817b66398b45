import Glibc

/// The offline commands' way to standard error.
enum Terminal {
  static func complain(_ line: String) { ask(line + "\n") }

  static func ask(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
