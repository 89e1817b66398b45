extension Rule {
  static let conversationAndInterest = Rule(
    .r7,
    Bilingual(
      da: "Før indstillingen ligger en talentsamtale og medarbejderens bekræftede interesse, hver med sin dato.",
      en: "Before a nomination come a talent conversation and the employee's confirmed interest, each with its date."),
    source: "«tag en snak med din leder om dine muligheder» / «at din leder kommer til dig»",
    checks: onForms { form, situation in
      // Nobody unknown can have talked to anybody: R3 says what is wrong.
      guard form.employed else { return nil }
      let nominations = situation.cohort.nominations
      var missing: [(da: String, en: String)] = []
      if nominations.conversations[form.nominee] == nil {
        missing.append((da: "talentsamtale", en: "talent conversation"))
      }
      if nominations.interests[form.nominee] == nil {
        missing.append((da: "bekræftet interesse", en: "confirmed interest"))
      }
      if !missing.isEmpty {
        return Finding(
          .r7,
          (
            da: "Der er ikke registreret: \(missing.map(\.da).joined(separator: ", ")).",
            en: "Not recorded: \(missing.map(\.en).joined(separator: ", "))."
          ),
          remedy: (
            da: "Registrér begge med dato, før eller sammen med skemaet.",
            en: "Record both with their dates, before the form or together with it."
          ))
      }
      let dates = [nominations.conversations[form.nominee]?.date, nominations.interests[form.nominee]]
      guard let latest = dates.compactMap({ $0 }).max(), latest > form.day else { return nil }
      return Finding(
        .r7,
        (
          da: "Samtale eller interesse er dateret \(latest.danish), efter skemaet fra \(form.day.danish).",
          en: "Conversation or interest is dated \(latest.text), after the form of \(form.day.text)."
        ),
        remedy: (
          da: "Samtalen og den bekræftede interesse ligger senest \(form.day.danish).",
          en: "The conversation and the confirmed interest come by \(form.day.text)."
        ))
    })
}
