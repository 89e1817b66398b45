extension Rule {
  static let ownCentre = Rule(
    .r5,
    Bilingual(
      da: "Centerchefen eller stedfortræderen indstiller medarbejdere fra eget center, aldrig sig selv.",
      en: "The centre chief or the deputy nominates employees of the own centre, never oneself."),
    source: "«Det er centerchefen, der i sidste ende indstiller medarbejdere fra eget center.»",
    checks: [
      on(NominationSubmitted.self) { fact, _ in nominates(fact.form) },
      on(NominationCompleted.self) { fact, _ in nominates(fact.form) },
      on(NominationAmended.self) { fact, situation in
        if let finding = nominates(fact.form) { return finding }
        guard let form = situation.cohort.nominations.forms[fact.id], form.chief != fact.form.chief else { return nil }
        return Finding(
          .r5,
          (
            da: "Indstillingen er afleveret af en anden.",
            en: "The nomination was handed in by somebody else."
          ),
          remedy: (
            da: "Den, der indstillede, retter; ellers trækkes indstillingen tilbage og afleveres på ny.",
            en: "Whoever nominated amends; else the nomination is withdrawn and handed in anew."
          ))
      },
      on(NominationWithdrawn.self) { fact, situation in
        let header = situation.header
        let form = situation.cohort.nominations.forms[fact.id]
        guard header.principal != fact.nominee, header.principal != form?.chief,
          fact.chiefCentre == nil || fact.chiefCentre != form?.centre
        else { return nil }
        return Finding(
          .r5,
          (
            da: "Indstillingen er hverken din egen eller fra dit center.",
            en: "The nomination is neither your own nor of your centre."
          ),
          remedy: (
            da: "Centerchefen, stedfortræderen eller den indstillede trækker tilbage; HR gør det på deres vegne.",
            en: "The chief, the deputy or the nominee withdraws; HR does so on their behalf."
          ))
      },
    ])

  private static func nominates(_ form: FormFacts) -> Finding? {
    guard form.chief != form.nominee else {
      return Finding(
        .r5,
        (
          da: "Ingen kan indstille sig selv.",
          en: "Nobody can nominate oneself."
        ),
        remedy: (
          da: "Centerchefen indstilles af stedfortræderen, og stedfortræderen af centerchefen.",
          en: "The chief is nominated by the deputy, and the deputy by the chief."
        ))
    }
    guard form.chiefCentre != nil else {
      return Finding(
        .r5,
        (
          da: "Den, der indstiller, er hverken centerchef eller stedfortræder.",
          en: "The one who nominates is neither a centre chief nor a deputy."
        ),
        remedy: ownChief)
    }
    // For somebody unknown there is no centre to compare with: R3 says what is wrong.
    guard form.employed, form.chiefCentre != form.centre else { return nil }
    return Finding(
      .r5,
      (
        da: "Medarbejderen er ansat i et andet center end det, som centerchefen leder.",
        en: "The employee belongs to another centre than the one that the chief leads."
      ),
      remedy: ownChief)
  }

  private static let ownChief = (
    da: "Centerchefen eller stedfortræderen i medarbejderens eget center indstiller.",
    en: "The chief or the deputy of the employee's own centre nominates."
  )
}
