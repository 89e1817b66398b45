extension Rule {
  static let knockOut = Rule(
    .r4,
    Bilingual(
      da: "Den indstillede har interesse for ledelse, engagement ud over sig selv og ambition om at gøre en forskel.",
      en: "The nominee has an interest in leadership, engagement beyond oneself and an ambition to make a difference."),
    source:
      "«har interesse for ledelse, har et engagement der rækker ud over talentet selv samt en ambition om at ville gøre en forskel»",
    checks: onForms { form, _ in
      var missing: [(da: String, en: String)] = []
      if !form.interest { missing.append((da: "interesse for ledelse", en: "an interest in leadership")) }
      if !form.engagement {
        missing.append((da: "engagement ud over sig selv", en: "an engagement beyond oneself"))
      }
      if !form.ambition {
        missing.append((da: "ambition om at gøre en forskel", en: "an ambition to make a difference"))
      }
      guard !missing.isEmpty else { return nil }
      return Finding(
        .r4,
        (
          da: "Skemaet svarer nej til: \(missing.map(\.da).joined(separator: ", ")).",
          en: "The form says no to: \(missing.map(\.en).joined(separator: ", "))."
        ),
        remedy: (
          da: "Alle tre er afgørende for at komme i betragtning; indstil, når centerchefen kan svare ja.",
          en: "All three are decisive; nominate once the chief can say yes."
        ))
    })
}
