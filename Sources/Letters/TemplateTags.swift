internal import TalentDomain

/// One tag of a Mustache template, with the line that it stands on.
struct TemplateTag: Hashable {
  enum Kind: Hashable {
    /// `{{name}}`
    case value
    /// `{{#name}}`, `{{^name}}`
    case section, inverted
    /// `{{/name}}`
    case end
    /// `{{<layout}}`: a page with blocks that the template fills in.
    case parent
    /// `{{$body}}`: such a block.
    case block
    /// `{{! … }}`
    case comment
    /// What letters do not use, and what would let a name become markup: `{{{name}}}`, `{{&name}}`, `{{>partial}}`,
    /// `{{=<% %>=}}`, `{{%pragma}}`.
    case unsupported
  }

  let kind: Kind
  let name: String
  let line: Int
}

/// Finds the tags of a template, in their order.
struct TemplateTags: Sequence, IteratorProtocol {
  private var rest: Substring
  private var line = 1

  init(_ text: String) { rest = text[...] }

  mutating func next() -> TemplateTag? {
    guard let start = rest.firstRange(of: "{{") else { return nil }
    line += TemplateTags.lines(rest[..<start.lowerBound])
    let opening = line
    rest = rest[start.upperBound...]
    guard let end = rest.firstRange(of: "}}") else {
      rest = ""
      return TemplateTag(kind: .unsupported, name: "{{", line: opening)
    }
    let inside = rest[..<end.lowerBound]
    line += TemplateTags.lines(inside)
    rest = rest[end.upperBound...]
    return TemplateTags.tag(inside, opening)
  }

  private static func tag(_ inside: Substring, _ line: Int) -> TemplateTag {
    let kinds: [Character: TemplateTag.Kind] = [
      "#": .section, "^": .inverted, "/": .end, "<": .parent, "$": .block, "!": .comment, "{": .unsupported,
      "&": .unsupported, ">": .unsupported, "=": .unsupported, "%": .unsupported,
    ]
    guard let first = inside.first, let kind = kinds[first] else {
      return TemplateTag(kind: .value, name: trimmed(inside), line: line)
    }
    return TemplateTag(kind: kind, name: trimmed(inside.dropFirst()), line: line)
  }

  private static func trimmed(_ text: Substring) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }

  private static func lines(_ text: Substring) -> Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }
}
