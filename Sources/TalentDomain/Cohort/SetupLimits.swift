/// What S4 has to say of a cohort's setup.
let setupLimits: [Rule.Check] =
  [
    on(CohortOpened.self) { fact, _ in datesOutOfOrder(fact.deadline, fact.mbtiDate, fact.kickOff) },
    on(CohortOpened.self) { fact, _ in seatsOutOfRange(fact.seats) },
    on(SeatCountChanged.self) { fact, _ in seatsOutOfRange(fact.seats) },
    on(DeadlineExtended.self) { fact, situation in
      let setup = situation.cohort.setup
      guard fact.deadline > setup.deadline else {
        return Finding(
          .s4,
          Bilingual(
            da: "Fristen er \(setup.deadline.danish), og \(fact.deadline.danish) er ikke senere.",
            en: "The deadline is \(setup.deadline.text), and \(fact.deadline.text) is not later."),
          remedy: Bilingual(
            da: "En forlænget frist ligger efter \(setup.deadline.danish).",
            en: "An extended deadline lies after \(setup.deadline.text)."))
      }
      return datesOutOfOrder(fact.deadline, setup.mbtiDate, setup.kickOff)
    },
    on(DeadlineExtended.self) { fact, situation in
      let today = situation.header.localDate
      guard fact.deadline < today else { return nil }
      return Finding(
        .s4,
        Bilingual(
          da: "Den nye frist \(fact.deadline.danish) er allerede gået.",
          en: "The new deadline, \(fact.deadline.text), has passed already."),
        remedy: Bilingual(
          da: "Den nye frist er i dag, \(today.danish), eller senere.",
          en: "The new deadline is today, \(today.text), or later."))
    },
    on(RuleSetAdopted.self) { fact, situation in
      let setup = situation.cohort.setup
      // The first rule set may hold from the day on which the cohort was opened; no later one reaches back.
      let earliest = setup.ruleSets.isEmpty ? setup.openedOn : situation.header.localDate
      guard fact.from < earliest else { return nil }
      return Finding(
        .s4,
        Bilingual(
          da: "Et regelsæt gælder aldrig bagud, og \(fact.from.text) er gået.",
          en: "A rule set never holds backwards, and \(fact.from.text) has passed."),
        remedy: Bilingual(
          da: "Regelsættet kan gælde fra \(earliest.text) eller senere.",
          en: "The rule set may hold from \(earliest.text) or later."))
    },
    on(RuleSetAdopted.self) { fact, _ in fact.values.outOfLimits },
  ] + criteriaLimits + programmeLimits

/// A cohort has at most so many seats, as it has at most so many nominees.
let seatRange = 1...300

private func seatsOutOfRange(_ seats: Int) -> Finding? {
  guard !seatRange.contains(seats) else { return nil }
  return Finding(
    .s4,
    Bilingual(da: "Et hold kan ikke have \(seats) pladser.", en: "A cohort cannot have \(seats) seats."),
    remedy: Bilingual(
      da: "Antallet ligger fra \(seatRange.lowerBound) til \(seatRange.upperBound).",
      en: "The number lies from \(seatRange.lowerBound) to \(seatRange.upperBound)."))
}

private func datesOutOfOrder(_ deadline: CivilDate, _ mbti: CivilDate, _ kickOff: CivilDate) -> Finding? {
  guard deadline >= mbti || mbti > kickOff else { return nil }
  return Finding(
    .s4,
    Bilingual(
      da: "Fristen \(deadline.text), MBTI \(mbti.text) og kick off \(kickOff.text) ligger ikke i rækkefølge.",
      en: "The deadline \(deadline.text), MBTI \(mbti.text) and kick-off \(kickOff.text) are not in order."),
    remedy: Bilingual(
      da: "Fristen ligger før MBTI, og MBTI senest på dagen for kick off.",
      en: "The deadline lies before MBTI, and MBTI no later than the day of the kick-off."))
}

extension RuleSet {
  /// The first of its values that no cohort could be run by.
  fileprivate var outOfLimits: Finding? {
    let limits: [(name: String, value: Int, range: ClosedRange<Int>)] = [
      ("answerDays", answerDays, 1...90), ("assessors", assessors, 2...10), ("feedbackAnswers", feedbackAnswers, 0...4),
      ("feedbackDays", feedbackDays, 1...365), ("nominees", nominees, 1...300), ("points", points, 1...100),
      ("retentionYears", retentionYears, 0...30),
    ]
    if let limit = limits.first(where: { !$0.range.contains($0.value) }) {
      return Finding(
        .s4,
        Bilingual(
          da: "Regelsættets \(limit.name) kan ikke være \(limit.value).",
          en: "The rule set's \(limit.name) cannot be \(limit.value)."),
        remedy: Bilingual(
          da: "\(limit.name) ligger fra \(limit.range.lowerBound) til \(limit.range.upperBound).",
          en: "\(limit.name) lies from \(limit.range.lowerBound) to \(limit.range.upperBound)."))
    }
    if let programme, !programme.isWithinLimits {
      return Finding(
        .s4,
        Bilingual(
          da: "Regelsættets tidsplan (programme) kan ikke være sådan.",
          en: "The rule set's time table (programme) cannot be so."),
        remedy: Bilingual(
          da:
            "Tal over 0 og højst 1000 med nævner til og med 20; det mindste ikke over det meste; andele højst 1; måned 1–12.",
          en:
            "Numbers above 0 and at most 1000 with denominators up to 20; the least not above the most; shares at most 1; month 1–12."
        ))
    }
    if let duties, !duties.isWithinLimits {
      return Finding(
        .s4,
        Bilingual(
          da: "Regelsættets frister (duties) kan ikke være sådan.",
          en: "The rule set's due times (duties) cannot be so."),
        remedy: Bilingual(da: "Hvert tal er fra 0 til 1095 dage.", en: "Each number is from 0 to 1095 days."))
    }
    if let retention, !retention.isWithinLimits {
      return Finding(
        .s4,
        Bilingual(
          da: "Regelsættets opbevaringsfrister (retention) kan ikke være sådan.",
          en: "The rule set's periods of retention (retention) cannot be so."),
        remedy: Bilingual(da: "Hvert tal er fra 0 til 30 år.", en: "Each number is from 0 to 30 years."))
    }
    guard !gatheringDays.isDays(upTo: 100) else { return nil }
    return Finding(
      .s4,
      Bilingual(
        da: "Regelsættets gatheringDays kan ikke være \(gatheringDays.text).",
        en: "The rule set's gatheringDays cannot be \(gatheringDays.text)."),
      remedy: Bilingual(
        da: "gatheringDays er hele, halve eller kvarte dage, mere end 0 og højst 100.",
        en: "gatheringDays are whole days, halves or quarters, more than 0 and at most 100."))
  }
}

extension Rational {
  /// Whole days, halves or quarters, more than none. So small that sums of them are exact.
  func isDays(upTo limit: Int) -> Bool {
    [1, 2, 4].contains(denominator) && numerator > 0 && numerator <= limit * denominator
  }
}
