package import TalentDomain

/// How long each class is kept, in words: by the rule sets' defaults, and by each cohort that has other numbers.
package enum RetentionPeriods {
  package static func of(_ kind: RetentionClass, in cohorts: [Setup], on day: CivilDate) -> [Bilingual] {
    guard !kind.isOfRegister else { return [RetentionOutcome.employed.reason(of: kind)] }
    let usual = RuleSet().retentionTable.filter { $0.retention == kind }
    let others = cohorts.flatMap { setup in
      setup.rules(on: day).retentionTable.filter { $0.retention == kind }.compactMap { row -> Bilingual? in
        guard usual.first(where: { $0.outcome == row.outcome })?.years != row.years else { return nil }
        return Bilingual(
          da: "\(setup.title.value): \(row.outcome.words.da): \(row.years) år.",
          en: "\(setup.title.value): \(row.outcome.words.en): \(row.years) years.")
      }
    }
    return usual.map { row in
      Bilingual(
        da: "\(row.outcome.words.da): \(row.years) år. \(row.reason.da)",
        en: "\(row.outcome.words.en): \(row.years) years. \(row.reason.en)")
    } + others
  }
}
