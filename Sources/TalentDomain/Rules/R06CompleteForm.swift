extension Rule {
  /// Judged by what is sealed: at the door, and in a replay as long as the form may be read.
  static let completeForm = Rule(
    .r6,
    Bilingual(
      da: "Skemaet besvarer hvert spørgsmål med et tilladt grundlag og en begrundelse.",
      en: "The form answers each question with an allowed basis and with reasons."),
    source: "«På HR-portalene ligger skemaet til indstillinger.»",
    checks: [
      on(NominationSubmitted.self, sealed: NominationForm.self) { _, form, situation in judge(form, situation) },
      on(NominationCompleted.self, sealed: NominationForm.self) { _, form, situation in judge(form, situation) },
      on(NominationAmended.self, sealed: NominationForm.self) { _, form, situation in judge(form, situation) },
    ])

  private static func judge(_ form: NominationForm, _ situation: Situation) -> Finding? {
    // Without criteria there are no questions: S2 says so.
    guard let criteria = situation.cohort.setup.criteria else { return nil }
    for question in criteria.questions.sorted(by: { $0.number < $1.number }) {
      let answers = form.answers.filter { $0.number == question.number }
      if let wrong = wrong(with: answers, to: question) {
        return Finding(.r6, wrong, remedy: remedy(question))
      }
    }
    guard let extra = form.answers.first(where: { criteria.question($0.number) == nil }) else { return nil }
    return Finding(
      .r6,
      (
        da: "Skemaet har intet spørgsmål \(extra.number).",
        en: "The form has no question \(extra.number)."
      ),
      remedy: (
        da: "Besvar de \(criteria.questions.count) spørgsmål, som kriterierne stiller.",
        en: "Answer the \(criteria.questions.count) questions that the criteria ask."
      ))
  }

  private static func wrong(with answers: [AnswerGiven], to question: Question) -> (da: String, en: String)? {
    let number = question.number
    guard let answer = answers.first else {
      return (da: "Spørgsmål \(number) er ikke besvaret.", en: "Question \(number) is not answered.")
    }
    guard answers.count == 1 else {
      return (
        da: "Spørgsmål \(number) er besvaret \(answers.count) gange.",
        en: "Question \(number) is answered \(answers.count) times."
      )
    }
    guard let basis = answer.basis else {
      return (da: "Spørgsmål \(number) mangler et grundlag.", en: "Question \(number) lacks a basis.")
    }
    guard question.bases.contains(basis) else {
      return (
        da: "Spørgsmål \(number) kan ikke besvares med grundlaget «\(basis.words.da)».",
        en: "Question \(number) cannot be answered on the basis «\(basis.words.en)»."
      )
    }
    guard let reasons = answer.reasons, !reasons.isBlank else {
      return (da: "Spørgsmål \(number) mangler en begrundelse.", en: "Question \(number) lacks its reasons.")
    }
    return nil
  }

  private static func remedy(_ question: Question) -> (da: String, en: String) {
    (
      da:
        "Besvar spørgsmål \(question.number) én gang, med begrundelse og et af grundlagene \(question.basesInWords.da). "
        + "Et mangelfuldt skema kan udfyldes færdigt inden fristen.",
      en: "Answer question \(question.number) once, with reasons and one of the bases \(question.basesInWords.en). "
        + "An incomplete form may be completed until the deadline."
    )
  }
}

extension Basis {
  /// The words of the form.
  package var words: Bilingual {
    switch self {
    case .both: Bilingual(da: "begge", en: "both")
    case .demonstrated: Bilingual(da: "udvist", en: "demonstrated")
    case .none: Bilingual(da: "ingen", en: "none")
    case .potential: Bilingual(da: "potentiale", en: "potential")
    }
  }
}

extension Question {
  var basesInWords: Bilingual {
    Bilingual(
      da: bases.map(\.words.da).joined(separator: ", "), en: bases.map(\.words.en).joined(separator: ", "))
  }
}
