import ArgumentParser
import TalentDomain

extension LogKeyNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListLogKeys.self)

    @OptionGroup var options: QueryOptions

    func query() throws -> ListLogKeys {
      ListLogKeys()
    }
  }
}

extension LogKeyList: Shown {
  static var lists: [String] { ["keys"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "Der er ingen nøgle.", en: "There is no key."), keys,
      [
        Column("Nøgle", "Key") { line, _ in line.key.value },
        Column("Underskriver", "Signs") { line, style in
          line.until.map { style(da: "til \(style.time($0))", en: "until \(style.time($0))") }
            ?? style(da: "nu", en: "now")
        },
      ])
  }
}
