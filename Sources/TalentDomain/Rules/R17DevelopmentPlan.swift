extension Rule {
  static let developmentPlan = Rule(
    .r17,
    Bilingual(
      da: "En udviklingsplan har formål, udbytte og mål.", en: "A development plan has purpose, benefit and goals."),
    source: "«At konkretisere formål og udbytte og sætte mål for udviklingen»",
    checks: [])
}
