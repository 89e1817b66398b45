import EventLog
import Glibc
import TalentDomain

/// `talentd master-key FILE|-`: reads the page from the safe and writes the key as `master.key` and a credential hold it.
enum MasterKeyCommand {
  static func run(_ arguments: [String]) async -> Int32 {
    do {
      let asked = try RestoreArguments(arguments)
      guard asked.rest.count == 1, let path = asked.rest.first else {
        throw RestoreArguments.Fault(
          words: Bilingual(
            da: "nævn filen med sidens tekst, eller - for at skrive den af",
            en: "name the file that holds the page's text, or - to type it"))
      }
      let settings = try await Settings.read(asked.settings)
      let key = try TypedKey.read(path, origin: settings.origin)
      _ = key.file.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      return 0
    } catch {
      return RestoreCommand.complain("talentd master-key", error)
    }
  }
}
