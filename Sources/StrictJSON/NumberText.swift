/// ECMAScript's spelling of a double (ECMA-262, Number::toString), which RFC 8785 prescribes.
package enum NumberText {
  /// Nil for a number that is not finite: JSON has no spelling for it.
  package static func text(of value: Double) -> String? {
    guard value.isFinite else { return nil }
    if value == 0 { return "0" }
    let sign = value < 0 ? "-" : ""
    let (digits, point) = decimal(of: value.magnitude)
    return sign + layout(digits, point: point)
  }

  /// The shortest digits that read back as the value, which is 0.d₁d₂d₃… × 10^point. Swift's description finds the same
  /// digits as ECMAScript (shortest, then nearest); only its layout differs.
  private static func decimal(of magnitude: Double) -> (digits: String, point: Int) {
    let description = magnitude.description
    var digits = ""
    var point: Int? = nil
    var exponent = 0
    for index in description.indices {
      switch description[index] {
      case ".": point = digits.count
      case "e":
        exponent = Int(description[description.index(after: index)...]) ?? 0
        return trim(digits, point: (point ?? digits.count) + exponent)
      case let digit: digits.append(digit)
      }
    }
    return trim(digits, point: point ?? digits.count)
  }

  private static func trim(_ digits: String, point: Int) -> (digits: String, point: Int) {
    let significant = digits.drop { $0 == "0" }
    let end = significant.lastIndex { $0 != "0" }.map { significant.index(after: $0) } ?? significant.endIndex
    return (String(significant[..<end]), point - (digits.count - significant.count))
  }

  private static func layout(_ digits: String, point: Int) -> String {
    let count = digits.count
    switch point {
    case _ where count <= point && point <= 21:
      return digits + String(repeating: "0", count: point - count)
    case 1...21:
      return digits.prefix(point) + "." + digits.dropFirst(point)
    case -5...0:
      return "0." + String(repeating: "0", count: -point) + digits
    default:
      let exponent = point - 1
      let mantissa = count == 1 ? digits : digits.prefix(1) + "." + digits.dropFirst()
      return mantissa + "e" + (exponent < 0 ? "-" : "+") + String(exponent.magnitude)
    }
  }
}
