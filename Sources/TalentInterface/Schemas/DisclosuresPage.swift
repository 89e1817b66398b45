import TalentDomain

/// `disclosures.md`: the table of disclosures, for those who answer for the data and do not read code.
package enum DisclosuresPage {
  package static let name = "disclosures.md"

  package static var text: String {
    ([introduction] + Matter.allCases.map(section) + [closing]).joined(separator: "\n")
  }

  private static let introduction = """
    # Hvem ser hvilke personoplysninger

    Alt, hvad der handler om personer, ligger forseglet ved siden af loggen, ét stykke pr. person og slags. Her står hver slags, og
    hvem der kan se den. Det, der ikke står her, ser ingen. Tabellen er dannet af programmet selv (`talentd schemas`) og prøvet af
    som virkelige brugere, række for række.

    - **I embedet**: ser det i alle sager på de hold, hvor de har rollen.
    - **I egen sag**: ser det kun i den ene sag, hvor forholdet gælder.
    - **Lukket for**: ser det ikke, heller ikke i embedet. Det gælder også antal, positioner, hændelseslog, eksport, fejltekster og
      prøvekørsler.

    Den, der har spurgt, har efterladt et spor: DPO, revisor og administratorer hver gang, alle andre talt pr. dag og person
    (`access.given`, `accesses.counted`). Retten til indsigt (databeskyttelsesforordningens artikel 15) går ud over tabellen, og
    gives som ét samlet dokument.

    *In English:* every kind of sealed personal data, and who may be shown it: by office, in one's own case, and whom it is closed
    to whatever their office. What does not stand here is shown to nobody.

    """

  private static let closing = """
    ## Hvornår

    - **Før tilbud og brev** ser den indstillede, centerchefen, lederen og alle andre uden for afgørelsen kun «under behandling».
      Begrundelser, tilbagemelding og klagesvar findes først, når brevet er sendt.
    - **Før egne point er afgivet** ser en bedømmer ingen andres point eller bemærkninger, heller ikke som HR-medarbejder eller
      revisor, og ingen log, eksport eller optælling, de kunne læses af.
    - **Fra en inhabilitet er oplyst**, til en anden har afvist den, er sagen lukket for den, det gælder.
    - **Når nøglen er slettet**, ser ingen det mere.

    """

  private static func section(_ matter: Matter) -> String {
    var lines = ["## \(matter.words.da)", ""]
    if matter.shields.isEmpty {
      lines.append("Lukket for: ingen særskilt.")
    } else {
      lines.append("Lukket for: \(matter.shields.map(\.words.da).sorted().joined(separator: "; ")).")
    }
    lines += ["", "| Hvad | What | Opbevares som | I embedet | I egen sag |", "|---|---|---|---|---|"]
    for kind in SealedKind.allCases where kind.row.matter == matter {
      let row = kind.row
      lines.append(line(row.what, retention(of: kind), row.offices, row.relations))
      for member in row.narrower {
        let what = Bilingual(da: "– heraf \(member.what.da)", en: "– of which \(member.what.en)")
        lines.append(line(what, "", member.offices, member.relations))
      }
    }
    return (lines + [""]).joined(separator: "\n")
  }

  private static func line(
    _ what: Bilingual, _ retention: String, _ offices: Set<Capacity>, _ relations: Set<Relation>
  ) -> String {
    let cells = [
      what.da, what.en, retention, offices.map(\.words.da).sorted().joined(separator: ", "),
      relations.map(\.words.da).sorted().joined(separator: "; "),
    ]
    return "| " + cells.map { $0.isEmpty ? "–" : $0 }.joined(separator: " | ") + " |"
  }

  private static func retention(of kind: SealedKind) -> String {
    SealedKind.types[kind].map { "`\($0.retention.rawValue)`" } ?? ""
  }
}
