extension Rule {
  static let deadline = Rule(
    .r2,
    Bilingual(
      da: "En indstilling er rettidig, når den er modtaget senest på fristens dag.",
      en: "A nomination is on time when it is received by the end of the day of the deadline."),
    source: "«Frist for indstillinger er 1. marts.»",
    checks: [
      on(NominationSubmitted.self) { fact, situation in
        guard fact.form.handedIn >= situation.cohort.setup.closes else { return nil }
        return late(fact.form.day, situation)
      },
      // The first receipt of a completed form stands, yet it too was on time, and so is what is brought now.
      on(NominationCompleted.self) { fact, situation in
        let closes = situation.cohort.setup.closes
        guard fact.form.handedIn >= closes || situation.header.received >= closes else { return nil }
        return late(fact.form.day, situation)
      },
      on(NominationAmended.self) { fact, situation in
        guard situation.header.received >= situation.cohort.setup.closes else { return nil }
        return late(fact.form.day, situation)
      },
      on(LateNominationAdmitted.self) { fact, situation in
        guard !situation.cohort.setup.rules(on: situation.header.localDate).lateDispensation else { return nil }
        return Finding(
          .r2,
          (
            da: "Regelsættet giver ikke direktionen mulighed for at dispensere for fristen.",
            en: "The rule set does not let the board dispense from the deadline."
          ),
          remedy: (
            da: "Et regelsæt med dispensation skal være vedtaget, før den gives.",
            en: "A rule set with dispensation must have been adopted before it is given."
          ))
      },
    ] + reckonedReceipt)

  private static func late(_ day: CivilDate, _ situation: Situation) -> Finding {
    let deadline = situation.cohort.setup.deadline
    return Finding(
      .r2,
      (
        da: "Skemaet er afleveret \(day.danish), og fristen var \(deadline.danish).",
        en: "The form was handed in on \(day.text), and the deadline was \(deadline.text)."
      ),
      remedy: (
        da: "Skemaet skal være modtaget inden udgangen af \(deadline.danish).",
        en: "The form must be received before the end of \(deadline.text)."
      ))
  }
}
