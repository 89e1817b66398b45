extension AccessSection {
  /// What an access document says besides the data itself (GDPR art. 15(1) and (2), and 22), for somebody who is no lawyer.
  package static func all(_ controller: DataController) -> [AccessSection] {
    [recipients(controller), sources, decisions, openings(controller), rights(controller), complaint]
  }

  private static func recipients(_ controller: DataController) -> AccessSection {
    AccessSection(
      "Hvem får oplysningerne",
      [
        "\(controller.unit.value) behandler sagerne og kan se det hele. Direktionen og dens sekretær ser indstillingerne "
          + "og forslaget til udvælgelse. En bedømmer ser skemaet for dem, vedkommende bedømmer. Centerchefen ser "
          + "indstillingerne fra sit eget center. Din nærmeste leder ser din udviklingsplan og skriver din tilbagemelding. "
          + "En mentor og en praktikvært ser det, de selv har deltaget i.",
        "Kommunens databeskyttelsesrådgiver og revisor kan få indsigt for at kontrollere. Hver gang bliver det "
          + "registreret; se «Hvem har set dine oplysninger».",
        "Kontrolpunkter fra loggen sendes til vidner uden for kommunen. De er tal, der ikke kan føres tilbage til nogen, "
          + "og indeholder ingen personoplysninger.",
        "Ingen oplysninger gives videre til lande uden for EU/EØS eller til internationale organisationer.",
      ])
  }

  private static let sources = AccessSection(
    "Hvor oplysningerne kommer fra",
    [
      "Navn, medarbejdernummer, e-mail, arbejdsplads, faglig baggrund og nærmeste leder kommer fra kommunens "
        + "personaleregister. Skemaet er udfyldt af centerchefen. Point og bemærkninger er givet af bedømmerne. "
        + "Tilbagemeldingen er skrevet af din nærmeste leder. Om forløbet har du selv, den du mødtes med, eller "
        + "HR-Centret registreret. Ved hver oplysning står, hvem den kommer fra.",
      "Hvad mentor og deltager taler om, og resultatet af MBTI-testen, bliver aldrig registreret: systemet har ikke noget "
        + "felt til det.",
    ])

  private static let decisions = AccessSection(
    "Ingen automatiske afgørelser",
    [
      "Ingen afgørelse om dig er truffet af en computer alene, og der laves ikke profiler (databeskyttelsesforordningens "
        + "artikel 22).",
      "Mindst to bedømmere giver hver for sig point fra 0 og op for de samme fem spørgsmål efter offentliggjorte "
        + "kriterier. Systemet regner et gennemsnit ud og stiller de indstillede op i rækkefølge. Rækkefølgen er et "
        + "hjælpemiddel: HR-Centret foreslår, hvem der får en plads, og kan afvige fra den, når det begrundes. Direktionen "
        + "godkender. Regler i systemet kan afvise et skema, der for eksempel kommer for sent; så fortæller afvisningen "
        + "hvorfor, skemaet bliver gemt, og du kan klage.",
    ])

  private static func openings(_ controller: DataController) -> AccessSection {
    AccessSection(
      "Det, der ikke står her",
      [
        "Du har ret til en kopi af dine egne oplysninger, men ikke på bekostning af andres rettigheder (artikel 15, "
          + "stk. 4). Derfor er navne på andre indstillede, andre deltagere og den, der har oplyst at være inhabil, "
          + "udeladt. Ansatte, der har handlet som en del af deres arbejde, er nævnt ved navn.",
        "Fri tekst om dig står her i sin helhed, som den er skrevet. Kommer du til at læse noget om en anden, så behandl "
          + "det fortroligt.",
        "Hvordan en sag vurderes, står her først, når du har fået besked om afgørelsen.",
        "Det, der er slettet, kan ingen læse mere, heller ikke \(controller.unit.value). I hændelsesloggen står der stadig, "
          + "at noget skete, men uden navne.",
      ])
  }

  private static func rights(_ controller: DataController) -> AccessSection {
    let officer = controller.dataProtectionOfficer.map { " (\($0.value))" } ?? ""
    let unit = controller.unit.value
    return AccessSection(
      "Dine rettigheder",
      [
        "Berigtigelse: Er noget forkert, kan du få det rettet. Den gamle værdi bliver stående som rettet, så det kan ses, "
          + "hvad der lå til grund (artikel 16).",
        "Sletning: I særlige tilfælde kan du få oplysninger slettet, før de ellers ville blive det. Så længe en sag "
          + "verserer, eller loven kræver, at noget gemmes, kan det ikke slettes (artikel 17).",
        "Begrænsning: Mens det undersøges, om noget er rigtigt, kan du bede om, at det kun opbevares og ikke bruges til "
          + "andet (artikel 18).",
        "Indsigelse: Du kan gøre indsigelse mod, at dine oplysninger bruges, af grunde, der vedrører din særlige situation "
          + "(artikel 21).",
        "Sådan gør du: Skriv til \(unit) eller til kommunens databeskyttelsesrådgiver\(officer). Det er gratis, og du får "
          + "svar senest en måned efter.",
      ])
  }

  private static let complaint = AccessSection(
    "Klage til Datatilsynet",
    [
      "Er du utilfreds med, hvordan vi behandler dine oplysninger, kan du klage til Datatilsynet, Carl Jacobsens Vej 35, "
        + "2500 Valby, telefon 33 19 32 00, dt@datatilsynet.dk, www.datatilsynet.dk. Skriv gerne til vores "
        + "databeskyttelsesrådgiver først."
    ])
}
