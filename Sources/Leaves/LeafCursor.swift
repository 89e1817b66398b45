internal import StrictJSON

/// The members of a leaf's `data`.
struct LeafData {
  var digests: UnsafeRawBufferPointer?
  var actor: UnsafeRawBufferPointer
  var behalf: UnsafeRawBufferPointer?
  var cause: Int?
  var command: UnsafeRawBufferPointer?
  var facts: UnsafeRawBufferPointer
  var localDate: UnsafeRawBufferPointer
  var previous: UnsafeRawBufferPointer?
  var received: Int64
  var revision: Int
  var ruleSet: UnsafeRawBufferPointer?
  var simulated: Bool
  var stream: UnsafeRawBufferPointer
}

/// What stands around it.
struct LeafEnvelope {
  var origin: UnsafeRawBufferPointer
  var recorded: Int64
  var effective: Int64
  var subject: UnsafeRawBufferPointer?
  var type: UnsafeRawBufferPointer
}

/// Reads the one shape a leaf has. `LeafBytes` writes it; the two are tested against each other.
struct LeafCursor {
  private var cursor: CanonicalCursor
  private let bytes: UnsafeRawBufferPointer
  private struct Unexpected: Error {}

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    cursor = CanonicalCursor(bytes)
  }

  /// - Throws: `LeafError` where the id is another, and anything else for another shape.
  mutating func leaf(_ position: Int) throws -> Leaf {
    try cursor.beginObject()
    try expect("data")
    let data = try data()
    try expect("dataschema")
    let schema = try plain()
    try expect("id")
    try checkID(position)
    try expect("recordedtime")
    let recorded = try time()
    try expect("source")
    let origin = try plain()
    try expect("specversion")
    guard try plain().elementsEqual("1.0".utf8) else { throw Unexpected() }
    let subject = cursor.member("subject") ? try plain() : nil
    try expect("time")
    let effective = try time()
    try expect("type")
    let type = try plain()
    try cursor.endObject()
    guard cursor.isAtEnd, schema.count > type.count, schema.suffix(type.count).elementsEqual(type) else {
      throw Unexpected()
    }
    return Leaf(
      position: position, bytes: bytes, data: data,
      envelope: LeafEnvelope(origin: origin, recorded: recorded, effective: effective, subject: subject, type: type))
  }

  private mutating func data() throws -> LeafData {
    try cursor.beginObject()
    let digests = cursor.member("_sd") ? try digestArray() : nil
    try expect("actor")
    let actor = try plain()
    let behalf = cursor.member("behalf") ? try plain() : nil
    let cause = cursor.member("cause") ? try natural() : nil
    let command = cursor.member("command") ? try plain() : nil
    try expect("facts")
    let facts = try cursor.rawValue()
    guard facts.first == UInt8(ascii: "{") else { throw Unexpected() }
    try expect("localdate")
    let localDate = try cursor.rawString()
    guard TimeText.isDate(localDate) else { throw Unexpected() }
    let previous = cursor.member("previous") ? try plain() : nil
    try expect("received")
    let received = try time()
    try expect("revision")
    let revision = try natural()
    guard (previous == nil) == (revision == 0) else { throw Unexpected() }
    let ruleSet = cursor.member("ruleset") ? try plain() : nil
    var simulated = false
    if cursor.member("simulated") {
      simulated = try cursor.bool()
      guard simulated else { throw Unexpected() }
    }
    try expect("stream")
    let stream = try plain()
    try cursor.endObject()
    return LeafData(
      digests: digests, actor: actor, behalf: behalf, cause: cause, command: command, facts: facts,
      localDate: localDate, previous: previous, received: received, revision: revision, ruleSet: ruleSet,
      simulated: simulated, stream: stream)
  }

  private mutating func expect(_ name: StaticString) throws {
    guard cursor.member(name) else { throw Unexpected() }
  }

  /// A string that stands for itself: no escapes, so that its bytes are its text.
  private mutating func plain() throws -> UnsafeRawBufferPointer {
    let text = try cursor.rawString()
    guard !text.isEmpty, PlainText.allows(text) else { throw Unexpected() }
    return text
  }

  private mutating func time() throws -> Int64 {
    guard let time = TimeText.milliseconds(try cursor.rawString()) else { throw Unexpected() }
    return time
  }

  private mutating func natural() throws -> Int {
    let value = try cursor.integer()
    guard value >= 0 else { throw Unexpected() }
    return Int(value)
  }

  private mutating func checkID(_ position: Int) throws {
    let id = try plain()
    var digits: UInt64 = 0
    for byte in id {
      guard case let digit = byte &- UInt8(ascii: "0"), digit <= 9, id.count < 17 else { throw Unexpected() }
      digits = digits * 10 + UInt64(digit)
    }
    guard id.count == 1 || id[0] != UInt8(ascii: "0") else { throw Unexpected() }
    guard digits == UInt64(position) else { throw LeafError(position: position, .misplaced) }
  }

  /// Sorted, each once, each 43 characters; never empty.
  private mutating func digestArray() throws -> UnsafeRawBufferPointer {
    let start = cursor.offset
    var last: UnsafeRawBufferPointer?
    try cursor.beginArray()
    while try cursor.element() {
      let digest = try plain()
      guard digest.count == 43 else { throw Unexpected() }
      if let last, !last.lexicographicallyPrecedes(digest) { throw Unexpected() }
      last = digest
    }
    guard last != nil else { throw Unexpected() }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<cursor.offset])
  }
}
