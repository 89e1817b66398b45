extension Rule {
  /// It refuses nothing: `Cohort.deviations` flags a meeting that lies elsewhere.
  static let betweenGatherings = Rule(
    .r18,
    Bilingual(
      da: "Et arbejdsgruppemøde ligger mellem to samlinger; ligger det et andet sted, advarer det.",
      en: "A meeting of a work group lies between two gatherings; elsewhere it warns."),
    source: "«Arbejdsgruppemøderne placeres mellem samlingerne.»",
    checks: [])
}
