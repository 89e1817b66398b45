import ArgumentParser
import TalentDomain

extension MasterKeyNoun {
  struct Rotate: QueryVerb {
    static let configuration = CommandConfiguration.verb("rotate", RotateMasterKey.self)

    @OptionGroup var options: QueryOptions

    func query() throws -> RotateMasterKey {
      RotateMasterKey()
    }
  }
}

extension MasterKeyShown: Shown {
  func show(on page: inout Page) {
    page.facts([
      ("Hovednøgle", "Master key", words(page.style)), ("I brug siden", "In use since", page.style.time(since)),
    ])
    page.say(
      "Udskriv den nye til pengeskabet: talentctl admin key escrow. Gem den gamle, så længe der er sikkerhedskopier fra før.",
      "Print the new one for the safe: talentctl admin key escrow. Keep the old one as long as there are backups from "
        + "before.")
    if awaited { page.say([(page.style(MasterKeyShown.awaitedWords), .warning)]) }
  }

  func words(_ style: Style) -> String {
    switch source {
    case .credential: style(da: "nr. \(number), fra systemd", en: "no. \(number), from systemd")
    case .file: style(da: "nr. \(number), i filen master.key", en: "no. \(number), in the file master.key")
    }
  }

  static let awaitedWords = Bilingual(
    da:
      "! Hovednøglen er skiftet, men systemd har stadig den gamle. Lav den nye fortrolige fil af siden fra talentctl admin "
      + "key escrow (talentd master-key læser den), og start tjenesten igen.",
    en:
      "! The master key has been changed, and systemd still has the old one. Make the new credential from the page of "
      + "talentctl admin key escrow (talentd master-key reads it), and start the service again.")
}
