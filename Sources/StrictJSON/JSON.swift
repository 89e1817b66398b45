/// A JSON value as a tree: for messages and configuration. Leaves of the log are read with `CanonicalCursor` instead.
///
/// Two values are equal when they are the same JSON: members compare without regard to their order, strings by their bytes.
/// (Swift's own `==` on strings treats a composed and a decomposed «å» as equal; signatures and digests do not.)
package indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  /// Within ±(2^53 − 1) when it was parsed.
  case integer(Int64)
  /// Finite. A number written with a fraction or an exponent, whatever its value.
  case double(Double)
  case string(String)
  case array([JSON])
  /// In the order in which they were written; each name once.
  case object([Member])

  package struct Member: Sendable, Hashable {
    package var name: String
    package var value: JSON

    package init(name: String, value: JSON) {
      self.name = name
      self.value = value
    }

    package static func == (left: Member, right: Member) -> Bool {
      left.name.hasSameBytes(as: right.name) && left.value == right.value
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combineBytes(of: name)
      hasher.combine(value)
    }
  }
}

extension JSON: Hashable {
  package static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.double(let left), .double(let right)): left == right
    case (.string(let left), .string(let right)): left.hasSameBytes(as: right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)):
      left.count == right.count && (left == right || left.sortedByName == right.sortedByName)
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .double(let value): hasher.combine(value)
    case .string(let value): hasher.combineBytes(of: value)
    case .array(let elements): hasher.combine(elements)
    case .object(let members): hasher.combine(members.sortedByName)
    }
  }
}

extension String {
  func hasSameBytes(as other: String) -> Bool { utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8) }
}

extension Hasher {
  mutating func combineBytes(of text: String) {
    for byte in text.utf8 { combine(byte) }
    combine(text.utf8.count)
  }
}
