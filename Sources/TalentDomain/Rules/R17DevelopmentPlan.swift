extension Rule {
  static let developmentPlan = Rule(
    .r17,
    Bilingual(
      da: "En udviklingsplan har formål, udbytte og mål.", en: "A development plan has purpose, benefit and goals."),
    source: "«At konkretisere formål og udbytte og sætte mål for udviklingen»",
    checks: [
      on(DevelopmentPlanSet.self) { fact, _ in
        var missing: [(da: String, en: String)] = []
        if !fact.purposeGiven { missing.append((da: "formål", en: "a purpose")) }
        if !fact.benefit { missing.append((da: "udbytte", en: "a benefit")) }
        if fact.goals < 1 { missing.append((da: "mål", en: "a goal")) }
        guard !missing.isEmpty else { return nil }
        return Finding(
          .r17,
          (
            da: "Udviklingsplanen mangler \(missing.map(\.da).joined(separator: ", ")).",
            en: "The development plan lacks \(missing.map(\.en).joined(separator: ", "))."
          ),
          remedy: (
            da: "Skriv formål, udbytte og mindst ét mål.", en: "Write its purpose, its benefit and at least one goal."
          ))
      }
    ])
}
