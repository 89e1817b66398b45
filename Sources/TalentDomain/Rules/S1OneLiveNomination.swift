extension Rule {
  static let oneLiveNomination = Rule(
    .s1,
    Bilingual(
      da: "En medarbejder har højst én gældende indstilling til et hold.",
      en: "An employee has at most one live nomination in a cohort."),
    source: "Ours: a second form would let the same person be judged twice.",
    checks: onNewForms { form, situation in
      guard situation.cohort.nominations.live[form.nominee] != nil else { return nil }
      return Finding(
        .s1,
        (
          da: "Medarbejderen er allerede indstillet.",
          en: "The employee is nominated already."
        ),
        remedy: (
          da: "Ret den gældende indstilling, eller træk den tilbage først.",
          en: "Amend the live nomination, or withdraw it first."
        ))
    })
}
