import Evidence
import TalentDomain
import TalentInterface
import TimeStamps

/// Why something that others are said to have signed is not kept. Nothing has changed then.
enum AnchorFault: Error, Hashable {
  /// Neither a cosignature alone nor a time-stamp with its authority.
  case neither
  /// There is no signed checkpoint of that size.
  case noCheckpoint
  case noPolicy
  case cosignature(CosignatureFault)
  case timestamp(TimeStampError)
  case notBase64
  /// It was signed long after the next event was recorded, so that it would seem to say that there was none.
  case tooLate

  var line: FaultLine {
    var line = FaultLine()
    let (member, sentences) = explained
    line.path = [Line(member)]
    line.problemDa = Text(sentences.da)
    line.problemEn = Text(sentences.en)
    return line
  }

  private var explained: (String, (da: String, en: String)) {
    switch self {
    case .neither:
      (
        "cosignature",
        (
          "Der skal være en medunderskrift, eller et tidsstempel med sin myndighed, og kun én af delene.",
          "There must be a cosignature, or a time-stamp with its authority, and one of the two only."
        )
      )
    case .noCheckpoint:
      (
        "size",
        (
          "Loggen har ikke underskrevet et kontrolpunkt af den størrelse.",
          "The log has signed no checkpoint of that size."
        )
      )
    case .noPolicy:
      (
        "cosignature",
        (
          "Ingen vidner er valgt: angiv en politik i indstillingen anchor.policy.",
          "No witnesses have been chosen: name a policy in the setting anchor.policy."
        )
      )
    case .cosignature(let fault):
      ("cosignature", ("Medunderskriften tæller ikke: \(fault.sentences.da).", "Not counted: \(fault.sentences.en)."))
    case .timestamp(let error):
      ("timestamp", ("Tidsstemplet tæller ikke: \(error.sentences.da).", "Not counted: \(error.sentences.en)."))
    case .notBase64: ("timestamp", ("Tidsstemplet er ikke base64.", "The time-stamp is not base64."))
    case .tooLate:
      (
        "size",
        (
          "Der er underskrevet mere end fem minutter efter, at den næste hændelse blev registreret. Tag et nyere kontrolpunkt; "
            + "er der et, så sammenlign urene.",
          "It was signed more than five minutes after the next event was recorded. Take a newer checkpoint; if it was the "
            + "newest, compare the clocks."
        )
      )
    }
  }
}
