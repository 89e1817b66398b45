/// An interface as its definition describes it, with the text as given.
///
/// The language: <https://varlink.org/Interface-Definition>.
package struct VarlinkInterface: Sendable, Hashable {
  package struct Method: Sendable, Hashable {
    /// Without the interface, such as `GetInfo`.
    package let name: String
    package let input: [VarlinkType.Field]
    package let output: [VarlinkType.Field]
    package let documentation: String
  }

  package struct ErrorDefinition: Sendable, Hashable {
    package let name: String
    package let parameters: [VarlinkType.Field]
    package let documentation: String
  }

  package struct TypeDefinition: Sendable, Hashable {
    package let name: String
    /// A structure or an enumeration.
    package let type: VarlinkType
    package let documentation: String
  }

  /// Reverse-domain name, such as `org.varlink.service`.
  package let name: String
  /// The definition, byte for byte as it was given.
  package let text: String
  package let documentation: String
  package let methods: [String: Method]
  package let types: [String: TypeDefinition]
  package let errors: [String: ErrorDefinition]

  /// Parses a definition. Every type named in it must be defined in it, and names must differ.
  package init(parsing text: String) throws(VarlinkSyntaxError) {
    var parser = InterfaceParser(text)
    self = try parser.parse()
  }

  init(
    name: String, text: String, documentation: String, methods: [String: Method], types: [String: TypeDefinition],
    errors: [String: ErrorDefinition]
  ) {
    self.name = name
    self.text = text
    self.documentation = documentation
    self.methods = methods
    self.types = types
    self.errors = errors
  }
}

/// Why a text is no interface definition, and where.
package struct VarlinkSyntaxError: Error, Hashable {
  package enum Problem: Sendable, Hashable {
    /// What should have stood there.
    case expected(String)
    /// A type, method, error, field or word of that name stands there for the second time.
    case duplicate(String)
    /// A type that the interface does not define.
    case unknownType(String)
    case nestedTooDeep
  }

  package let problem: Problem
  /// From 1.
  package let line: Int
  /// In characters of the line, from 1.
  package let column: Int
}

extension VarlinkSyntaxError: CustomStringConvertible {
  package var description: String {
    let what =
      switch problem {
      case .expected(let what): "expected \(what)"
      case .duplicate(let name): "\(name) is defined twice"
      case .unknownType(let name): "there is no type \(name)"
      case .nestedTooDeep: "types are nested too deep"
      }
    return "\(line):\(column): \(what)"
  }
}
