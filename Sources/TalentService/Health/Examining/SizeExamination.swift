import TalentDomain

/// How large the files are, and whether a write-ahead log has grown beyond what the writer lets it.
enum SizeExamination: Examination {
  /// The writer moves pages into the file after 32 MiB: eight times that means that something keeps it from doing so.
  static let journalLimit = 256 << 20

  static func look(_ examined: Examined) -> [ExaminedLine] {
    let folder = examined.settings.stateFolder
    let names = FolderNames.list(folder)
    func bytes(_ prefix: String) -> UInt64 {
      UInt64(names.filter { $0.hasPrefix(prefix) }.reduce(0) { $0 + FileSizes.of("\(folder)/\($1)") })
    }
    guard examined.showsSizes else {
      return [
        ExaminedLine(
          fine: "sizes",
          Bilingual(
            da: "Loggens størrelse vises ikke for den, der selv er indstillet eller bedømmer.",
            en: "How large the log is is not shown to whoever is nominated or assesses."))
      ]
    }
    guard names.contains("log.sqlite3") else {
      return [
        ExaminedLine(
          fine: "sizes", Bilingual(da: "Der er ingen log endnu i \(folder).", en: "There is no log in \(folder) yet."))
      ]
    }
    let journal = FileSizes.of("\(folder)/log.sqlite3-wal")
    let sizes = [("log", "log", "log.sqlite3"), ("nøgler", "keys", "keys.sqlite3"), ("visninger", "views", "views")]
    let words = Bilingual(
      da: sizes.map { "\($0.0) \(Bytes.text(bytes($0.2)))" }.joined(separator: ", ") + ".",
      en: sizes.map { "\($0.1) \(Bytes.text(bytes($0.2)))" }.joined(separator: ", ") + ".")
    guard journal > journalLimit else {
      return [
        ExaminedLine(
          fine: "sizes", words)
      ]
    }
    return [
      ExaminedLine(
        HealthFinding(
          "journal-long",
          Bilingual(
            da: "Skriveloggen log.sqlite3-wal er på \(Bytes.text(UInt64(journal))).",
            en: "The write-ahead log log.sqlite3-wal has \(Bytes.text(UInt64(journal)))."),
          remedy: Bilingual(
            da: "Noget læser filen uden ophold: se lsof \(folder)/log.sqlite3, og stands det.",
            en: "Something reads the file without a pause: see lsof \(folder)/log.sqlite3, and stop it.")))
    ]
  }
}
