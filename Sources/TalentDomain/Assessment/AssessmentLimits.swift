/// Dates and numbers (S4) in assessment.
let assessmentLimits: [Rule.Check] = [
  on(CalibrationHeld.self) { fact, situation in
    if let finding = future(fact.date, situation) { return finding }
    guard Set(fact.present).count < 2 else { return nil }
    return Finding(
      .s4,
      (
        da: "Der er \(Set(fact.present).count) til stede.",
        en: "There are \(Set(fact.present).count) present."
      ),
      remedy: (
        da: "Et kalibreringsmøde har mindst to.",
        en: "A calibration meeting has at least two."
      ))
  }
]
