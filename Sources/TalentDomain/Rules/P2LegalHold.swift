extension Rule {
  static let legalHold = Rule(
    .p2,
    Bilingual(
      da:
        "Oplysninger, der er spærret på grund af et retskrav eller en sag (art. 17, stk. 3) eller efter ønske (art. 18), "
        + "slettes ikke.",
      en: "Data on hold for a legal claim or a case (art. 17(3)) or by request (art. 18) is not erased."),
    source: "GDPR art. 17(3)(e) and (b), art. 18.",
    checks: [
      on(ErasureDecided.self) { fact, situation in fact.granted ? held(fact.person, fact.holds, situation) : nil },
      on(ErasureBegun.self) { fact, situation in held(fact.person, fact.holds, situation) },
    ])

  private static func held(_ person: Alias, _ said: [RetentionHold], _ situation: Situation) -> Finding? {
    let holds = situation.organisation.privacy.holds[person] ?? [:]
    guard !holds.isEmpty || said.contains(.legalHold) else { return nil }
    let grounds = holds.keys.sorted { $0.rawValue < $1.rawValue }.map(\.words)
    return Finding(
      .p2,
      (
        da: "Oplysningerne er spærret: \(grounds.map(\.da).joined(separator: "; ")).",
        en: "The data is on hold: \(grounds.map(\.en).joined(separator: "; "))."
      ),
      remedy: (
        da: "Når grunden er faldet bort, ophæver DPO'en spærringen: talentctl legal-hold lift.",
        en: "Once the ground is gone, the data-protection officer lifts the hold: talentctl legal-hold lift."
      ))
  }
}
