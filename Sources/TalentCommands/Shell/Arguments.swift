import ArgumentParser
import StrictJSON
import TalentDomain

/// A value that stands in JSON as a string, and on the command line as the same characters. Text is normalised here (NFC),
/// for the socket accepts nothing else.
protocol ArgumentValue: Value, ExpressibleByArgument {}

extension ArgumentValue {
  init?(argument: String) { self.init(written: argument) }
}

extension Value {
  /// The value whose JSON is this string; nil where it has none.
  init?(written text: String) {
    var writer = CanonicalWriter()
    writer.string(NormalForm.compose(text))
    guard let value = try? Self(canonical: writer.bytes) else { return nil }
    self = value
  }
}

extension Alias: ArgumentValue {}
extension Code: ArgumentValue {}
extension Digest: ArgumentValue {}
extension Line: ArgumentValue {}
extension PersonRef: ArgumentValue {}
extension Rational: ArgumentValue {}

extension CivilDate: ArgumentValue {
  init?(argument: String) {
    guard let date = CivilDate(argument) ?? CivilDate(danish: argument) else { return nil }
    self = date
  }
}

extension Text: ArgumentValue {
  /// The text itself, or `@FILE` for what stands in a file (`@-`: standard input), without the last line break.
  init?(argument: String) {
    guard argument.hasPrefix("@") else {
      self.init(written: argument)
      return
    }
    guard let bytes = try? InputFile.read(String(argument.dropFirst())) else { return nil }
    var text = TextEncoding.decode(bytes).text.replacing("\r\n", with: "\n")
    while text.last == "\n" { text.removeLast() }
    self.init(written: text)
  }
}

/// One of a set of words: written with hyphens on the command line (`former-leader`), though capitals are understood too.
protocol ArgumentChoice: Choice, ExpressibleByArgument {}

extension ArgumentChoice {
  init?(argument: String) {
    guard let value = Self.allCases.first(where: { $0.rawValue == argument || $0.rawValue.hyphenated == argument })
    else { return nil }
    self = value
  }

  static var allValueStrings: [String] { allCases.map(\.rawValue.hyphenated) }
  var defaultValueDescription: String { rawValue.hyphenated }
}

extension String {
  /// `formerLeader` becomes `former-leader`, and `art17_1_b` becomes `art17-1-b`.
  var hyphenated: String {
    var words = ""
    for character in self {
      if character.isUppercase { words.append("-") }
      words += character == "_" ? "-" : character.lowercased()
    }
    return words
  }

  /// `kick-off` becomes `kickOff`.
  var joined: String {
    let words = split(separator: "-")
    guard let first = words.first else { return self }
    return words.dropFirst().reduce(String(first)) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
  }
}

extension Basis: ArgumentChoice {}
extension CentrePost: ArgumentChoice {}
extension Conflict.Kind: ArgumentChoice {}
extension CorrectionGround: ArgumentChoice {}
extension EntryKind: ArgumentChoice {}
extension Initiative: ArgumentChoice {}
extension LetterKind: ArgumentChoice {}
extension ParticipantOutcome.Kind: ArgumentChoice {}
extension Role: ArgumentChoice {}
extension TargetField: ArgumentChoice {}
extension CaseStatus: ArgumentChoice {}
extension DeferralGround: ArgumentChoice {}
extension EligibilityGround: ArgumentChoice {}
extension ErasureBasis: ArgumentChoice {}
extension HoldGround: ArgumentChoice {}
extension RetentionClass: ArgumentChoice {}
extension WithdrawalGround: ArgumentChoice {}
