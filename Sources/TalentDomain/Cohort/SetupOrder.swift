/// What S2 has to say of a cohort's setup.
let setupOrder: [Rule.Check] = [
  on(CohortOpened.self) { fact, situation in
    guard situation.cohort.isOpen else { return nil }
    return Finding(
      .s2,
      Bilingual(
        da: "Holdet \(fact.cohort.value) er allerede åbnet.",
        en: "The cohort \(fact.cohort.value) has been opened already."),
      remedy: Bilingual(
        da: "Åbn et hold under en anden kode, eller forlæng fristen og ændr antallet af pladser på dette.",
        en: "Open a cohort under another code, or extend the deadline and change the seats of this one."))
  },
  on(RuleSetAdopted.self) { fact, situation in
    guard situation.cohort.setup.ruleSets.contains(where: { $0.version == fact.version }) else { return nil }
    return Finding(
      .s2,
      Bilingual(
        da: "Regelsættet \(fact.version.value) er allerede vedtaget på dette hold.",
        en: "The rule set \(fact.version.value) has been adopted in this cohort already."),
      remedy: Bilingual(
        da: "Giv det nye regelsæt en version, som ikke er brugt.",
        en: "Give the new rule set a version that has not been used."))
  },
  on(ProgrammePublished.self) { _, situation in
    guard let first = situation.cohort.setup.gatherings.first?.date, situation.header.localDate >= first else {
      return nil
    }
    return Finding(
      .s2,
      Bilingual(
        da: "Programmet er offentliggjort, og den første samling begyndte \(first.danish).",
        en: "The programme has been published, and its first gathering began on \(first.text)."),
      remedy: Bilingual(
        da: "Flyt de samlinger, som ikke er holdt, en for en.",
        en: "Reschedule the gatherings that have not been held, one by one."))
  },
  on(GatheringRescheduled.self) { fact, situation in
    let gatherings = situation.cohort.setup.gatherings
    guard !gatherings.contains(where: { $0.number == fact.number }) else { return nil }
    return Finding(
      .s2,
      Bilingual(
        da: gatherings.isEmpty
          ? "Programmet er ikke offentliggjort." : "Programmet har ingen samling nr. \(fact.number).",
        en: gatherings.isEmpty
          ? "The programme has not been published." : "The programme has no gathering number \(fact.number)."),
      remedy: Bilingual(
        da: gatherings.isEmpty
          ? "Offentliggør programmet først." : "Samlingerne har numrene 1 til \(gatherings.count).",
        en: gatherings.isEmpty
          ? "Publish the programme first." : "The gatherings bear the numbers 1 to \(gatherings.count)."))
  },
  on(DeadlineExtended.self) { _, situation in
    guard situation.cohort.assessment.firstScore != nil else { return nil }
    return Finding(
      .s2,
      Bilingual(
        da: "Vurderingen er begyndt, så fristen kan ikke længere forlænges.",
        en: "Scoring has begun, so the deadline can no longer be extended."),
      remedy: Bilingual(
        da: "Fristen kan forlænges for alle, indtil den første vurdering er givet.",
        en: "The deadline may be extended for all alike until the first score has been given."))
  },
]
