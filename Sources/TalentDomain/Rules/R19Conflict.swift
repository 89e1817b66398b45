extension Rule {
  static let conflict = Rule(
    .r19,
    Bilingual(
      da: "Den, der afgør, vurderer, indstiller til udvælgelse eller godkender, er habil over for den indstillede.",
      en: "Whoever rules, scores, proposes or approves is impartial towards the nominee."),
    source: "Inhabilitet (forvaltningsloven § 3); ours, where the programme's words are silent.",
    checks: conflictChecksOfNomination + conflictChecksOfAssessment + conflictChecksOfSelection)
}

extension Finding {
  /// Why somebody may not touch a nominee's case: the own one, that of somebody led, or one of a declared conflict (R19).
  static func notImpartial(leads: Bool, _ nominee: Alias, _ situation: Situation) -> Finding? {
    let people: Set<Alias> = [situation.header.actor, situation.header.principal]
    if people.contains(nominee) {
      return Finding(
        .r19,
        (da: "Det er din egen sag.", en: "The case is your own."), remedy: somebodyElse)
    }
    if leads {
      return Finding(
        .r19,
        (da: "Du er leder for den indstillede.", en: "You are the nominee's leader."), remedy: somebodyElse)
    }
    guard people.contains(where: { situation.cohort.assessment.isBarred($0, from: nominee) }) else { return nil }
    return .barred
  }

  static let barred = Finding(
    .r19,
    (
      da: "Du er oplyst at være inhabil over for den indstillede.",
      en: "You are declared to have a conflict of interest towards the nominee."
    ),
    remedy: somebodyElse)

  static let somebodyElse = (
    da: "En anden, der er habil, behandler sagen.",
    en: "Somebody else who is impartial takes the case."
  )
}
