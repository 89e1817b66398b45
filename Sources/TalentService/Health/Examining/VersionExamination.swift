import TalentDomain

enum VersionExamination: Examination {
  static func look(_ examined: Examined) -> [ExaminedLine] {
    [
      ExaminedLine(
        fine: "version", Bilingual(da: "talentd \(Daemon.version).", en: "talentd \(Daemon.version)."))
    ]
  }
}
