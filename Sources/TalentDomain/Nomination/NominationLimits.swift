/// Dates and numbers (S4) in nomination.
let nominationLimits: [Rule.Check] =
  [
    on(TalentConversationHeld.self) { fact, situation in future(fact.date, situation) },
    on(InterestConfirmed.self) { fact, situation in future(fact.date, situation) },
    on(NominationSubmitted.self) { fact, situation in
      guard fact.form.portal, fact.form.handedIn > situation.header.received else { return nil }
      return future(fact.form.day, situation) ?? laterToday
    },
  ]
  + onNewForms { form, situation in
    let limit = situation.cohort.setup.rules(on: situation.header.localDate).nominees
    guard situation.cohort.nominations.live.count >= limit else { return nil }
    return Finding(
      .s4,
      (
        da: "Holdet har allerede \(limit) indstillede.",
        en: "The cohort has \(limit) nominees already."
      ),
      remedy: (
        da: "Regelsættet tillader højst \(limit).",
        en: "The rule set allows \(limit) at most."
      ))
  }
  + onForms { form, _ in
    guard let priority = form.priority, !(1...300).contains(priority) else { return nil }
    return Finding(
      .s4,
      (
        da: "Centerchefens prioritet er \(priority).",
        en: "The chief's priority is \(priority)."
      ),
      remedy: (
        da: "Angiv et tal fra 1 til 300, eller intet.",
        en: "Give a number from 1 to 300, or none."
      ))
  }

/// What has happened has not happened in the future.
func future(_ date: CivilDate, _ situation: Situation) -> Finding? {
  let today = situation.header.localDate
  guard date > today else { return nil }
  return Finding(
    .s4,
    (
      da: "Datoen \(date.danish) ligger i fremtiden; i dag er det \(today.danish).",
      en: "The date \(date.text) lies in the future; today is \(today.text)."
    ),
    remedy: (
      da: "Angiv en dag til og med \(today.danish).",
      en: "Name a day up to \(today.text)."
    ))
}

private let laterToday = Finding(
  .s4,
  (
    da: "Portalens tidspunkt ligger senere end modtagelsen.",
    en: "The portal's time lies after the receipt."
  ),
  remedy: (
    da: "Et skema er afleveret, før det importeres.",
    en: "A form is handed in before it is imported."
  ))
