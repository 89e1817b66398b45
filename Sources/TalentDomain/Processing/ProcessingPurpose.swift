/// Why the municipality keeps data of a class, and what entitles it to (GDPR art. 5, 6 and 13 to 15).
package struct ProcessingPurpose: Sendable {
  package let name: Bilingual
  package let purpose: Bilingual
  package let basis: Bilingual
  /// Whom the data is about.
  package let people: Bilingual
}

extension RetentionClass {
  /// In the order in which people read of them: from who somebody is to what came of it.
  package static let inOrder: [RetentionClass] = [
    .employment, .account, .nomination, .assessment, .selection, .feedback, .programme, .link, .record,
  ]

  package var purpose: ProcessingPurpose {
    switch self {
    case .account:
      ProcessingPurpose(
        name: Bilingual(da: "Adgang til systemet", en: "Access to the system"),
        purpose: Bilingual(
          da: "At kun de rette kan se og registrere, og at det kan ses, hvem der gjorde hvad.",
          en: "That only those entitled see and record, and that it can be seen who did what."),
        basis: .task(
          "Sikkerheden følger desuden af forordningens artikel 32.", "Security is also asked for by article 32."),
        people: Bilingual(
          da: "Medarbejdere, der bruger systemet.", en: "Employees who use the system."))
    case .assessment:
      ProcessingPurpose(
        name: Bilingual(da: "Vurdering", en: "Assessment"),
        purpose: Bilingual(
          da:
            "At vurdere alle indstillede efter de samme offentliggjorte kriterier, og at kunne forklare det bagefter.",
          en: "To judge all nominees by the same published criteria, and to be able to explain it afterwards."),
        basis: .task(),
        people: Bilingual(
          da: "Indstillede, og de bedømmere, der vurderer dem.", en: "Nominees, and the assessors who judge them."))
    case .employment:
      ProcessingPurpose(
        name: Bilingual(da: "Ansættelse", en: "Employment"),
        purpose: Bilingual(
          da: "At vide, hvem der kan indstilles, af hvilken centerchef, og hvem der er nærmeste leder.",
          en: "To know who can be nominated, by which centre chief, and who is the immediate leader."),
        basis: .task(),
        people: Bilingual(da: "Alle medarbejdere i personaleregistret.", en: "All employees in the personnel register.")
      )
    case .feedback:
      ProcessingPurpose(
        name: Bilingual(da: "Tilbagemelding", en: "Feedback"),
        purpose: Bilingual(
          da: "At den, der ikke blev valgt, får en ærlig tilbagemelding og kan udvikle sig.",
          en: "That whoever was not selected gets honest feedback and can develop."),
        basis: .task(),
        people: Bilingual(da: "Indstillede, der ikke blev valgt.", en: "Nominees who were not selected."))
    case .link:
      ProcessingPurpose(
        name: Bilingual(da: "Nøglen til hændelsesloggen", en: "The key to the event log"),
        purpose: Bilingual(
          da: "At knytte de tilfældige kendetegn i hændelsesloggen til rette person, så længe det er nødvendigt.",
          en: "To tie the random ids of the event log to the right person, for as long as that is needed."),
        basis: .task(
          "Adskillelsen er en sikkerhedsforanstaltning efter forordningens artikel 25 og 32.",
          "The separation is a measure of security by articles 25 and 32."),
        people: Bilingual(da: "Alle, der har med et hold at gøre.", en: "All who have to do with a cohort."))
    case .nomination:
      ProcessingPurpose(
        name: Bilingual(da: "Indstilling", en: "Nomination"),
        purpose: Bilingual(
          da: "At modtage og behandle indstillinger til talentforløbet, også dem, der måtte afvises.",
          en: "To receive and handle nominations to the talent programme, also those that had to be refused."),
        basis: .task(),
        people: Bilingual(
          da: "Indstillede medarbejdere, og de centerchefer, der indstiller.",
          en: "Nominated employees, and the centre chiefs who nominate."))
    case .programme:
      ProcessingPurpose(
        name: Bilingual(da: "Forløbet", en: "The programme"),
        purpose: Bilingual(
          da: "At gennemføre talentforløbet, følge tidsforbruget og udstede deltagerbeviser.",
          en: "To carry out the talent programme, to follow the time spent, and to issue certificates."),
        basis: .task(),
        people: Bilingual(
          da: "Deltagere, deres mentorer, praktikværter og nærmeste ledere.",
          en: "Participants, their mentors, internship hosts and immediate leaders."))
    case .record:
      ProcessingPurpose(
        name: Bilingual(da: "Dokumentation", en: "Record"),
        purpose: Bilingual(
          da: "At kunne dokumentere, hvad der blev besluttet, hvornår, af hvem og hvorfor, og hvem der har set hvad.",
          en: "To be able to show what was decided, when, by whom and why, and who has seen what."),
        basis: Bilingual(
          da: "Retlig forpligtelse: databeskyttelsesforordningens artikel 6, stk. 1, litra c, og artikel 5, stk. 2, "
            + "sammen med notatpligten og journaliseringspligten i offentlighedslovens §§ 13 og 15.",
          en: "Legal obligation: GDPR article 6(1)(c) and article 5(2), with the duties to record and to register "
            + "of the Danish Access to Public Administration Files Act, sections 13 and 15."),
        people: Bilingual(
          da: "Alle, der er omfattet af en beslutning eller har brugt systemet.",
          en: "All whom a decision concerns, or who have used the system."))
    case .selection:
      ProcessingPurpose(
        name: Bilingual(da: "Udvælgelse", en: "Selection"),
        purpose: Bilingual(
          da: "At udvælge deltagere, begrunde valget, tilbyde pladser og besvare klager.",
          en: "To select participants, to give reasons, to offer seats and to answer complaints."),
        basis: .task(),
        people: Bilingual(
          da: "Indstillede, og de ansatte i HR-Centret og direktionen, der beslutter.",
          en: "Nominees, and those of the HR Centre and the board who decide."))
    }
  }
}

extension Bilingual {
  /// A task in the public interest: that of an employer who is to find and train its leaders.
  fileprivate static func task(_ da: String = "", _ en: String = "") -> Bilingual {
    Bilingual(
      da: "Opgave i samfundets interesse: databeskyttelsesforordningens artikel 6, stk. 1, litra e. Kommunen skal som "
        + "offentlig arbejdsgiver rekruttere og uddanne sine ledere. Det bygger ikke på samtykke."
        + (da.isEmpty ? "" : " \(da)"),
      en: "A task in the public interest: GDPR article 6(1)(e). The municipality, as a public employer, recruits and "
        + "trains its leaders. It does not rest on consent." + (en.isEmpty ? "" : " \(en)"))
  }
}
