package import TalentDomain

/// What is wrong with the settings, for an administrator: which, where it stands, and what would be right.
package indirect enum SettingsError: Error, Hashable {
  case missing(String)
  /// A setting, and what it must be.
  case invalid(String, Bilingual)
  /// The configuration is not there, or may not be read.
  case unreadable(String)
  /// It is no YAML, as far as it goes.
  case malformed(String)
  /// A file that a setting names.
  case unreadableFile(String)
  /// Settings that nobody asks for, where they are not to be passed over.
  case unknown([UnknownSetting])
  /// Settings that changed, and hold only from a start on.
  case needsRestart([String])
  /// The file changed while it was read.
  case unsteady(String)
  case at(file: String, line: Int, SettingsError)

  package var sentence: String { sentences.en }

  package var sentences: Bilingual {
    switch self {
    case .missing(let key):
      Bilingual(
        da: "indstillingen \(key) mangler: giv den i filen, som --config nævner, i miljøet eller som flag",
        en:
          "the setting \(key) is missing: give it in the file that --config names, as an environment variable, or as a flag"
      )
    case .invalid(let key, let right):
      Bilingual(da: "indstillingen \(key) skal være \(right.da)", en: "the setting \(key) must be \(right.en)")
    case .unreadableFile(let path):
      Bilingual(
        da: "filen \(path), som en indstilling nævner, kan ikke læses, eller er alt for lang",
        en: "the file \(path), which a setting names, cannot be read, or is far too long")
    case .unreadable(let path):
      Bilingual(
        da: "konfigurationen \(path) kan ikke læses: findes den, og må tjenestens bruger læse den?",
        en: "the configuration \(path) cannot be read: is it there, and may the service's user read it?")
    case .malformed(let path):
      Bilingual(
        da: "konfigurationen \(path) er ikke YAML: se efter indrykning, kolon og anførselstegn",
        en: "the configuration \(path) is not YAML: look at indentation, colons and quotation marks")
    case .unknown(let settings):
      Bilingual(
        da: settings.map(\.sentences.da).joined(separator: "; "),
        en: settings.map(\.sentences.en).joined(separator: "; "))
    case .needsRestart(let keys):
      Bilingual(
        da: "\(keys.joined(separator: ", ")) gælder først efter en genstart: systemctl restart talentd",
        en: "\(keys.joined(separator: ", ")) holds only from a restart on: systemctl restart talentd")
    case .unsteady(let path):
      Bilingual(
        da: "konfigurationen \(path) blev ændret, mens den blev læst: prøv igen",
        en: "the configuration \(path) changed while it was read: try again")
    case .at(let file, let line, let error):
      Bilingual(da: "\(file), linje \(line): \(error.sentences.da)", en: "\(file), line \(line): \(error.sentences.en)")
    }
  }
}

/// A setting that is given and that nobody asks for: most often a slip of the pen.
package struct UnknownSetting: Sendable, Hashable {
  /// As it is written: `scrub.hour`, `--scrub-hour`, `TALENTD_SCRUB_HOUR`.
  package let name: String
  package var file: String?
  package var line: Int?
  /// The setting that is probably meant.
  package var likely: String?

  package var sentences: Bilingual {
    let place = (
      da: file.map { "\($0), linje \(line ?? 1): " } ?? "", en: file.map { "\($0), line \(line ?? 1): " } ?? ""
    )
    let remedy = (
      da: likely.map { "menes \($0)?" } ?? "fjern den", en: likely.map { "is \($0) meant?" } ?? "take it away"
    )
    return Bilingual(
      da: "\(place.da)indstillingen \(name) findes ikke: \(remedy.da)",
      en: "\(place.en)there is no setting \(name): \(remedy.en)")
  }
}
