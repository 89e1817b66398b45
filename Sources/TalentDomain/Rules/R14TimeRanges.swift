extension Rule {
  /// It refuses nothing: `Cohort.deviations` flags what lies outside.
  static let timeRanges = Rule(
    .r14,
    Bilingual(
      da: "Tidsforbruget kan variere lidt; det, der ligger uden for det forventede, advarer og afvises aldrig.",
      en: "The time spent may vary a little; what lies outside the expected warns, and is never refused."),
    source: "«tidsforbruget kan variere lidt fra deltager til deltager»",
    checks: [])
}
