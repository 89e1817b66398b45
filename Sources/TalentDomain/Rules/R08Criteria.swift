extension Rule {
  static let criteria = Rule(
    .r8,
    Bilingual(
      da: "Der vurderes efter de offentliggjorte kriterier, som ligger fast fra den første vurdering.",
      en: "Nominees are judged by the published criteria, which are frozen at the first score."),
    source: "«Afsættet er ledelsesgrundlaget samt definitionen af ledelsestalent»",
    checks: criteriaFreeze + [
      on(AssessmentScored.self) { fact, situation in
        outside(question: fact.question, basis: fact.basis, points: fact.points, situation)
      },
      on(AssessmentRevised.self) { fact, situation in
        outside(question: fact.question, basis: fact.basis, points: fact.points, situation)
      },
      // Whoever replays the log computes the ranking again.
      on(RankingComputed.self) { fact, situation in
        let result = Ranking1.compute(RankingInput(situation.cohort))
        guard
          fact.algorithm != Ranking1.version || fact.entries != result.entries || fact.ties != result.ties
            || fact.spread != result.spread
        else { return nil }
        return Finding(
          .r8,
          (
            da: "Ranglisten følger ikke af kriterierne og vurderingerne.",
            en: "The ranking does not follow from the criteria and the scores."
          ),
          remedy: (
            da: "Ranglisten er den, som \(Ranking1.version.value) giver.",
            en: "The ranking is the one that \(Ranking1.version.value) gives."
          ))
      },
      on(TieResolved.self) { fact, situation in
        guard let ranking = situation.cohort.assessment.ranking,
          let tie = ranking.ties.first(where: { Set($0.nominees) == Set(fact.order) }),
          !Ranking1.keepsSpread(fact.order, in: ranking.entries, firstPlace: tie.first)
        else { return nil }
        return Finding(
          .r8,
          (
            da: "Rækkefølgen sætter en fra en arbejdsplads, der allerede er placeret flere fra, foran en anden.",
            en: "The order puts somebody from a workplace with more already placed before another."
          ),
          remedy: (
            da: "Også inden for en pointlighed kommer den med færrest placerede fra samme arbejdsplads først.",
            en: "Spread holds within a tie too: fewest already placed from the same workplace first."
          ))
      },
    ])

  private static func outside(question number: Int, basis: Basis, points: Int, _ situation: Situation) -> Finding? {
    // Without criteria nothing can be scored: S2 says so.
    guard let criteria = situation.cohort.setup.criteria else { return nil }
    guard let question = criteria.question(number) else {
      return Finding(
        .r8,
        (
          da: "Kriterierne har intet spørgsmål \(number).",
          en: "The criteria have no question \(number)."
        ),
        remedy: (
          da: "Der er \(criteria.questions.count) spørgsmål: \(numbers(criteria)).",
          en: "There are \(criteria.questions.count) questions: \(numbers(criteria))."
        ))
    }
    guard question.bases.contains(basis) else {
      return Finding(
        .r8,
        (
          da: "Spørgsmål \(number) kan ikke vurderes på grundlaget «\(basis.words.da)».",
          en: "Question \(number) cannot be scored on the basis «\(basis.words.en)»."
        ),
        remedy: (
          da: "Brug et af grundlagene \(question.basesInWords.da).",
          en: "Use one of the bases \(question.basesInWords.en)."
        ))
    }
    let highest = situation.cohort.setup.rules(on: situation.header.localDate).points
    guard points < 0 || points > highest else { return nil }
    return Finding(
      .r8,
      (
        da: "Der er givet \(points) point.",
        en: "\(points) points were given."
      ),
      remedy: (
        da: "Giv fra 0 til \(highest) point.",
        en: "Give from 0 to \(highest) points."
      ))
  }

  private static func numbers(_ criteria: Criteria) -> String {
    criteria.questions.map(\.number).sorted().map(String.init).joined(separator: ", ")
  }
}
