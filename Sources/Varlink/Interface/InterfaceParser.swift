/// Reads an interface definition by its grammar: <https://varlink.org/Interface-Definition#grammar>.
struct InterfaceParser {
  private let text: String
  private var scanner: InterfaceScanner
  private var names: Set<String> = []
  /// Types that were named, and where: checked at the end, as a definition may follow its use.
  private var references: [(name: String, position: Int)] = []
  private var depth = 0

  /// The parser calls itself once a level.
  private static let maximumDepth = 64

  init(_ text: String) {
    self.text = text
    scanner = InterfaceScanner(text)
  }

  mutating func parse() throws(VarlinkSyntaxError) -> VarlinkInterface {
    let documentation = scanner.takeDocumentation()
    guard scanner.keyword("interface") else { throw scanner.error(.expected("“interface”")) }
    let name = try scanner.interfaceName()

    var methods: [String: VarlinkInterface.Method] = [:]
    var types: [String: VarlinkInterface.TypeDefinition] = [:]
    var errors: [String: VarlinkInterface.ErrorDefinition] = [:]
    while !scanner.isAtEnd() {
      let documentation = scanner.takeDocumentation()
      if scanner.keyword("type") {
        let name = try memberName()
        types[name] = .init(name: name, type: try structureOrEnumeration(), documentation: documentation)
      } else if scanner.keyword("method") {
        let name = try memberName()
        let input = try structure()
        try scanner.expect("->")
        methods[name] = .init(name: name, input: input, output: try structure(), documentation: documentation)
      } else if scanner.keyword("error") {
        let name = try memberName()
        errors[name] = .init(name: name, parameters: try structure(), documentation: documentation)
      } else {
        throw scanner.error(.expected("“type”, “method” or “error”"))
      }
    }
    for reference in references where types[reference.name] == nil {
      throw scanner.error(.unknownType(reference.name), at: reference.position)
    }
    return VarlinkInterface(
      name: name, text: text, documentation: documentation, methods: methods, types: types, errors: errors)
  }

  /// Types, methods and errors share their names.
  private mutating func memberName() throws(VarlinkSyntaxError) -> String {
    scanner.skipSpace()
    let position = scanner.position
    let name = try scanner.memberName()
    guard names.insert(name).inserted else { throw scanner.error(.duplicate(name), at: position) }
    return name
  }

  private mutating func type() throws(VarlinkSyntaxError) -> VarlinkType {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw scanner.error(.nestedTooDeep) }
    if scanner.take("?") {
      let inner = try type()
      if case .nullable = inner { throw scanner.error(.expected("a type that is not nullable already")) }
      return .nullable(inner)
    }
    if scanner.take("[]") { return .array(try type()) }
    if scanner.take("[string]") { return .map(try type()) }
    if scanner.keyword("bool") { return .bool }
    if scanner.keyword("int") { return .int }
    if scanner.keyword("float") { return .float }
    if scanner.keyword("string") { return .string }
    if scanner.keyword("object") { return .object }
    scanner.skipSpace()
    let position = scanner.position
    if let name = try? scanner.memberName() {
      references.append((name, position))
      return .named(name)
    }
    return try structureOrEnumeration()
  }

  private mutating func structure() throws(VarlinkSyntaxError) -> [VarlinkType.Field] {
    let position = scanner.position
    guard case .structure(let fields) = try structureOrEnumeration() else {
      throw scanner.error(.expected("fields with their types"), at: position)
    }
    return fields
  }

  /// What stands in parentheses: fields when the first name is followed by a colon, words otherwise.
  private mutating func structureOrEnumeration() throws(VarlinkSyntaxError) -> VarlinkType {
    guard scanner.take("(") else { throw scanner.error(.expected("a type")) }
    if scanner.take(")") { return .structure([]) }
    var seen: Set<String> = []
    let first = try uniqueName(&seen)
    guard scanner.take(":") else {
      var words = [first]
      while scanner.take(",") { words.append(try uniqueName(&seen)) }
      try scanner.expect(")")
      return .enumeration(words)
    }
    var fields = [VarlinkType.Field(name: first, type: try type())]
    while scanner.take(",") {
      let name = try uniqueName(&seen)
      try scanner.expect(":")
      fields.append(VarlinkType.Field(name: name, type: try type()))
    }
    try scanner.expect(")")
    return .structure(fields)
  }

  private mutating func uniqueName(_ seen: inout Set<String>) throws(VarlinkSyntaxError) -> String {
    scanner.skipSpace()
    let position = scanner.position
    let name = try scanner.fieldName()
    guard seen.insert(name).inserted else { throw scanner.error(.duplicate(name), at: position) }
    return name
  }
}
