/// What keeps the data safe (GDPR art. 30(1)(g) and 32), as the service does it.
package enum SecurityMeasures {
  package static let all: [Bilingual] = [
    Bilingual(
      da:
        "Hændelsesloggen kender personer ved tilfældige kendetegn, et nyt for hvert hold. Navne, fri tekst og alt andet, "
        + "der peger på en person, ligger forseglet ved siden af.",
      en:
        "The event log knows people by random ids, new ones in each cohort. Names, free text and whatever else points to a "
        + "person lie sealed beside it."),
    Bilingual(
      da:
        "Hver person har en krypteringsnøgle for hver slags data (AES-256-GCM). Sletning sker ved at destruere nøglen og "
        + "det forseglede.",
      en:
        "Each person has an encryption key for each class of data (AES-256-GCM). Data is erased by destroying the key and "
        + "what was sealed under it."),
    Bilingual(
      da: "Nøglerne er låst med en hovednøgle, der opbevares adskilt fra data og sikkerhedskopier.",
      en: "The keys are locked by a master key that is kept apart from the data and its backups."),
    Bilingual(
      da: "Operativsystemet siger, hvem der spørger. Adgang kræver en rolle eller post, og alt andet afvises.",
      en: "The operating system says who asks. Access takes a role or a post, and all else is refused."),
    Bilingual(
      da:
        "Hvem der må se hvilke oplysninger, står i én tabel og afprøves. Den, der er inhabil eller selv er indstillet, er "
        + "udelukket, og ingen ser et udfald, før det er meddelt.",
      en:
        "Who may see which data is one table, and tested. Whoever has a conflict of interest or is nominated is excluded, "
        + "and nobody sees an outcome before it has been told."),
    Bilingual(
      da: "Opslag i personoplysninger bliver registreret: hvem, hvornår og om hvem.",
      en: "Looks at personal data are recorded: who, when and at whom."),
    Bilingual(
      da: "Loggen kan ikke ændres ubemærket: den er et Merkle-træ med underskrevne kontrolpunkter, som vidner uden for "
        + "kommunen kan bekræfte.",
      en:
        "The log cannot be changed unnoticed: it is a Merkle tree with signed checkpoints, which witnesses outside can "
        + "confirm."),
    Bilingual(
      da: "Driftslog, fejlmeddelelser og målinger indeholder ingen personoplysninger.",
      en: "Service logs, errors and metrics hold no personal data."),
    Bilingual(
      da: "Det, mentor og deltager taler om, og resultatet af MBTI-testen registreres ikke.",
      en: "What mentor and participant talk about and the result of the MBTI questionnaire are not recorded."),
  ]

  package static let outside = Bilingual(
    da:
      "Den, det handler om, får sine egne oplysninger. En revisor, som kommunen har udpeget, får dem, der efterprøves. "
      + "Vidner og tidsstemplingstjenester får kontrolpunkter, som ikke indeholder personoplysninger. Ingen andre modtager "
      + "noget.",
    en: "Whoever it is about gets the own data. An auditor whom the municipality has appointed gets what is examined. "
      + "Witnesses and time-stamp authorities get checkpoints, which hold no personal data. Nobody else receives anything."
  )

  package static let transfers = Bilingual(
    da: "Ingen oplysninger overføres til lande uden for EU/EØS eller til internationale organisationer.",
    en: "No data is transferred to countries outside the EU or to international organisations.")
}
