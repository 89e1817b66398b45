/// What S4 has to say of the organisation's events: nothing is recorded before it has happened.
let organisationLimits: [Rule.Check] = [
  notAheadOfTime(CentreChiefAppointed.self), notAheadOfTime(CentrePostVacated.self),
  notAheadOfTime(EmploymentEnded.self), notAheadOfTime(EmploymentRecorded.self), notAheadOfTime(ErasureRequested.self),
  notAheadOfTime(InformationGiven.self),
]

/// A step has taken effect when it is recorded (S4): on the same day or an earlier one.
func notAheadOfTime<F: Fact>(_ type: F.Type) -> Rule.Check {
  on(type) { _, situation in
    let header = situation.header
    guard header.effective > header.recorded else { return nil }
    return Finding(
      .s4,
      Bilingual(
        da: "Virkningstiden \(header.effective.text) ligger efter registreringen \(header.recorded.text).",
        en: "It takes effect at \(header.effective.text), after it is recorded at \(header.recorded.text)."),
      remedy: Bilingual(
        da: "Datoen er i dag, \(header.localDate.danish), eller en tidligere dag.",
        en: "The date is today, \(header.localDate.text), or an earlier day."))
  }
}
