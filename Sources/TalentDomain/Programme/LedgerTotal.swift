/// What several tracks come to: days and hours apart, and both as hours where one figure is needed.
package struct LedgerTotal: Record {
  package var days = Rational(0)
  package var hours = Rational(0)
  package var inHours = Rational(0)

  package init() {}

  /// - Parameters:
  ///   - amounts: of each track, in its own unit.
  ///   - dayHours: how many hours a day counts for.
  package init(_ amounts: [(track: Track, amount: Rational)], dayHours: Rational) {
    for (track, amount) in amounts {
      switch track.unit {
      case .days: days = days + amount
      case .hours: hours = hours + amount
      }
    }
    inHours = days * dayHours + hours
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("days", &days, "Of the tracks that are counted in days.")
    try members("hours", &hours, "Of the tracks that are counted in hours.")
    try members("inHours", &inHours, "Both as hours, by the rule set's length of a day.")
  }
}
