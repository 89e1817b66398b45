extension Rule {
  /// Each concept holds its own part of the order: `setupOrder`, `nominationOrder`, `assessmentOrder`, `selectionOrder`, `entryOrder`,
  /// `privacyOrder`.
  static let orderOfTheCase = Rule(
    .s2,
    Bilingual(
      da: "Et skridt i sagen tages, når de foregående er taget, og kun én gang.",
      en: "A step of the case is taken when those before it have been taken, and only once."),
    source: "The order of a case (sagsgang); ours, where the programme's words are silent.",
    checks: setupOrder + nominationOrder + assessmentOrder + selectionOrder + entryOrder + reckonedOrder
      + privacyOrder)
}
