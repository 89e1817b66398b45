internal import Crypto
internal import Mustache
internal import StrictJSON
internal import TalentDomain
internal import Transparency

/// The template of one kind of letter on its page, checked and ready.
struct LetterTemplate {
  /// SHA-256 of the bytes of the layout and, after them, of the template: `cat layout.mustache offer.mustache | sha256sum`.
  let digest: TalentDomain.Digest
  private let library: MustacheLibrary
  private let name: String

  /// - Throws: where a file is not Mustache, or names what the letter does not say.
  init(_ kind: LetterKind, layout: TemplateFile, body: TemplateFile) throws(TemplateError) {
    let common = [Sending.recordShape, LetterHead.recordShape]
    try TemplateCheck.check(layout, common)
    try TemplateCheck.check(body, common + [kind.contents.recordShape])
    name = kind.fileName
    library = MustacheLibrary(templates: [
      TemplateFolder.layout: try Self.parsed(layout), name: try Self.parsed(body),
    ])
    digest = TalentDomain.Digest(Base64URL.encode(Array(SHA256.hash(data: layout.bytes + body.bytes)))) ?? .blank
  }

  func render(_ letter: Letter, _ sender: LetterSender) throws(TemplateError) -> String {
    var values = TemplateValues(of: letter.head)
    values.add(TemplateValues(of: letter.contents))
    values.add(TemplateValues(of: Sending(sender)))
    let html = library.render(values, withTemplate: name) ?? ""
    // Text that is composed by itself may still meet its neighbour and compose with it.
    return NormalForm.compose(html)
  }

  private static func parsed(_ file: TemplateFile) throws(TemplateError) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: file.text)
    } catch {
      let line = (error as? MustacheTemplate.ParserError)?.context.lineNumber
      throw TemplateError(
        file.path, line: line, Bilingual(da: "Filen er ikke gyldig Mustache.", en: "The file is not valid Mustache."))
    }
  }
}

/// The sender, by the name that templates call it.
private struct Sending: Record {
  var sender = LetterSender()

  init() {}
  init(_ sender: LetterSender) { self.sender = sender }

  mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("sender", &sender)
  }
}
