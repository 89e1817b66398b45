import TalentDomain

/// Whether the service goes by the configuration that stands in the file, and all of it means something.
enum ConfigurationHealth: HealthCheck {
  static let audience = HealthAudience.administrators

  static func look(_ context: HealthContext) -> [HealthVerdict] {
    let standing = context.daemon.standing
    let findings = standingFindings(standing) + inForceFindings(standing.inForce)
    guard findings.isEmpty else { return findings.map { .amiss($0) } }
    return [
      .well(
        "configuration",
        Bilingual(
          da: "Tjenesten kører efter sin konfiguration.", en: "The service goes by its configuration."))
    ]
  }

  private static func standingFindings(_ standing: Standing) -> [HealthFinding] {
    if let refusal = standing.refusal {
      return [
        HealthFinding(
          "configuration-refused",
          Bilingual(
            da: "Konfigurationen blev afvist, og den forrige gælder stadig: \(refusal.da).",
            en: "The configuration was refused, and the one before is still in force: \(refusal.en)."), remedy: mend)
      ]
    }
    let settings = standing.inForce.settings
    guard let file = settings.file else { return [] }
    guard let digest = FileDigest.of(file) else {
      return [
        HealthFinding(
          "configuration-unreadable",
          Bilingual(
            da: "Konfigurationen \(file) kan ikke læses længere: tjenesten kan ikke starte igen.",
            en: "The configuration \(file) can be read no more: the service cannot start again."),
          remedy: Bilingual(
            da: "Læg den tilbage, så brugeren talentd kan læse den.", en: "Put it back, for the user talentd to read."))
      ]
    }
    guard digest != settings.digest else { return [] }
    return [
      HealthFinding(
        "configuration-changed",
        Bilingual(
          da: "Konfigurationen er ændret, siden tjenesten læste den.",
          en: "The configuration has changed since the service read it."), remedy: mend)
    ]
  }

  private static func inForceFindings(_ inForce: InForce) -> [HealthFinding] {
    var findings = inForce.settings.unknown.map { setting in
      HealthFinding("configuration-unknown", capitalised(setting.sentences), remedy: mend)
    }
    if !inForce.unknownAdministrators.isEmpty {
      let names = inForce.unknownAdministrators.joined(separator: ", ")
      findings.append(
        HealthFinding(
          "administrator-unknown",
          Bilingual(
            da: "Maskinen kender ingen konto \(names), som administrators nævner.",
            en: "The machine knows no account \(names), which administrators names."),
          remedy: Bilingual(
            da: "Ret navnet, eller opret kontoen, og genindlæs: systemctl reload talentd.",
            en: "Mend the name, or make the account, and reload: systemctl reload talentd.")))
    }
    return findings
  }

  private static func capitalised(_ words: Bilingual) -> Bilingual {
    Bilingual(
      da: words.da.prefix(1).uppercased() + words.da.dropFirst() + ".",
      en: words.en.prefix(1).uppercased() + words.en.dropFirst() + ".")
  }

  private static let mend = Bilingual(
    da: "Prøv den med talentd check --config FIL, og genindlæs: systemctl reload talentd.",
    en: "Try it with talentd check --config FILE, and reload: systemctl reload talentd.")
}
