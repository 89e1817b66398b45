extension Rule {
  static let archiveClearance = Rule(
    .p3,
    Bilingual(
      da: "Intet slettes, før arkivet har frigivet sagerne fra hvert hold, som personen er indstillet til (arkivloven; "
        + "art. 17, stk. 3, litra d).",
      en:
        "Nothing is erased before the archives have cleared the papers of each cohort to which the person was nominated "
        + "(arkivloven; art. 17(3)(d))."),
    source: "Arkivloven (kassation); GDPR art. 17(3)(d).",
    checks: [
      on(ErasureDecided.self) { fact, _ in fact.granted ? uncleared(fact.holds) : nil },
      on(ErasureBegun.self) { fact, _ in uncleared(fact.holds) },
    ])

  private static func uncleared(_ holds: [RetentionHold]) -> Finding? {
    guard holds.contains(.archive) else { return nil }
    return Finding(
      .p3,
      (
        da: "Arkivet har ikke frigivet sagerne fra et hold, som personen har været indstillet til.",
        en: "The archives have not cleared the papers of a cohort to which the person was nominated."
      ),
      remedy: (
        da: "HR-Centret registrerer arkivets frigivelse: talentctl archive-clearance record HOLD --reference …",
        en: "The HR Centre records the archives' clearance: talentctl archive-clearance record COHORT --reference …"
      ))
  }
}
