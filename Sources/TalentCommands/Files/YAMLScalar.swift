import TalentDomain

/// What stands on one line of YAML: keys, quoted and plain scalars, flow lists and mappings.
enum YAMLScalar {
  /// A comment begins at a `#` at the beginning or after a blank, outside quotes.
  static func withoutComment(_ line: Substring) -> Substring {
    var quote: Character?
    var previous: Character = " "
    var end = line.endIndex
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open && !(open == "\"" && previous == "\\") { quote = nil }
      } else if character == "#" && previous.isWhitespace {
        end = index
        break
      } else if (character == "\"" || character == "'") && !previous.isLetter {
        quote = character
      }
      previous = character
    }
    var kept = line[..<end]
    while kept.last?.isWhitespace == true { kept.removeLast() }
    return kept
  }

  /// The key and what follows its colon; nil where the line is no member of a mapping.
  static func key(of text: String) -> (key: String, rest: String)? {
    guard let first = text.first, first.isLetter || first.isNumber, let colon = text.firstIndex(of: ":") else {
      return nil
    }
    let rest = text[text.index(after: colon)...]
    let key = String(text[..<colon])
    guard rest.isEmpty || rest.first == " ", key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
      return nil
    }
    return (key, String(rest.drop { $0 == " " }))
  }

  static func value(_ text: String, line: Int) throws(YAMLFault) -> YAMLNode {
    var rest = Substring(text)
    let node = try value(&rest, line: line, inFlow: false)
    guard rest.allSatisfy(\.isWhitespace) else {
      throw YAMLFault(line, "Der står noget efter værdien.", "Something follows the value.")
    }
    return node
  }

  private static func value(_ rest: inout Substring, line: Int, inFlow: Bool) throws(YAMLFault) -> YAMLNode {
    skipBlanks(&rest)
    switch rest.first {
    case "[": return YAMLNode(line: line, content: .list(try flowList(&rest, line: line)))
    case "{": return YAMLNode(line: line, content: .map(try flowMap(&rest, line: line)))
    case "\"", "'": return YAMLNode(line: line, content: .scalar(try quoted(&rest, line: line), quoted: true))
    case "&", "*", "!", "|", ">", "%", "@", "`", "?":
      throw YAMLFault(
        line, "Denne del af YAML forstås ikke her; sæt tekst i anførselstegn.",
        "This part of YAML is not understood here; put text in quotes.")
    default:
      let plain = rest.prefix { !inFlow || ($0 != "," && $0 != "]" && $0 != "}") }
      rest = rest.dropFirst(plain.count)
      var text = plain
      while text.last?.isWhitespace == true { text.removeLast() }
      guard !text.isEmpty else { throw YAMLFault(line, "Værdien mangler.", "The value is missing.") }
      guard inFlow || !text.contains(": ") else {
        throw YAMLFault(line, "Sæt tekst med kolon i anførselstegn.", "Put text with a colon in quotes.")
      }
      return YAMLNode(line: line, content: .scalar(String(text), quoted: false))
    }
  }

  private static func flowList(_ rest: inout Substring, line: Int) throws(YAMLFault) -> [YAMLNode] {
    rest.removeFirst()
    var items: [YAMLNode] = []
    while true {
      skipBlanks(&rest)
      if take("]", &rest) { return items }
      items.append(try value(&rest, line: line, inFlow: true))
      skipBlanks(&rest)
      guard take(",", &rest) || rest.first == "]" else { throw unclosed(line) }
    }
  }

  private static func flowMap(_ rest: inout Substring, line: Int) throws(YAMLFault) -> [YAMLMember] {
    rest.removeFirst()
    var members: [YAMLMember] = []
    while true {
      skipBlanks(&rest)
      if take("}", &rest) { return members }
      let key = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" })
      rest = rest.dropFirst(key.count)
      guard !key.isEmpty, take(":", &rest) else { throw unclosed(line) }
      guard !members.contains(where: { $0.key == key }) else {
        throw YAMLFault(line, "«\(key)» står to gange.", "“\(key)” stands there twice.")
      }
      members.append(YAMLMember(key: key, value: try value(&rest, line: line, inFlow: true)))
      skipBlanks(&rest)
      guard take(",", &rest) || rest.first == "}" else { throw unclosed(line) }
    }
  }

  private static func quoted(_ rest: inout Substring, line: Int) throws(YAMLFault) -> String {
    let quote = rest.removeFirst()
    var text = ""
    while let character = rest.popFirst() {
      if character == quote {
        guard quote == "'", rest.first == "'" else { return text }
        rest.removeFirst()
        text.append("'")
      } else if quote == "\"", character == "\\" {
        guard let escaped = rest.popFirst(), let meant = ["n": "\n", "t": "\t", "\"": "\"", "\\": "\\"][escaped] else {
          throw YAMLFault(line, "Ukendt tegn efter «\\».", "Unknown character after “\\”.")
        }
        text.append(meant)
      } else {
        text.append(character)
      }
    }
    throw YAMLFault(line, "Anførselstegnet lukkes ikke.", "The quotes never close.")
  }

  private static func skipBlanks(_ rest: inout Substring) {
    while rest.first == " " { rest.removeFirst() }
  }

  private static func take(_ character: Character, _ rest: inout Substring) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  private static func unclosed(_ line: Int) -> YAMLFault {
    YAMLFault(line, "Listen lukkes ikke på linjen.", "The list does not close on its line.")
  }
}
