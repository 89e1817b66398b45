internal import SwiftASN1

/// The parts of a constructed value, taken one after the other.
struct Nodes {
  private var rest: [ASN1Node]

  /// Those of a sequence.
  init(_ node: ASN1Node, _ identifier: ASN1Identifier = .sequence) throws(TimeStampError) {
    guard node.identifier == identifier, case .constructed(let parts) = node.content else { throw .malformed }
    rest = Array(parts).reversed()
  }

  var isEmpty: Bool { rest.isEmpty }

  mutating func next() throws(TimeStampError) -> ASN1Node {
    guard let node = rest.popLast() else { throw .malformed }
    return node
  }

  /// The next one if it has that tag.
  mutating func next(if identifier: ASN1Identifier) -> ASN1Node? {
    rest.last?.identifier == identifier ? rest.popLast() : nil
  }

  mutating func next<Value: DERParseable>(_: Value.Type) throws(TimeStampError) -> Value { try next().value() }

  /// All that are left.
  var all: [ASN1Node] { rest.reversed() }
}

extension ASN1Node {
  func value<Value: DERParseable>(_: Value.Type = Value.self) throws(TimeStampError) -> Value {
    do { return try Value(derEncoded: self) } catch { throw .malformed }
  }

  /// The bytes of a primitive value.
  var primitive: ArraySlice<UInt8>? {
    guard case .primitive(let bytes) = content else { return nil }
    return bytes
  }
}

extension ASN1Identifier {
  /// `[n]`, as optional parts are tagged.
  static func context(_ number: UInt) -> ASN1Identifier {
    ASN1Identifier(tagWithNumber: number, tagClass: .contextSpecific)
  }
}

/// An algorithm, whose parameters play no part here.
func algorithm(_ node: ASN1Node) throws(TimeStampError) -> ASN1ObjectIdentifier {
  var parts = try Nodes(node)
  return try parts.next(ASN1ObjectIdentifier.self)
}
