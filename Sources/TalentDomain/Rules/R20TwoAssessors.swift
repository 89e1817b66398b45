extension Rule {
  static let twoAssessors = Rule(
    .r20,
    Bilingual(
      da: "Vurderingen afsluttes, når hver indstillet har to fulde sæt fra habile bedømmere.",
      en: "Scoring closes when each nominee has two full sets by impartial assessors."),
    source: "Ours: the programme's words are silent on who assesses; the number is a value of the rule set.",
    checks: [
      on(ScoringClosed.self) { _, situation in
        let cohort = situation.cohort
        guard let criteria = cohort.setup.criteria else { return nil }
        let wanted = cohort.setup.rules(on: situation.header.localDate).assessors
        let eligible = cohort.nominations.eligible
        let short = eligible.count { cohort.assessment.fullSets(of: $0, criteria).count < wanted }
        guard short > 0 else { return nil }
        return Finding(
          .r20,
          (
            da: "\(short) af \(eligible.count) indstillede har færre end \(wanted) fulde sæt.",
            en: "\(short) of \(eligible.count) nominees have fewer than \(wanted) full sets."
          ),
          remedy: (
            da: "Hver indstillet vurderes fuldt ud af mindst \(wanted) habile bedømmere.",
            en: "Each nominee is fully scored by at least \(wanted) impartial assessors."
          ))
      },
      on(ScoringClosed.self) { _, situation in
        let cohort = situation.cohort
        guard let criteria = cohort.setup.criteria else { return nil }
        let begun = cohort.nominations.eligible.reduce(0) { count, nominee in
          count
            + cohort.assessment.assigned[nominee, default: []].count { assessor in
              let set = cohort.assessment.set(of: nominee, by: assessor)
              return !set.scores.isEmpty && !set.isComplete(criteria)
            }
        }
        guard begun > 0 else { return nil }
        return Finding(
          .r20,
          (
            da: "\(begun) sæt er begyndt og ikke fulde.",
            en: "\(begun) sets are begun and not full."
          ),
          remedy: (
            da: "Fuldfør eller annullér dem: kun fulde sæt regnes med.",
            en: "Complete or void them: only full sets count."
          ))
      },
      on(ScoringClosed.self) { _, situation in
        let cohort = situation.cohort
        let pending = cohort.assessment.conflicts.values.count {
          $0.ruling == .pending && cohort.nominations.isEligible($0.nominee)
        }
        guard pending > 0 else { return nil }
        return Finding(
          .r20,
          (
            da: "\(pending) spørgsmål om inhabilitet er ikke afgjort.",
            en: "\(pending) conflicts of interest have not been ruled on."
          ),
          remedy: (
            da: "Afgør dem først, og lad en anden vurdere, hvor en bedømmer er inhabil.",
            en: "Rule on them first, and let somebody else score where an assessor is conflicted."
          ))
      },
    ] + reckonedSets)
}
