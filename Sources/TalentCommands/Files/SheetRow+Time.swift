import TalentDomain

// How long something lasted, as people write it in a cell.
extension SheetRow {
  /// `2`, `½`, `1½`, `2,5`, `2.5`, `5/2`.
  func amount(_ column: String) throws(RowFault) -> Rational {
    guard let amount = Rational(human: self[column] ?? "") else {
      throw fault(
        column, "Forventet: et tal, for eksempel 2, 2½ eller 2,5.", "Expected: a number, such as 2, 2½ or 2.5.")
    }
    return amount
  }

  /// `1 dag`, `½ dag`, `1,5 dage`.
  func days(_ column: String) throws(RowFault) -> Rational {
    guard let (amount, unit) = measure(column), ["dag", "dage"].contains(unit) else {
      throw fault(
        column, "Forventet: dage, for eksempel 1 dag eller ½ dag.", "Expected: days, such as 1 dag or ½ dag.")
    }
    return amount
  }

  /// `60 min`, `1 time`, `1½ time`: in minutes.
  func minutes(_ column: String) throws(RowFault) -> Int {
    if let (amount, unit) = measure(column) {
      let minutes = ["time", "timer"].contains(unit) ? amount * Rational(60) : amount
      if ["min", "minutter", "time", "timer"].contains(unit), minutes.denominator == 1 { return minutes.numerator }
    }
    throw fault(
      column, "Forventet: minutter eller timer, for eksempel 45 min eller 1½ time.",
      "Expected: minutes or hours, such as 45 min or 1½ time.")
  }

  /// A number and its unit.
  private func measure(_ column: String) -> (amount: Rational, unit: String)? {
    let words = (self[column] ?? "").lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 2, let amount = Rational(human: words[0]) else { return nil }
    return (amount, words[1])
  }
}

extension Rational {
  /// `2`, `½`, `1½`, `2,5`, `2.5`, `5/2`: no more than four digits on either side, as nobody means more.
  init?(human text: String) {
    let signs: [Character: Rational] = ["¼": Rational(1, 4), "½": Rational(1, 2), "¾": Rational(3, 4)]
    if let last = text.last, let part = signs[last] {
      let whole = text.count == 1 ? Rational(0) : Rational(digits: text.dropLast())
      guard let whole else { return nil }
      self = whole + part
      return
    }
    for mark in [",", ".", "/"] {
      let parts = text.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      guard let first = Rational(digits: parts[0]), let second = Rational(digits: parts[1]) else { return nil }
      if mark == "/" {
        guard second > Rational(0) else { return nil }
        self = first / second
      } else {
        let scale = [10, 100, 1_000, 10_000][parts[1].count - 1]
        self = first + second * Rational(1, scale)
      }
      return
    }
    guard let whole = Rational(digits: text[...]) else { return nil }
    self = whole
  }

  private init?(digits text: Substring) {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let value = Int(text)
    else { return nil }
    self.init(value)
  }
}
