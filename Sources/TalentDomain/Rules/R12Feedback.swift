extension Rule {
  /// Feedback to those not selected (tilbagemelding).
  static let feedback = Rule(
    .r12,
    Bilingual(
      da: "Den, der ikke blev valgt, får ærlig og konstruktiv tilbagemelding på de fire spørgsmål fra nærmeste leder.",
      en: "Whoever was not selected gets honest and constructive feedback on the four questions from the immediate "
        + "leader."),
    source: "«Det kan du gøre gennem ærlig og konstruktiv feedback»",
    checks: [
      on(FeedbackGiven.self) { fact, situation in
        guard situation.cohort.selection.notified[fact.nominee] == nil else { return nil }
        return Finding(
          .r12,
          Bilingual(
            da: "Den indstillede har ikke fået afslag.", en: "The nominee was not told of not being selected."),
          remedy: Bilingual(
            da: "Tilbagemeldingen gives, når afslaget er sendt.", en: "Feedback is given once the letter is sent."))
      },
      on(FeedbackGiven.self) { fact, _ in
        guard !fact.leads else { return nil }
        return Finding(
          .r12,
          Bilingual(
            da: "Tilbagemeldingen er ikke givet af den indstilledes nærmeste leder.",
            en: "The feedback is not given by the nominee's immediate leader."),
          remedy: Bilingual(
            da: "Nærmeste leder giver den, eller HR-Centret registrerer den på lederens vegne.",
            en: "The immediate leader gives it, or the HR Centre records it on the leader's behalf."))
      },
      on(FeedbackGiven.self) { fact, situation in
        let required = situation.cohort.setup.rules(on: situation.header.localDate).feedbackAnswers
        guard fact.answers < required else { return nil }
        return Finding(
          .r12,
          Bilingual(
            da: "\(fact.answers) af de fire spørgsmål er besvaret.",
            en: "\(fact.answers) of the four questions are answered."),
          remedy: Bilingual(da: "Besvar mindst \(required) af dem.", en: "Answer at least \(required) of them."))
      },
    ] + reckonedFeedback)
}
