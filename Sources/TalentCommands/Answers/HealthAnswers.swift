import TalentDomain

extension HealthFinding {
  /// On a screen: what is amiss, and the remedy below it.
  func lines(_ style: Style) -> [(text: String, tone: Ink.Tone?)] {
    [
      ("\(grave ? "!!" : "!") \(style(Bilingual(da: problemDa.value, en: problemEn.value)))", .warning),
      ("  \(style(Bilingual(da: remedyDa.value, en: remedyEn.value)))", nil),
    ]
  }
}
