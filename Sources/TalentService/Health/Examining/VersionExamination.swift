import TalentDomain

enum VersionExamination: Examination {
  static func look(_ examined: Examined) -> [HealthVerdict] {
    [.well("version", Bilingual(da: "talentd \(Daemon.version).", en: "talentd \(Daemon.version)."))]
  }
}
