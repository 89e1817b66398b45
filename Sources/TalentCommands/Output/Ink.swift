/// Colour, where a person looks at a terminal that has it. Nothing is said by colour alone.
struct Ink {
  enum Tone: String {
    case strong = "1"
    case faint = "2"
    case good = "32"
    case warning = "33"
    case bad = "31"
    case extra = "35"
    case calm = "36"
  }

  static let none = Ink(isOn: false)

  let isOn: Bool

  init(isOn: Bool) { self.isOn = isOn }

  /// Off where standard output is a file or a pipe, where the terminal is `dumb` or says nothing of itself, and where the
  /// user says so by `NO_COLOR` (no-color.org: whatever it holds, as long as it holds something).
  init(_ surroundings: Surroundings) {
    let says = { (name: String) in surroundings.variable(name) ?? "" }
    isOn = surroundings.columns != nil && says("NO_COLOR").isEmpty && !["", "dumb"].contains(says("TERM"))
  }

  func callAsFunction(_ text: String, _ tone: Tone?) -> String {
    guard isOn, let tone, !text.isEmpty else { return text }
    return "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m"
  }
}
