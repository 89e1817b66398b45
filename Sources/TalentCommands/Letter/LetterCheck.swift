import ArgumentParser
import StrictJSON
import TalentDomain
import TalentInterface

extension LetterNoun {
  struct Check: Verb {
    static let configuration = CommandConfiguration.verb("check", CheckLetter.self)
    static let methods = [CheckLetter.fullMethod]

    @Argument(help: ArgumentHelp("The letter's HTML; - is standard input.", valueName: "file"))
    var file: String

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    var common: CommonOptions { options.common }

    func run() throws {
      var query = CheckLetter()
      query.cohort = try cohort.code()
      // A file that no letter can be is asked about no further, but told of in the same way.
      let html = letter(try InputFile.read(file))
      let session = try Session(common)
      guard let html else { throw LetterNoun.unknown }
      query.html = html
      let (checked, bytes) = try session.ask(query, at: options.at)
      guard !checked.rendered.isEmpty else { throw LetterNoun.unknown }
      Output.write(checked, bytes, session)
    }

    /// Letters are UTF-8 in NFC, and no longer than a document.
    private func letter(_ bytes: [UInt8]) -> Document? {
      guard let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.count <= Document.limit,
        NormalForm.compose(text).utf8.elementsEqual(bytes)
      else { return nil }
      return Document(text)
    }
  }

  fileprivate static let unknown = Failure(
    .unverified, "Unknown",
    [
      Bilingual(
        da: "Filen er ikke, hvad der blev dannet, eller du må ikke kende til brevet. Et eneste ændret tegn er nok.",
        en:
          "The file is not what was rendered, or you may not know of the letter. A single changed character is enough."
      )
    ])
}
