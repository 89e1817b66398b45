package import StrictJSON

/// Anything that may stand in a leaf, a sealed record, a command or an answer: one definition reads, writes and describes it.
package protocol Value: Sendable, Hashable {
  /// What a record holds before it has been read. Never a meaningful value.
  static var blank: Self { get }
  /// Its form, from which JSON Schema and the socket's interface are made.
  static var shape: Shape { get }
  static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> Self
  func write(_ writer: inout CanonicalWriter)
  /// Shows every person and thing named within this value to the resolver, which fills in who or what it is.
  mutating func resolve(_ resolver: inout some Resolver) throws(Fault)
}

extension Value {
  package mutating func resolve(_ resolver: inout some Resolver) throws(Fault) {}

  /// The canonical bytes of this value.
  package var canonical: [UInt8] {
    var writer = CanonicalWriter()
    write(&writer)
    return writer.bytes
  }

  /// Reads one value from canonical bytes, all of them.
  package init(canonical bytes: UnsafeRawBufferPointer) throws(Fault) {
    var cursor = CanonicalCursor(bytes)
    self = try Self.read(&cursor)
    guard cursor.isAtEnd else { throw Fault(.expected("nothing further")) }
  }

  package init(canonical bytes: [UInt8]) throws(Fault) {
    // Typed throws do not pass through `withUnsafeBytes`, a result does.
    self = try bytes.withUnsafeBytes { buffer in Result { () throws(Fault) in try Self(canonical: buffer) } }.get()
  }
}

/// What is wrong with a value that was read, and where. It never quotes the value, which may be personal.
package struct Fault: Error, Hashable {
  package enum Problem: Sendable, Hashable {
    /// Something else was expected: what.
    case expected(String)
    /// None of the allowed words: which they are.
    case notOneOf([String])
    case outOfRange(ClosedRange<Int>)
    case tooLong(limit: Int)
    case tooMany(limit: Int)
    case missing
    case unknownMember
  }

  package let problem: Problem
  /// From the outermost member inwards, such as `answers`, `3`, `basis`.
  package private(set) var path: [String]

  package init(_ problem: Problem, at path: [String] = []) {
    self.problem = problem
    self.path = path
  }

  package func within(_ name: String) -> Fault { Fault(problem, at: [name] + path) }
}

/// The form of a value.
package indirect enum Shape: Sendable, Hashable {
  case alias, bool, code, date, instant, localTime, rational, digest, person
  case integer(ClosedRange<Int>)
  case line(limit: Int)
  case text(limit: Int)
  /// One of some words; the name is the type's.
  case choice(name: String, words: [String])
  case list(Shape, limit: Int)
  case record(RecordShape)
}

/// The form of a record: its name and its members in canonical order.
package struct RecordShape: Sendable, Hashable {
  package struct Member: Sendable, Hashable {
    package let name: String
    package let shape: Shape
    package let isOptional: Bool
    package let note: String
  }

  package let name: String
  package let members: [Member]
}
