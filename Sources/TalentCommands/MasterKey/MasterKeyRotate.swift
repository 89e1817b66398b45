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
    if awaited { page.say([(page.style(awaitedWords), .warning)]) }
  }

  func words(_ style: Style) -> String {
    switch source {
    case .credential: style(da: "nr. \(number), fra systemd", en: "no. \(number), from systemd")
    case .file: style(da: "nr. \(number), i filen master.key", en: "no. \(number), in the file master.key")
    }
  }

  /// What remains to be done.
  var awaitedWords: Bilingual {
    source == .file ? MasterKeyShown.unwrittenWords : MasterKeyShown.credentialWords
  }

  private static let unwrittenWords = Bilingual(
    da:
      "! Hovednøglen er skiftet, men filen master.key kunne ikke skrives. Gør plads på disken, og start tjenesten igen: den "
      + "gør skiftet færdigt.",
    en:
      "! The master key has been changed, and the file master.key could not be written. Make room on the disk, and start "
      + "the service again: it finishes the change.")

  private static let credentialWords = Bilingual(
    da:
      "! Hovednøglen er skiftet, men systemd har stadig den gamle. Lav den nye fortrolige fil af siden fra talentctl admin "
      + "key escrow (talentd master-key læser den), og start tjenesten igen.",
    en:
      "! The master key has been changed, and systemd still has the old one. Make the new credential from the page of "
      + "talentctl admin key escrow (talentd master-key reads it), and start the service again.")
}
