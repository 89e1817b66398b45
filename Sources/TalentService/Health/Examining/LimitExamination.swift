import TalentDomain

/// Whether there are descriptors for as many connections as the settings allow.
enum LimitExamination: Examination {
  static func look(_ examined: Examined) -> [ExaminedLine] {
    let wanted = examined.settings.limits.connections + Descriptors.reserve
    let words = Bilingual(
      da: "\(Descriptors.open ?? 0) af højst \(Descriptors.limit) filer og forbindelser er åbne.",
      en: "\(Descriptors.open ?? 0) of at most \(Descriptors.limit) files and connections are open.")
    guard Descriptors.limit < wanted else {
      return [
        ExaminedLine(
          fine: "descriptors", words)
      ]
    }
    return [
      ExaminedLine(
        HealthFinding(
          "descriptors-few",
          Bilingual(
            da: "Kun \(Descriptors.limit) filer og forbindelser må være åbne; limits.connections vil have \(wanted).",
            en: "Only \(Descriptors.limit) files and connections may be open; limits.connections wants \(wanted)."),
          remedy: Bilingual(
            da: "Sænk limits.connections, eller hæv LimitNOFILE= (systemctl edit talentd).",
            en: "Lower limits.connections, or raise LimitNOFILE= (systemctl edit talentd).")))
    ]
  }
}
