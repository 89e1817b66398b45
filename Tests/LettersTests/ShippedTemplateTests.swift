import StrictJSON
import TalentDomain
import Testing

@testable import Letters

/// The templates as they are shipped (`Config/letters`).
struct ShippedTemplateTests {
  static let folder =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Config/letters"

  private func templates(_ sender: LetterSender = Filling.filled(LetterSender.self).record) -> TemplateFolder {
    TemplateFolder(ShippedTemplateTests.folder, sender: sender)
  }

  private func letter(_ kind: LetterKind) -> (letter: Letter, shown: [String: String]) {
    let head = Filling.filled(LetterHead.self)
    let contents = filled(kind.contents)
    return (Letter(kind, head.record, contents.record), head.shown.merging(contents.shown) { first, _ in first })
  }

  private func filled<C: LetterContents>(_: C.Type) -> (record: any LetterContents, shown: [String: String]) {
    let (record, shown) = Filling.filled(C.self)
    return (record, shown)
  }

  private func blank<C: LetterContents>(_: C.Type) -> any LetterContents { C() }

  @Test(arguments: LetterKind.allCases)
  func `a shipped template names only what its letter says`(kind: LetterKind) {
    #expect(templates().fault(of: kind) == nil)
  }

  @Test(arguments: LetterKind.allCases)
  func `every value of a letter is shown, escaped, and nothing of the template is left`(kind: LetterKind) throws {
    let (letter, shown) = letter(kind)
    let html = try templates().render(letter).html
    let visible = html.unescaped
    for (name, text) in shown where !isLeftOut(name, kind) {
      #expect(visible.contains(text), "\(kind.fileName) does not show \(name)")
    }
    #expect(!html.contains("<x-"), "a value became markup")
    #expect(!html.contains("{{") && !html.contains("}}"))
    #expect(html.contains("<html lang=\"da\">"))
    #expect(NormalForm.compose(html).utf8.elementsEqual(html.utf8))
  }

  /// Ids stand on no letter. Of people other than the recipient a name suffices among colleagues.
  private func isLeftOut(_ name: String, _ kind: LetterKind) -> Bool {
    if name.hasSuffix(".id") { return true }
    let isNumberOfOther = name.hasSuffix(".number") && (name.contains("nominee.") || Self.people.contains(name))
    return isNumberOfOther || Self.leftOut[kind, default: []].contains(name)
  }

  private static let people: Set<String> = [
    "host.number", "leader.number", "members.number", "others.number", "proposer.number", "recordedFor.number",
    "ties.order.number",
  ]

  /// What a kind has no use for, of what all letters or all lines of candidates have.
  private static let leftOut: [LetterKind: Set<String>] = [
    .boardCase: [
      "recipient.name", "recipient.number", "categories.en", "categories.number", "categories.weight",
      "selected.ground", "selected.reasons", "reserve.ground", "reserve.reasons", "rest.ground", "rest.number",
      "departures.number", "departures.points", "departures.profession.name", "departures.reasons",
      "departures.workplace.name",
    ],
    .certificate: ["cohort", "recipient.number"], .feedback: ["cohort", "date"], .information: ["cohort"],
    .internship: ["cohort"], .lapse: ["cohort"],
    .minutes: [
      "recipient.name", "recipient.number", "departures.number", "departures.points", "departures.profession.name",
      "departures.reasons", "departures.workplace.name", "reserve.ground", "reserve.points",
      "reserve.profession.name", "reserve.reasons", "selected.ground", "selected.points",
      "selected.profession.name", "selected.reasons",
    ],
    .offer: ["cohort", "gatherings.days", "gatherings.number"],
    .refusal: ["cohort"], .reserve: ["cohort"],
  ]

  @Test(arguments: LetterKind.allCases)
  func `a letter with nothing in it but what must be shows no other's values in their place`(kind: LetterKind) throws {
    let letter = Letter(kind, LetterHead(), blank(kind.contents))
    let html = try templates().render(letter).html
    #expect(!html.contains("{{"))
    #expect(!html.contains("Gengivet"))
  }

  @Test func `the same letter is the same bytes, and the digest is that of the two files`() throws {
    let (letter, _) = letter(.offer)
    let first = try templates().render(letter)
    #expect(try templates().render(letter) == first)
    #expect(try templates().render(self.letter(.reserve).letter).template != first.template)
  }

  @Test func `an earlier state says that it is one`() throws {
    var (letter, _) = letter(.offer)
    letter.head.asOf = "17. marts 2027 kl. 23.59"
    #expect(try templates().render(letter).html.contains("som sagen stod 17. marts 2027 kl. 23.59"))
  }

  @Test func `without a municipality no letter is written`() {
    #expect(templates(LetterSender()).fault(of: .offer)?.file == "letters.municipality")
  }
}
