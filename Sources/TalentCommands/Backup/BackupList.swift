import ArgumentParser
import TalentDomain

extension BackupNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListBackups.self)

    @OptionGroup var options: QueryOptions

    func query() throws -> ListBackups {
      ListBackups()
    }
  }
}

extension BackupList: Shown {
  static var lists: [String] { ["backups"] }

  func show(on page: inout Page) {
    page.facts([("Loggen i", "The log in", logFolder.value), ("Nøglerne i", "The keys in", keysFolder.value)])
    page.table(
      empty: Bilingual(
        da: "Ingen sikkerhedskopier. Tag den første: talentctl admin backup make.",
        en: "No backups. Make the first: talentctl admin backup make."), backups,
      [
        Column("Taget", "Made") { line, style in style.time(line.time) },
        Column("Hændelser", "Events", right: true) { line, _ in String(line.size) },
        Column("MB", "MB", right: true) { line, _ in line.megabytes },
        Column("Efterprøvet", "Verified") { line, style in line.verdict(style) },
        Column("Nøgler", "Keys") { line, style in line.keysWords(style) },
        Column("Navn", "Name") { line, _ in line.name.value },
      ])
  }
}

extension BackupLine {
  /// With one decimal: `12.3`.
  var megabytes: String {
    let tenths = (bytes * 10 + 500_000) / 1_000_000
    return "\(tenths / 10).\(tenths % 10)"
  }

  func verdict(_ style: Style) -> String {
    if verified { return style(da: "holder", en: "holds") }
    return log ? style(da: "HOLDER IKKE", en: "FAILED") : style(da: "loggen mangler", en: "no log")
  }

  func keysWords(_ style: Style) -> String {
    guard keys else { return style(da: "nej", en: "no") }
    guard cleared != nil else { return style(da: "ja", en: "yes") }
    return style(da: "ja, uden slettede", en: "yes, without erased ones")
  }
}
