extension Rule {
  /// An expectation, shown beside every list of nominees and never a quota: it has no check, and refuses nothing.
  static let spread = Rule(
    .r11,
    Bilingual(
      da: "Det forventes, at deltagerne kommer fra mange forskellige arbejdspladser og har forskellig faglig baggrund.",
      en: "Participants are expected to come from many workplaces and to have different professional backgrounds."),
    source:
      "«Det forventes, at deltagerne kommer fra mange forskellige arbejdspladser og har forskellig faglig baggrund.»",
    checks: [])
}
