/// A line on standard error that says how far long work has come; nothing where that is no terminal.
struct Progress {
  private let surroundings: Surroundings
  private let label: String

  init(_ session: Session, da: String, en: String) {
    surroundings = session.surroundings
    label = session.style(da: da, en: en)
  }

  func show(_ done: Int, of total: Int) {
    guard surroundings.errorsAreTerminal, total > 0 else { return }
    let full = min(30, 30 * done / total)
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: 30 - full)
    surroundings.errors(Array("\r\(label) \(bar) \(done)/\(total)\u{1B}[K".utf8))
  }

  /// Wipes the line.
  func finish() {
    guard surroundings.errorsAreTerminal else { return }
    surroundings.errors(Array("\r\u{1B}[K".utf8))
  }
}
