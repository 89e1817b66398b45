package import StrictJSON

/// What is wrong with the parameters of a call, and where. It never quotes a value: it may be personal.
package struct VarlinkFault: Error, Hashable {
  package enum Problem: Sendable, Hashable {
    case unknownMember
    case missing
    /// The type that should stand there, as the definition language writes it.
    case wrongType(String)
    /// The words that may stand there.
    case notOneOf([String])
  }

  /// Such as `answers[3].basis`; empty for the parameters themselves.
  package let path: String
  package let problem: Problem

  package init(path: String, problem: Problem) {
    self.path = path
    self.problem = problem
  }
}

/// Checks JSON against the types of an interface.
package struct TypeChecker: Sendable {
  private let types: [String: VarlinkInterface.TypeDefinition]

  package init(_ interface: VarlinkInterface) {
    types = interface.types
  }

  /// Checks the parameters of a call, or of a reply: an object with these fields and no others.
  package func check(_ parameters: JSON, against fields: [VarlinkType.Field]) throws(VarlinkFault) {
    guard case .object(let members) = parameters else {
      throw VarlinkFault(path: "", problem: .wrongType("object"))
    }
    try check(members, against: fields, at: "")
  }

  private func check(_ members: [JSON.Member], against fields: [VarlinkType.Field], at path: String)
    throws(VarlinkFault)
  {
    // Definitions hold a handful of fields: looking through them is quicker than a table of them.
    for member in members where !fields.contains(where: { $0.name == member.name }) {
      throw VarlinkFault(path: join(path, Self.printable(member.name)), problem: .unknownMember)
    }
    for field in fields {
      guard let member = members.first(where: { $0.name == field.name }) else {
        if case .nullable = field.type { continue }
        throw VarlinkFault(path: join(path, field.name), problem: .missing)
      }
      // The path is only spelled out where there is something further in or something wrong.
      if matchesScalar(member.value, field.type) { continue }
      try check(member.value, field.type, at: join(path, field.name))
    }
  }

  private func check(_ value: JSON, _ type: VarlinkType, at path: String) throws(VarlinkFault) {
    if matchesScalar(value, type) { return }
    switch (type, value) {
    case (.nullable(let inner), _): try check(value, inner, at: path)
    case (.named(let name), _):
      guard let definition = types[name] else { throw VarlinkFault(path: path, problem: .wrongType(name)) }
      try check(value, definition.type, at: path)
    case (.array(let element), .array(let elements)):
      for (index, value) in elements.enumerated() { try check(value, element, at: "\(path)[\(index)]") }
    case (.map(let element), .object(let members)):
      for member in members { try check(member.value, element, at: join(path, Self.printable(member.name))) }
    case (.structure(let fields), .object(let members)): try check(members, against: fields, at: path)
    case (.enumeration(let words), .string): throw VarlinkFault(path: path, problem: .notOneOf(words))
    default: throw VarlinkFault(path: path, problem: .wrongType(type.word))
    }
  }

  /// Whether a value is right without a look inside it.
  private func matchesScalar(_ value: JSON, _ type: VarlinkType) -> Bool {
    switch (type, value) {
    case (.bool, .bool), (.int, .integer), (.float, .double), (.float, .integer), (.string, .string): true
    case (.object, _): value.object != nil
    case (.nullable, .null): true
    case (.nullable(let inner), _): matchesScalar(value, inner)
    case (.enumeration(let words), .string(let word)): words.contains(word)
    default: false
    }
  }

  private func join(_ path: String, _ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  /// A name that the caller made up could be anything: only what could be a field's is given back.
  private static func printable(_ name: String) -> String {
    let isPlain =
      name.utf8.count <= 64
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
    return isPlain ? name : "?"
  }
}

extension VarlinkType {
  /// The type as the definition language writes it, structures shortened.
  fileprivate var word: String {
    switch self {
    case .bool: "bool"
    case .int: "int"
    case .float: "float"
    case .string: "string"
    case .object, .structure: "object"
    case .named(let name): name
    case .array(let element): "[]\(element.word)"
    case .map(let element): "[string]\(element.word)"
    case .nullable(let inner): "?\(inner.word)"
    case .enumeration: "string"
    }
  }
}
