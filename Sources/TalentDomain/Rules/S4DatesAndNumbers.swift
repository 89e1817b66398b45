extension Rule {
  /// Each concept holds its own limits: `setupLimits`, `nominationLimits`, `assessmentLimits`, `selectionLimits`,
  /// `entryLimits`.
  static let datesAndNumbers = Rule(
    .s4,
    Bilingual(
      da: "Datoer ligger i rækkefølge og aldrig i fremtiden, tal ligger inden for regelsættets grænser.",
      en: "Dates lie in order and never ahead of time, numbers within the limits of the rule set."),
    source: "Ours, where the programme's words are silent; the numbers are values of the rule set.",
    checks: organisationLimits + setupLimits + nominationLimits + assessmentLimits + selectionLimits + entryLimits
      + reckonedDays)
}
