extension Rule {
  static let auditConcluded = Rule(
    .p4,
    Bilingual(
      da: "Intet slettes, før revisionen af hvert hold, som personen er indstillet til, er afsluttet (art. 17, stk. 3, "
        + "litra b).",
      en: "Nothing is erased before the audit of each cohort to which the person was nominated is done (art. 17(3)(b))."
    ),
    source: "GDPR art. 17(3)(b); ours: the audit replays every case.",
    checks: [
      on(ErasureDecided.self) { fact, _ in fact.granted ? unaudited(fact.holds) : nil },
      on(ErasureBegun.self) { fact, _ in unaudited(fact.holds) },
    ])

  private static func unaudited(_ holds: [RetentionHold]) -> Finding? {
    guard holds.contains(.audit) else { return nil }
    return Finding(
      .p4,
      (
        da: "Revisionen af et hold, som personen har været indstillet til, er ikke afsluttet.",
        en: "The audit of a cohort to which the person was nominated is not done."
      ),
      remedy: (
        da: "HR-Centret registrerer revisionens afslutning: talentctl audit conclude HOLD --reference …",
        en: "The HR Centre records that the audit is done: talentctl audit conclude COHORT --reference …"
      ))
  }
}
