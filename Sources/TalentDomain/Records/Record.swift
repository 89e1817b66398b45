package import StrictJSON

/// A value with named members, which it names exactly once: in `visit`.
///
/// The same visit writes a record, reads it, describes it as a schema and resolves the people it names, so none of these can
/// drift from another. Members are visited in canonical order, that is, sorted by name (a test holds every record to it).
package protocol Record: Value {
  init()
  mutating func visit(_ members: inout some Visitor) throws(Fault)
}

/// Somebody who is shown each member of a record in turn.
package protocol Visitor {
  /// A member that is always there. `note` says what it holds, for the schema's reader.
  mutating func callAsFunction<V: Value>(_ name: StaticString, _ value: inout V, _ note: StaticString) throws(Fault)
  /// A member that may be absent, which is nil.
  mutating func callAsFunction<V: Value>(_ name: StaticString, _ value: inout V?, _ note: StaticString) throws(Fault)
}

extension Visitor {
  package mutating func callAsFunction<V: Value>(_ name: StaticString, _ value: inout V) throws(Fault) {
    try self(name, &value, "")
  }

  package mutating func callAsFunction<V: Value>(_ name: StaticString, _ value: inout V?) throws(Fault) {
    try self(name, &value, "")
  }
}

extension Record {
  package static var blank: Self { Self() }

  package static var shape: Shape { .record(recordShape) }

  package static var recordShape: RecordShape {
    var describer = Describer()
    var blank = Self()
    do {
      try blank.visit(&describer)
    } catch {
      preconditionFailure("a visit throws only what its visitor throws, and describing throws nothing")
    }
    return RecordShape(name: typeName(Self.self), members: describer.members)
  }

  package static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> Self {
    do { try cursor.beginObject() } catch { throw Fault(.expected("an object")) }
    var record = Self()
    var reader = RecordReader(cursor)
    try record.visit(&reader)
    cursor = reader.cursor
    do { try cursor.endObject() } catch { throw Fault(.unknownMember) }
    return record
  }

  package func write(_ writer: inout CanonicalWriter) {
    var copy = self
    // Moved there and back: two writers that held the same bytes would have all of them copied for each record within.
    var recordWriter = RecordWriter(writer.taken())
    recordWriter.writer.beginObject()
    do {
      try copy.visit(&recordWriter)
    } catch {
      preconditionFailure("a visit throws only what its visitor throws, and writing throws nothing")
    }
    recordWriter.writer.endObject()
    writer = recordWriter.writer.taken()
  }

  package mutating func resolve(_ resolver: inout some Resolver) throws(Fault) {
    var visitor = ResolvingVisitor(resolver: resolver)
    try visit(&visitor)
    resolver = visitor.resolver
  }
}

/// Passes a resolver on to each member.
private struct ResolvingVisitor<R: Resolver>: Visitor {
  var resolver: R

  mutating func callAsFunction<V: Value>(_ name: StaticString, _ value: inout V, _ note: StaticString) throws(Fault) {
    do { try value.resolve(&resolver) } catch { throw error.within("\(name)") }
  }

  mutating func callAsFunction<V: Value>(_ name: StaticString, _ value: inout V?, _ note: StaticString) throws(Fault) {
    guard var present = value else { return }
    do { try present.resolve(&resolver) } catch { throw error.within("\(name)") }
    value = present
  }
}

struct RecordReader: Visitor {
  var cursor: CanonicalCursor

  init(_ cursor: CanonicalCursor) {
    self.cursor = cursor
  }

  mutating func callAsFunction<V: Value>(_ name: StaticString, _ value: inout V, _ note: StaticString) throws(Fault) {
    guard cursor.member(name) else { throw Fault(.missing, at: ["\(name)"]) }
    do { value = try V.read(&cursor) } catch { throw error.within("\(name)") }
  }

  mutating func callAsFunction<V: Value>(_ name: StaticString, _ value: inout V?, _ note: StaticString) throws(Fault) {
    guard cursor.member(name) else { return }
    // A client may say `null` for «not given»; the log never does.
    if cursor.null() { return }
    do { value = try V.read(&cursor) } catch { throw error.within("\(name)") }
  }
}

struct RecordWriter: Visitor {
  var writer: CanonicalWriter

  init(_ writer: consuming CanonicalWriter) {
    self.writer = writer
  }

  mutating func callAsFunction<V: Value>(_ name: StaticString, _ value: inout V, _ note: StaticString) throws(Fault) {
    writer.key(name)
    value.write(&writer)
  }

  mutating func callAsFunction<V: Value>(_ name: StaticString, _ value: inout V?, _ note: StaticString) throws(Fault) {
    guard let value else { return }
    writer.key(name)
    value.write(&writer)
  }
}

private struct Describer: Visitor {
  var members: [RecordShape.Member] = []

  mutating func callAsFunction<V: Value>(_ name: StaticString, _ value: inout V, _ note: StaticString) throws(Fault) {
    members.append(.init(name: "\(name)", shape: V.shape, isOptional: false, note: "\(note)"))
  }

  mutating func callAsFunction<V: Value>(_ name: StaticString, _ value: inout V?, _ note: StaticString) throws(Fault) {
    members.append(.init(name: "\(name)", shape: V.shape, isOptional: true, note: "\(note)"))
  }
}

/// A type's name without its module, such as `SeatStateStatus` for `SeatState.Status`: what schemas and the socket call it.
package func typeName(_ type: Any.Type) -> String {
  String(reflecting: type).split(separator: ".").dropFirst().joined()
}
