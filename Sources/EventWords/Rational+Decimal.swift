package import TalentDomain

extension Rational {
  /// `3.611`: at most three decimals, halves rounded up.
  package var decimal: String {
    let thousandths = (numerator.magnitude * 1000 + denominator.magnitude / 2) / denominator.magnitude
    var decimals = String(String(thousandths % 1000 + 1000).dropFirst())
    while decimals.last == "0" { decimals.removeLast() }
    let whole = "\(numerator < 0 ? "-" : "")\(thousandths / 1000)"
    return decimals.isEmpty ? whole : "\(whole).\(decimals)"
  }
}
