internal import Mustache
internal import TalentDomain

/// An exact number in a letter: `{{points}}` is 2,5, `{{points.fixed}}` 2,50 and `{{points.exact}}` 5/2.
struct DanishNumber: MustacheParent, MustacheCustomRenderable {
  private let value: Rational

  init(_ value: Rational) { self.value = value }

  /// With a decimal comma and no more decimals than are needed, at most two.
  var renderText: String {
    var text = fixed
    while text.last == "0" { text.removeLast() }
    if text.last == "," { text.removeLast() }
    return text
  }

  var isNull: Bool { false }

  func child(named name: String) -> Any? {
    switch name {
    case "exact": value.text
    case "fixed": fixed
    default: nil
    }
  }

  /// Always two decimals, rounded half away from zero: 49/18 is 2,72.
  private var fixed: String {
    let hundredths = (2 * abs(value.numerator) * 100 + value.denominator) / (2 * value.denominator)
    let decimals = String(hundredths % 100)
    let sign = value.numerator < 0 && hundredths > 0 ? "-" : ""
    return "\(sign)\(hundredths / 100),\(decimals.count < 2 ? "0" : "")\(decimals)"
  }
}

extension CivilDate {
  /// 8. april 2027, with the day kept on the line of its month.
  var unbroken: String { danish.replacing(". ", with: ".\u{A0}") }
}

extension TimeOfDay {
  /// As a Danish letter writes it: 9.00.
  var danish: String {
    let minutes = seconds / 60 % 60
    return "\(seconds / 3600).\(minutes < 10 ? "0" : "")\(minutes)"
  }
}
