import ArgumentParser
import TalentDomain

extension MasterKeyNoun {
  struct Escrow: QueryVerb {
    static let configuration = CommandConfiguration.verb("escrow", EscrowMasterKey.self)

    @OptionGroup var options: QueryOptions

    func query() throws -> EscrowMasterKey {
      EscrowMasterKey()
    }
  }
}

/// In both languages at once: whoever opens the safe one day is not asked which one they read.
extension EscrowPage: Shown {
  func show(on page: inout Page) {
    page.say([("Hovednøgle til pengeskabet / Master key for the safe", .strong)])
    page.facts([
      ("Log", "Log", origin.value), ("Nøgle nr.", "Key no.", String(number)),
      ("Udskrevet", "Printed", page.style.time(made)),
    ])
    page.say(lines.enumerated().map { ("  \($0 + 1):  \($1.value)", nil) })
    page.say(EscrowPage.instructions.map { ($0.da, nil) })
    page.say(EscrowPage.instructions.map { ($0.en, nil) })
  }

  private static let instructions = [
    Bilingual(
      da: "Denne side åbner alt, hvad loggen har forseglet om mennesker. Læg den i et pengeskab, som de, der passer "
        + "sikkerhedskopierne, ikke selv kan åbne, og lad ingen kopi blive i en printer, en terminal eller en mail.",
      en: "This page opens everything that the log has sealed about people. Put it into a safe that those who keep the "
        + "backups cannot open by themselves, and leave no copy in a printer, a terminal or a mail."),
    Bilingual(
      da:
        "Uden nøglen kan ingen sikkerhedskopi åbnes. Den skrives af for talentd restore --master-key - eller for talentd "
        + "master-key. Store og små bogstaver er lige gode; streger og mellemrum tæller ikke; I og L læses som 1, O som 0.",
      en: "Without the key no backup can be opened. It is typed back for talentd restore --master-key - or for talentd "
        + "master-key. Capitals or not, dashes and spaces do not count; I and L are read as 1, O as 0."),
    Bilingual(
      da:
        "De sidste tre tegn i linje 1 til 4 er linjens kontroltegn, og linje 5 er hele nøglens: en fejl i afskriften bliver "
        + "nævnt ved sin linje. En ny side skal lægges i skabet, hver gang hovednøglen skiftes; den gamle bliver liggende, så "
        + "længe der er sikkerhedskopier fra før skiftet.",
      en:
        "The last three symbols of lines 1 to 4 are the line's check sum, and line 5 is the whole key's: what is mistyped is "
        + "named by its line. A new page goes into the safe whenever the master key is changed; the old one stays as long as "
        + "there are backups from before."),
  ]
}
