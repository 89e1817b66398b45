extension Rule {
  static let kickOff = Rule(
    .r13,
    Bilingual(
      da: "Kick off er den første samling, og samlingerne er i alt de dage, som regelsættet siger (12).",
      en: "The kick-off is the first gathering, and the gatherings add up to the days of the rule set (12)."),
    source: "«Der er kick off på talentforløbet d. 26. april!» · «Fælles samlinger … 12 dage»",
    checks: [
      on(ProgrammePublished.self) { fact, situation in
        guard let first = fact.gatherings.first else { return nil }
        return notOnKickOff(first.date, situation.cohort.setup)
      },
      on(GatheringRescheduled.self) { fact, situation in
        guard fact.number == situation.cohort.setup.gatherings.first?.number else { return nil }
        return notOnKickOff(fact.starts.date, situation.cohort.setup)
      },
      on(ProgrammePublished.self) { fact, situation in
        if let odd = fact.gatherings.first(where: { !$0.days.isDays(upTo: 10) }) {
          return Finding(
            .r13,
            Bilingual(
              da: "Samling \(odd.number) kan ikke tælle for \(odd.days.text) dage.",
              en: "Gathering \(odd.number) cannot count for \(odd.days.text) days."),
            remedy: Bilingual(
              da: "En samling tæller for hele, halve eller kvarte dage, mere end 0 og højst 10.",
              en: "A gathering counts for whole days, halves or quarters, more than 0 and at most 10."))
        }
        let expected = situation.cohort.setup.rules(on: situation.header.localDate).gatheringDays
        let sum = fact.gatherings.reduce(Rational(0)) { $0 + $1.days }
        guard sum != expected else { return nil }
        return Finding(
          .r13,
          Bilingual(
            da: "Samlingerne er i alt \(sum.text) dage.", en: "The gatherings add up to \(sum.text) days."),
          remedy: Bilingual(
            da: "Regelsættet siger \(expected.text) dage i alt.",
            en: "The rule set says \(expected.text) days in all."))
      },
    ])
}

private func notOnKickOff(_ date: CivilDate, _ setup: Setup) -> Finding? {
  guard date != setup.kickOff else { return nil }
  return Finding(
    .r13,
    Bilingual(
      da: "Den første samling begynder \(date.danish), men kick off er \(setup.kickOff.danish).",
      en: "The first gathering begins on \(date.text), but the kick-off is on \(setup.kickOff.text)."),
    remedy: Bilingual(
      da: "Den første samling begynder \(setup.kickOff.danish).",
      en: "The first gathering begins on \(setup.kickOff.text)."))
}
