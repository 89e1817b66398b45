package import StrictJSON

/// An exact number, always in lowest terms with a positive denominator, written `49/18` or `3`.
///
/// Scores are compared and added by it, so that two replays agree to the last digit. What is read has at most nine digits
/// above and below the line, so that two such numbers can be compared, added and multiplied whatever a client sends; an
/// overflow of 64 bits would trap. Longer sums are made only of what the rules have let through (S4).
package struct Rational: Sendable, Hashable, Comparable {
  package let numerator: Int
  package let denominator: Int

  package init(_ numerator: Int, _ denominator: Int = 1) {
    precondition(denominator != 0, "a rational number has no denominator zero")
    let divisor = Rational.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / Int(divisor)
    self.denominator = sign * denominator / Int(divisor)
  }

  /// The largest numerator and denominator that is read: nine digits.
  package static let limit = 999_999_999

  /// As `text` writes it; nil for anything else, and for more than nine digits above or below the line.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let numerator = Int(parts[0]),
      let denominator = parts.count == 2 ? Int(parts[1]) : 1, (1...Rational.limit).contains(denominator),
      numerator.magnitude <= Rational.limit.magnitude
    else { return nil }
    self.init(numerator, denominator)
    guard self.text == text else { return nil }
  }

  package var text: String { denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)" }

  package static func + (left: Rational, right: Rational) -> Rational {
    Rational(
      left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator)
  }

  package static func * (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  package static func / (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.denominator, left.denominator * right.numerator)
  }

  package static func < (left: Rational, right: Rational) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  private static func greatestCommonDivisor(_ a: UInt, _ b: UInt) -> UInt {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}

extension Rational: Value {
  package static let blank = Rational(0)
  package static let shape = Shape.rational

  package static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> Rational {
    guard let text = try? cursor.string(), let value = Rational(text) else {
      throw Fault(.expected("an exact number in lowest terms, of at most nine digits, such as 49/18"))
    }
    return value
  }

  package func write(_ writer: inout CanonicalWriter) { writer.string(text) }
}
