import TalentDomain

/// A value of a YAML file, and the line on which it begins.
struct YAMLNode: Equatable {
  enum Content: Equatable {
    case scalar(String, quoted: Bool)
    case list([YAMLNode])
    case map([YAMLMember])
  }

  let line: Int
  let content: Content
}

struct YAMLMember: Equatable {
  let key: String
  let value: YAMLNode
}

/// What is wrong with a YAML file, and on which line.
struct YAMLFault: Error, Equatable {
  let line: Int
  let problem: Bilingual

  init(_ line: Int, _ da: String, _ en: String) {
    self.line = line
    problem = Bilingual(da: da, en: en)
  }
}

/// Reads the part of YAML that the programme's setup needs: block mappings and lists, flow lists and mappings on one
/// line, plain and quoted scalars, comments. Anything else is refused with its line, never guessed at.
///
/// Our own, because Yams imports the whole of Foundation, and a command line must start within milliseconds. The daemon,
/// which may take longer, reads its configuration with Yams.
struct YAMLReader {
  private struct Line {
    let number: Int
    let indent: Int
    let text: String
  }

  private var lines: [Line] = []
  private var next = 0

  static func read(_ text: String) throws(YAMLFault) -> YAMLNode {
    var reader = YAMLReader()
    try reader.split(text)
    guard let first = reader.lines.first else { throw YAMLFault(1, "Filen er tom.", "The file is empty.") }
    let node = try reader.block(indent: first.indent, depth: 0)
    guard reader.next == reader.lines.count else {
      throw YAMLFault(reader.lines[reader.next].number, "Indrykningen passer ikke.", "The indentation does not fit.")
    }
    return node
  }

  private mutating func split(_ text: String) throws(YAMLFault) {
    var number = 0
    for raw in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let content = YAMLScalar.withoutComment(raw)
      let indent = content.prefix { $0 == " " }.count
      let body = content.dropFirst(indent)
      if body.first == "\t" {
        throw YAMLFault(number, "Indryk med blanke, ikke tabulator.", "Indent by blanks, not by tabs.")
      }
      if body.isEmpty || (number == 1 && body == "---") { continue }
      lines.append(Line(number: number, indent: indent, text: String(body)))
    }
  }

  /// The list or mapping whose lines begin at this indentation.
  private mutating func block(indent: Int, depth: Int) throws(YAMLFault) -> YAMLNode {
    let line = lines[next]
    guard depth < 16 else { throw YAMLFault(line.number, "For dybt indlejret.", "Nested too deep.") }
    if YAMLReader.isItem(line.text) { return try list(indent: indent, depth: depth) }
    if YAMLScalar.key(of: line.text) != nil { return try map(indent: indent, depth: depth) }
    next += 1
    return try YAMLScalar.value(line.text, line: line.number)
  }

  private static func isItem(_ text: String) -> Bool { text == "-" || text.hasPrefix("- ") }

  private mutating func list(indent: Int, depth: Int) throws(YAMLFault) -> YAMLNode {
    let first = lines[next].number
    var items: [YAMLNode] = []
    while next < lines.count, lines[next].indent == indent, YAMLReader.isItem(lines[next].text) {
      let line = lines[next]
      let rest = line.text.dropFirst()
      let body = rest.drop { $0 == " " }
      if body.isEmpty {
        next += 1
        items.append(try nested(under: line.number, deeperThan: indent, depth: depth))
      } else {
        // `- key: value`: the item is a block that begins where its text begins.
        let inner = indent + 1 + (rest.count - body.count)
        lines[next] = Line(number: line.number, indent: inner, text: String(body))
        items.append(try block(indent: inner, depth: depth + 1))
      }
    }
    return YAMLNode(line: first, content: .list(items))
  }

  private mutating func map(indent: Int, depth: Int) throws(YAMLFault) -> YAMLNode {
    let first = lines[next].number
    var members: [YAMLMember] = []
    while next < lines.count, lines[next].indent == indent, !YAMLReader.isItem(lines[next].text) {
      let line = lines[next]
      guard let (key, rest) = YAMLScalar.key(of: line.text) else {
        throw YAMLFault(line.number, "Forventet: «navn: værdi».", "Expected: “name: value”.")
      }
      guard !members.contains(where: { $0.key == key }) else {
        throw YAMLFault(line.number, "«\(key)» står to gange.", "“\(key)” stands there twice.")
      }
      next += 1
      let value: YAMLNode
      if !rest.isEmpty {
        value = try YAMLScalar.value(rest, line: line.number)
      } else if next < lines.count, lines[next].indent == indent, YAMLReader.isItem(lines[next].text) {
        value = try list(indent: indent, depth: depth + 1)
      } else {
        value = try nested(under: line.number, deeperThan: indent, depth: depth)
      }
      members.append(YAMLMember(key: key, value: value))
    }
    return YAMLNode(line: first, content: .map(members))
  }

  private mutating func nested(under line: Int, deeperThan indent: Int, depth: Int) throws(YAMLFault) -> YAMLNode {
    guard next < lines.count, lines[next].indent > indent else {
      throw YAMLFault(line, "Værdien mangler.", "The value is missing.")
    }
    return try block(indent: lines[next].indent, depth: depth + 1)
  }
}
