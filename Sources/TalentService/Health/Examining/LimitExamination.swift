import TalentDomain

/// Whether there are descriptors for as many connections as the settings allow.
enum LimitExamination: Examination {
  static func look(_ examined: Examined) -> [ExaminedLine] {
    let wanted = examined.settings.limits.connections + Descriptors.reserve
    let words = Bilingual(
      da: "\(Descriptors.open ?? 0) af \(Descriptors.limit) fildeskriptorer er i brug.",
      en: "\(Descriptors.open ?? 0) of \(Descriptors.limit) file descriptors are in use.")
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
            da: "Der er \(Descriptors.limit) fildeskriptorer, og limits.connections vil have \(wanted).",
            en: "There are \(Descriptors.limit) file descriptors, and limits.connections wants \(wanted)."),
          remedy: Bilingual(
            da: "Sænk limits.connections, eller hæv LimitNOFILE= (systemctl edit talentd).",
            en: "Lower limits.connections, or raise LimitNOFILE= (systemctl edit talentd).")))
    ]
  }
}
