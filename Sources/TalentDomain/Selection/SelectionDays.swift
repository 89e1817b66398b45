extension Setup {
  /// The last day for the answer to an offer made today, and the first instant that is too late.
  func answerTime(_ context: Context) throws(Refusal) -> (answerBy: CivilDate, closes: Instant) {
    let answerBy = context.localDate.adding(days: rules(on: context.localDate).answerDays)
    return (answerBy, try context.start(of: answerBy.adding(days: 1), zone: zone.value, at: "nominee"))
  }

  /// The second gathering's date, as it holds now: from then on nobody joins (R9). Nil while the programme is not
  /// published.
  package var secondGathering: CivilDate? {
    let dates = gatherings.map(\.date).sorted()
    return dates.count > 1 ? dates[1] : nil
  }
}
