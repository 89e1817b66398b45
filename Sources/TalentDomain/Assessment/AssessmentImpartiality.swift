/// Impartiality (R19) in assessment: whoever scores, rules on a conflict or decides a tie.
let conflictChecksOfAssessment: [Rule.Check] = [
  on(AssessorAssigned.self) { fact, situation in
    let barred = fact.nominees.count { nominee in
      nominee == fact.assessor || fact.led.contains(nominee)
        || situation.cohort.assessment.isBarred(fact.assessor, from: nominee)
    }
    guard barred > 0 else { return nil }
    return Finding(
      .r19,
      (
        da: "Bedømmeren er inhabil over for \(barred) af de \(fact.nominees.count) indstillede.",
        en: "The assessor has a conflict of interest towards \(barred) of the \(fact.nominees.count) nominees."
      ),
      remedy: (
        da: "Udpeg en anden bedømmer for dem; uden liste udelades de af sig selv.",
        en: "Assign another assessor to them; without a list they are left out."
      ))
  },
  on(AssessmentScored.self) { fact, situation in
    .notImpartial(leads: fact.leads, fact.nominee, situation)
  },
  on(AssessmentRevised.self) { fact, situation in
    .notImpartial(leads: fact.leads, fact.nominee, situation)
  },
  on(ConflictRuled.self) { fact, situation in
    let people: Set<Alias> = [situation.header.actor, situation.header.principal]
    guard people.contains(fact.person) || people.contains(fact.nominee) else { return nil }
    return Finding(
      .r19,
      (
        da: "Ingen afgør sin egen habilitet.",
        en: "Nobody rules on a conflict of one's own."
      ),
      remedy: (
        da: "En anden i HR-Centret afgør spørgsmålet.",
        en: "Somebody else of the HR Centre rules on it."
      ))
  },
  on(TieResolved.self) { fact, situation in
    for nominee in fact.order {
      if let finding = Finding.notImpartial(leads: fact.led.contains(nominee), nominee, situation) { return finding }
    }
    return nil
  },
]
