extension Rule {
  static let corrections = Rule(
    .r21,
    Bilingual(
      da: "En rettelse eller annullering nævner det, den retter, den gamle værdi, den nye og grunden.",
      en: "A correction or voiding names its target, the old value, the new one and the reason."),
    source: "Ours: history is never changed.",
    checks: [
      on(NominationAmended.self) { fact, situation in
        guard let version = situation.cohort.nominations.forms[fact.id]?.version, version != fact.replaces else {
          return nil
        }
        return Finding(
          .r21,
          (
            da: "Rettelsen gælder version \(fact.replaces), og den seneste er \(version).",
            en: "The amendment is of version \(fact.replaces), and the latest is \(version)."
          ),
          remedy: (
            da: "Læs den seneste version, og ret den.",
            en: "Read the latest version and amend that one."
          ))
      },
      on(AssessmentRevised.self) { fact, situation in
        let score = situation.cohort.assessment.set(of: fact.nominee, by: fact.assessor).scores[fact.question]
        if let finding = mismatch(score, fact.oldBasis, fact.oldPoints, fact.target) { return finding }
        guard fact.basis == fact.oldBasis, fact.points == fact.oldPoints else { return nil }
        return Finding(
          .r21,
          (
            da: "Den nye vurdering er den samme som den gamle.",
            en: "The new score is the same as the old one."
          ),
          remedy: (
            da: "Ret grundlag eller point, eller lad vurderingen stå.",
            en: "Change the basis or the points, or let the score stand."
          ))
      },
      on(AssessmentVoided.self) { fact, situation in
        let score = situation.cohort.assessment.set(of: fact.nominee, by: fact.assessor).scores[fact.question]
        return mismatch(score, fact.oldBasis, fact.oldPoints, fact.target)
      },
      on(AssessmentRevised.self, sealed: CorrectionReason.self) { _, reason, _ in withoutReason(reason.reason) },
      on(AssessmentVoided.self, sealed: CorrectionReason.self) { _, reason, _ in withoutReason(reason.reason) },
    ] + entryCorrections)

  private static func mismatch(_ score: Score?, _ basis: Basis, _ points: Int, _ target: Int?) -> Finding? {
    guard let score else {
      return Finding(
        .r21,
        (
          da: "Der er ingen vurdering at rette.",
          en: "There is no score to correct."
        ),
        remedy: (
          da: "Kun en vurdering, der gælder, kan rettes eller annulleres.",
          en: "Only a score that stands can be revised or voided."
        ))
    }
    guard score.basis != basis || score.points != points || score.position != target else { return nil }
    return Finding(
      .r21,
      (
        da: "Den gamle værdi er ikke «\(basis.words.da)» og \(points) point.",
        en: "The old value is not «\(basis.words.en)» and \(points) points."
      ),
      remedy: (
        da: "Læs vurderingen, som den gælder nu, og ret den.",
        en: "Read the score as it stands now, and correct that."
      ))
  }

  static func withoutReason(_ reason: Text) -> Finding? {
    guard reason.isBlank else { return nil }
    return Finding(
      .r21,
      (
        da: "Rettelsen har ingen grund.",
        en: "The correction has no reason."
      ),
      remedy: (
        da: "Skriv grunden til rettelsen.",
        en: "Write the reason of the correction."
      ))
  }
}
