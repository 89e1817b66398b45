/// The words and signs of an interface definition, without white space; comments are gathered as documentation.
struct InterfaceScanner {
  private let scalars: [Unicode.Scalar]
  private(set) var position = 0
  /// The comment lines since it was last taken, without `#` and the space after it.
  private var comments: [String] = []

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  // MARK: Reading

  mutating func isAtEnd() -> Bool {
    skipSpace()
    return position == scalars.count
  }

  /// Consumes a sign such as `(` or `->` if it comes next.
  mutating func take(_ sign: String) -> Bool {
    skipSpace()
    let wanted = Array(sign.unicodeScalars)
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  mutating func expect(_ sign: String) throws(VarlinkSyntaxError) {
    guard take(sign) else { throw error(.expected("“\(sign)”")) }
  }

  /// Consumes a keyword if it comes next and ends there.
  mutating func keyword(_ word: String) -> Bool {
    skipSpace()
    let end = position + word.unicodeScalars.count
    guard scalars[position...].starts(with: word.unicodeScalars), end == scalars.count || !scalars[end].isWord else {
      return false
    }
    position = end
    return true
  }

  /// A name of a type, method or error: `[A-Z][A-Za-z0-9]*`.
  mutating func memberName() throws(VarlinkSyntaxError) -> String {
    let word = peekWord()
    guard let first = word.first, first.isUpper, word.allSatisfy(\.isAlphanumeric) else {
      throw error(.expected("a name that begins with a capital letter"))
    }
    return consume(word)
  }

  /// A name of a field or word of an enumeration: `[A-Za-z](_?[A-Za-z0-9])*`.
  mutating func fieldName() throws(VarlinkSyntaxError) -> String {
    let word = peekWord()
    guard let first = word.first, first.isUpper || first.isLower, word.last != "_",
      !zip(word, word.dropFirst()).contains(where: { $0 == "_" && $1 == "_" })
    else { throw error(.expected("the name of a field")) }
    return consume(word)
  }

  /// `[a-z]([-]*[a-z0-9])*(\.[a-z0-9]([-]*[a-z0-9])*)+`
  mutating func interfaceName() throws(VarlinkSyntaxError) -> String {
    skipSpace()
    let name = scalars[position...].prefix { $0.isWord || $0 == "." || $0 == "-" }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let isGood =
      parts.count >= 2 && parts[0].first?.isLower == true
      && parts.allSatisfy { part in
        part.allSatisfy { $0.isLower || $0.isDigit || $0 == "-" } && part.first != "-" && part.last != "-"
          && !part.isEmpty
      }
    guard isGood else { throw error(.expected("an interface name such as org.example.thing")) }
    return consume(name)
  }

  mutating func takeDocumentation() -> String {
    skipSpace()
    defer { comments = [] }
    return comments.joined(separator: "\n")
  }

  // MARK: Where

  func error(_ problem: VarlinkSyntaxError.Problem) -> VarlinkSyntaxError { error(problem, at: position) }

  func error(_ problem: VarlinkSyntaxError.Problem, at position: Int) -> VarlinkSyntaxError {
    let before = scalars[..<position]
    let line = before.count { $0 == "\n" } + 1
    let start = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return VarlinkSyntaxError(problem: problem, line: line, column: position - start + 1)
  }

  // MARK: Pieces

  mutating func skipSpace() {
    while position < scalars.count {
      if scalars[position] == "#" {
        let line = scalars[(position + 1)...].prefix { $0 != "\n" && $0 != "\r" }
        position += 1 + line.count
        comments.append(String(String.UnicodeScalarView(line.first == " " ? line.dropFirst() : line)))
      } else if scalars[position].isSpace {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func peekWord() -> ArraySlice<Unicode.Scalar> {
    skipSpace()
    return scalars[position...].prefix(while: \.isWord)
  }

  private mutating func consume(_ word: ArraySlice<Unicode.Scalar>) -> String {
    position += word.count
    return String(String.UnicodeScalarView(word))
  }
}

extension Unicode.Scalar {
  fileprivate var isUpper: Bool { ("A"..."Z").contains(self) }
  fileprivate var isLower: Bool { ("a"..."z").contains(self) }
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isAlphanumeric: Bool { isUpper || isLower || isDigit }
  fileprivate var isWord: Bool { isAlphanumeric || self == "_" }
  fileprivate var isSpace: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" }
}
