import CivilTime
import EventLog
import TalentDomain

/// What `talentd restore` says that it has done, and what remains to be done, in the language of the terminal.
struct RestoreTold {
  private let settings: Settings
  private static let width = 13

  init(_ settings: Settings) { self.settings = settings }

  func chosen(_ choice: BackupChoice) {
    for passed in choice.passedOver { line(("forbigået", "passed over"), RestoreWords.of(passed)) }
    line(("kopi", "backup"), Bilingual(da: choice.log, en: choice.log))
    line(("", ""), Bilingual(da: choice.keys, en: choice.keys))
  }

  func restored(_ report: RestoreReport, _ sources: RestoreSources) {
    if let replaced = report.replaced {
      line(
        ("flyttet", "moved aside"),
        Bilingual(
          da: "den log, der var der, ligger i \(replaced); behold den, til du ved, at intet i den mangler",
          en: "the log that was there lies in \(replaced); keep it until you know that nothing in it is missing"))
    }
    line(
      ("genskabt", "restored"),
      Bilingual(
        da: "\(settings.origin): \(report.size) hændelser i \(settings.stateFolder)",
        en: "\(settings.origin): \(report.size) events into \(settings.stateFolder)"))
    if let recorded = report.recorded {
      let time = Self.time(recorded, settings.zone)
      line(("", ""), Bilingual(da: "den sidste registreret \(time)", en: "the last recorded \(time)"))
    }
    line(
      ("efterprøvet", "verified"),
      Bilingual(
        da: "hvert blad, hver flise, hver strøm og hvert kontrolpunkt stemmer",
        en: "every leaf, tile, stream and checkpoint agrees"))
    keys(report, sources)
    if let anchored = report.anchored { leftBehind(anchored, report) }
    if report.belongsToRoot {
      line(
        ("ejer", "owner"),
        Bilingual(
          da: "root; systemd giver mapperne til tjenestens bruger, når den startes, eller brug chown",
          en: "root; systemd gives the folders to the user of the service when it starts it, or else use chown"))
    }
    line(
      ("nu", "next"),
      Bilingual(
        da: "start tjenesten. Hvad der er registreret efter denne kopi, er væk: sig det til dem, det vedrører",
        en: "start the service. Whatever was recorded after this backup is gone: tell those whom it concerns"))
  }

  /// The register of erased keys was made anew.
  func renewed(_ count: Int) {
    line(
      ("fortegnelse", "register"),
      Bilingual(
        da: "\(settings.erasedKeysFile) er lavet på ny og nævner \(count) nøgler",
        en: "\(settings.erasedKeysFile) is made anew and names \(count) keys"))
    lostRegister()
    line(("nu", "next"), Bilingual(da: "start tjenesten", en: "start the service"))
  }

  // MARK: Parts

  private func keys(_ report: RestoreReport, _ sources: RestoreSources) {
    line(
      ("slettet", "erased keys"),
      Bilingual(
        da: "\(report.erasedKeys) nøgler i fortegnelsen; \(report.appliedKeys) var blandt disse nøgler og er væk",
        en: "\(report.erasedKeys) in the register; \(report.appliedKeys) were in these keys, and are gone"))
    if report.unrecordedErasures > 0 {
      line(
        ("", ""),
        Bilingual(
          da: "\(report.unrecordedErasures) af dem kender denne log ikke: tjenesten registrerer dem, når den starter",
          en: "\(report.unrecordedErasures) of them this log does not know: the service records them at its start"))
    }
    if report.leftOverKeys > 0 {
      line(
        ("nøgler", "keys"),
        Bilingual(
          da: "\(report.leftOverKeys), som denne log ikke har brugt, er fjernet: lavet på forhånd, eller yngre end den",
          en: "\(report.leftOverKeys) that this log has not used are removed: made ahead, or younger than it"))
    }
    if report.lostKeys > 0 {
      line(
        ("tabt", "lost"),
        Bilingual(
          da: "hvad \(report.lostKeys) nøgler havde forseglet, kan ikke åbnes mere",
          en: "what \(report.lostKeys) keys had sealed opens no more"))
    }
    if let key = report.masterKey {
      let place =
        sources.hasCredential
        ? Bilingual(
          da: "ligger ikke i mappen: giv den til tjenesten gennem systemd",
          en: "is not in the folder: hand it over by systemd")
        : Bilingual(da: "ligger i master.key", en: "is in master.key")
      line(
        ("hovednøgle", "master key"),
        Bilingual(da: "nr. \(key.ordinal + 1) \(place.da)", en: "no. \(key.ordinal + 1) \(place.en)"))
    }
    if report.masterKey?.isAwaited == true {
      line(
        ("", ""),
        Bilingual(
          da: "Den nøgle, der blev givet, er den før denne, og fører endnu til den: se `talentctl admin status`",
          en: "The key that was given is the one before it, and still leads to it: see `talentctl admin status`"))
    }
    if sources.isRegisterLost { lostRegister() }
  }

  private func leftBehind(_ anchored: Int, _ report: RestoreReport) {
    line(
      ("efterladt", "left behind"),
      Bilingual(
        da:
          "andre har underskrevet \(anchored) hændelser: mindst \(anchored - report.size), der var registreret, er tabt, og "
          + "vidnerne følger ikke denne log",
        en:
          "others had signed \(anchored) events: at least \(anchored - report.size) that were recorded are lost, and the "
          + "witnesses will not follow this log"))
    guard let aside = report.anchoredAside else { return }
    line(("", ""), Bilingual(da: "deres kontrolpunkt ligger i \(aside)", en: "their checkpoint lies in \(aside)"))
  }

  private func lostRegister() {
    line(
      ("vogt dig", "beware"),
      Bilingual(
        da:
          "fortegnelsen er lavet af denne log alene. Hvad der er slettet efter loggens eller en nøglekopis tid, kan åbnes igen "
          + "med den kopi: ødelæg ældre kopier af keys.sqlite3, og afgør og gennemfør på ny, hvad referaterne siger er slettet "
          + "siden",
        en:
          "the register was made from this log alone. Whatever was erased after the log's or a key backup's time can be "
          + "opened again with that backup: destroy older backups of keys.sqlite3, and decide and carry out anew what the "
          + "minutes say was erased since"))
  }

  private func line(_ title: (da: String, en: String), _ words: Bilingual) {
    let title = Terminal.words(Bilingual(da: title.da, en: title.en))
    print(title + String(repeating: " ", count: max(1, Self.width - title.count)) + Terminal.words(words))
  }

  /// As the municipality's clocks show it, to the second: so HR can say from when on something is missing.
  static func time(_ milliseconds: Int64, _ zone: String) -> String {
    let instant = Instant(milliseconds: milliseconds)
    guard let local = Zone(zone)?.local(instant) else { return instant.text }
    return "\(local.text.replacing("T", with: " ")) (\(zone))"
  }
}
