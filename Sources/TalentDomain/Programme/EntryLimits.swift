/// Dates and amounts of the programme (S4).
let entryLimits: [Rule.Check] =
  onEntries { entry, situation in
    future(entry.date, situation) ?? notAnAmount(entry.amount, entry.track.unit)
  } + [
    on(EntryCorrected.self) { fact, situation in
      guard let entry = situation.cohort.programme.entries[fact.entry] else { return nil }
      return future(fact.date, situation) ?? notAnAmount(fact.amount, entry.track.unit)
    },
    on(OutcomeRecorded.self) { fact, situation in future(fact.date, situation) },
  ] + gatheringLimits + mentoringLimits

extension TimeUnit {
  /// Quarters of a day or of an hour, more than none and no more than there are. Nothing else is added up: numbers without
  /// measure do not fit into exact arithmetic.
  func allows(_ amount: Rational) -> Bool { amount.isDays(upTo: self == .days ? 10 : 24) }
}

private func notAnAmount(_ amount: Rational, _ unit: TimeUnit) -> Finding? {
  guard !unit.allows(amount) else { return nil }
  return Finding(
    .s4,
    Bilingual(da: "\(amount.text) er ikke en tid.", en: "\(amount.text) is not a time."),
    remedy: unit == .days
      ? Bilingual(
        da: "Angiv hele, halve eller kvarte dage, højst 10.", en: "Give whole, half or quarter days, at most 10.")
      : Bilingual(
        da: "Angiv hele, halve eller kvarte timer, højst 24.", en: "Give whole, half or quarter hours, at most 24."))
}
