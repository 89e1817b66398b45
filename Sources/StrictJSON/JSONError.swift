/// Why bytes are not the JSON that was asked for, and where. It never quotes them: they may be personal data.
package struct JSONError: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable, CaseIterable {
    case unexpectedEnd, unexpectedByte, trailingBytes
    case invalidUTF8, controlCharacter, invalidEscape, loneSurrogate, notNormalised
    case invalidNumber, integerOutOfRange
    case duplicateKey, tooDeep, tooLarge
  }

  package let kind: Kind
  /// In bytes, from the first byte of what was read.
  package let offset: Int

  package init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}

extension JSONError.Kind {
  /// One sentence for a person, without its full stop.
  package var sentence: String {
    switch self {
    case .unexpectedEnd: "The JSON ends before its value is complete"
    case .unexpectedByte: "There is a character that JSON does not allow there"
    case .trailingBytes: "Something follows the JSON value"
    case .invalidUTF8: "The text is not valid UTF-8"
    case .controlCharacter: "A string holds a control character that must be escaped"
    case .invalidEscape: "A string holds an escape that JSON does not know"
    case .loneSurrogate: "A string holds half of a surrogate pair"
    case .notNormalised: "A string is not in Unicode normalisation form C"
    case .invalidNumber: "A number is not written as JSON requires, or is too large"
    case .integerOutOfRange: "An integer lies outside ±9007199254740991"
    case .duplicateKey: "An object has two members of the same name"
    case .tooDeep: "Arrays and objects are nested too deep"
    case .tooLarge: "The JSON is longer than allowed"
    }
  }
}

extension JSONError: CustomStringConvertible {
  package var description: String { "\(kind.sentence) (at byte \(offset))" }
}
