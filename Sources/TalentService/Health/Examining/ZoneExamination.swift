import Glibc
import TalentDomain

/// Whether the machine knows the zone in which dates are dates.
enum ZoneExamination: Examination {
  static func look(_ examined: Examined) -> [ExaminedLine] {
    let name = examined.settings.zone
    let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
    guard Zones().zone(name) != nil else {
      return [
        ExaminedLine(
          HealthFinding(
            "zone-unknown", grave: true,
            Bilingual(da: "Maskinen kender ikke zonen \(name).", en: "The machine does not know the zone \(name)."),
            remedy: install))
      ]
    }
    guard access("\(folder)/\(name)", R_OK) == 0 else {
      return [
        ExaminedLine(
          HealthFinding(
            "zone-builtin",
            Bilingual(
              da: "Zonedata for \(name) mangler: der regnes efter EU's regel fra 1996.",
              en: "Zone data for \(name) is missing: it is reckoned by the European Union's rule of 1996."),
            remedy: install))
      ]
    }
    return [
      ExaminedLine(
        fine: "zone", Bilingual(da: "Zonedata for \(name) findes.", en: "Zone data for \(name) is there."))
    ]
  }

  private static let install = Bilingual(da: "apt-get install tzdata", en: "apt-get install tzdata")
}
