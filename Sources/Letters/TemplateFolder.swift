package import TalentDomain

/// The templates of the letters: a folder that the municipality edits. Each letter reads its two files anew, so that an edit
/// needs no restart, and is checked before it is used, so that a wrong one stops that letter and nothing else.
package struct TemplateFolder: Sendable {
  package let path: String
  private let sender: LetterSender

  /// The page that every letter stands on.
  static let layout = "layout"
  /// A template is a few kilobytes; more than this is a mistake.
  static let limit = 256 << 10

  package init(_ path: String, sender: LetterSender) {
    self.path = path
    self.sender = sender
  }

  /// What is wrong with the template of a kind; nil where it can be used.
  package func fault(of kind: LetterKind) -> FileFault? {
    do {
      _ = try template(kind)
      return nil
    } catch {
      return error.fault
    }
  }

  /// The letter's HTML, and the digest of the two files that gave it its form.
  package func render(_ letter: Letter) throws(TemplateError) -> (html: String, template: Digest) {
    let template = try template(letter.kind)
    return (try template.render(letter, sender), template.digest)
  }

  private func template(_ kind: LetterKind) throws(TemplateError) -> LetterTemplate {
    guard !sender.municipality.value.isEmpty else {
      throw TemplateError(
        "letters.municipality",
        Bilingual(
          da: "Indstillingen mangler: brevene skal sige, hvem der skriver.",
          en: "The setting is missing: letters must say who writes."))
    }
    return try LetterTemplate(kind, layout: try file(Self.layout), body: try file(kind.fileName))
  }

  private func file(_ name: String) throws(TemplateError) -> TemplateFile {
    try TemplateFile(reading: "\(path)/\(name).mustache", limit: Self.limit)
  }
}

/// What is wrong with a template. It names the file and the place, and holds nothing of any letter.
package struct TemplateError: Error, Hashable {
  package let fault: FileFault

  init(_ file: String, line: Int? = nil, _ problem: Bilingual) { fault = FileFault(file, line: line, problem) }
}

extension LetterKind {
  /// `boardCase` is `board-case.mustache`.
  package var fileName: String {
    rawValue.reduce(into: "") { name, character in
      if character.isUppercase { name += "-" }
      name += character.lowercased()
    }
  }
}
