extension Rule {
  static let targetField = Rule(
    .r10,
    Bilingual(
      da: "Skemaet siger, om den indstillede tænkes som leder inden for eget eller et andet fagområde.",
      en: "The form says whether the nominee is thought of as a leader in the own professional field or in another."),
    source: "«indenfor enten sit eget fagområde eller et andet fagområde»",
    checks: onForms { form, _ in
      guard form.field == nil else { return nil }
      return Finding(
        .r10,
        (
          da: "Skemaet angiver ikke et fagområde.",
          en: "The form names no professional field."
        ),
        remedy: (
          da: "Vælg «eget» eller «andet» fagområde.",
          en: "Choose the own professional field or another."
        ))
    })
}
