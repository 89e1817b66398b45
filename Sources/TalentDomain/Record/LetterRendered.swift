/// A letter was rendered, for somebody to send, print or read. The words stand nowhere but in the letter.
package struct LetterRendered: RecordFact {
  package var cohort = Code.blank
  package var digest = Digest.blank
  package var kind = LetterKind.blank
  package var subject: Alias?
  package var template = Digest.blank

  package static let type: StaticString = "letter.rendered.v1"
  package static let purpose = Bilingual(
    da: "Et brev er dannet.",
    en: "A letter was rendered.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("digest", &digest, "HMAC of the letter's bytes under a key of its subject.")
    try members("kind", &kind)
    try members("subject", &subject, "Whom it is about, by the alias of the cohort; absent for the board's papers.")
    try members("template", &template, "SHA-256 of the bytes of layout.mustache and then of the template.")
  }
}
