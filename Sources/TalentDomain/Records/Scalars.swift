package import StrictJSON

extension Bool: Value {
  package static let blank = false
  package static let shape = Shape.bool

  package static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> Bool {
    do { return try cursor.bool() } catch { throw Fault(.expected("true or false")) }
  }

  package func write(_ writer: inout CanonicalWriter) { writer.bool(self) }
}

extension Int: Value {
  package static let blank = 0
  /// As wide as a JSON number is exact.
  package static let shape = Shape.integer(-9_007_199_254_740_991...9_007_199_254_740_991)

  package static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> Int {
    do { return Int(try cursor.integer()) } catch { throw Fault(.expected("a whole number")) }
  }

  package func write(_ writer: inout CanonicalWriter) { writer.integer(Int64(self)) }
}

/// One of a fixed set of words, which are its raw values.
package protocol Choice: Value, CaseIterable, RawRepresentable<String> {}

extension Choice {
  package static var blank: Self { allCases[allCases.startIndex] }
  package static var shape: Shape { .choice(name: typeName(Self.self), words: allCases.map(\.rawValue)) }

  package static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> Self {
    guard let word = try? cursor.string() else { throw Fault(.expected("a word")) }
    guard let value = Self(rawValue: word) else { throw Fault(.notOneOf(allCases.map(\.rawValue))) }
    return value
  }

  package func write(_ writer: inout CanonicalWriter) { writer.string(rawValue) }
}

extension Array: Value where Element: Value {
  package static var blank: [Element] { [] }
  /// No list in the programme is longer: 300 nominees, 12 gatherings, 5 answers; imports come in pages of this size.
  package static var limit: Int { 2000 }
  package static var shape: Shape { .list(Element.shape, limit: limit) }

  package static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> [Element] {
    do { try cursor.beginArray() } catch { throw Fault(.expected("a list")) }
    var elements: [Element] = []
    while true {
      do { guard try cursor.element() else { return elements } } catch { throw Fault(.expected("a list")) }
      guard elements.count < limit else { throw Fault(.tooMany(limit: limit)) }
      do { elements.append(try Element.read(&cursor)) } catch { throw error.within(String(elements.count + 1)) }
    }
  }

  package func write(_ writer: inout CanonicalWriter) {
    writer.beginArray()
    for element in self { element.write(&writer) }
    writer.endArray()
  }

  package mutating func resolve(_ resolver: inout some Resolver) throws(Fault) {
    for index in indices {
      do { try self[index].resolve(&resolver) } catch { throw error.within(String(index + 1)) }
    }
  }
}

/// A SHA-256 digest or an HMAC, 43 characters of base64url without padding. The domain compares digests; it makes none.
package struct Digest: Sendable, Hashable {
  package let text: String

  package init?(_ text: String) {
    let isDigit: (UInt8) -> Bool = {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F
    }
    guard text.utf8.count == 43, text.utf8.allSatisfy(isDigit) else { return nil }
    self.text = text
  }

  private init(blank: String) { text = blank }
  package static let blank = Digest(blank: "")
}

extension Digest: Value {
  package static let shape = Shape.digest

  package static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> Digest {
    guard let text = try? cursor.string(), let digest = Digest(text) else {
      throw Fault(.expected("a digest of 43 characters"))
    }
    return digest
  }

  package func write(_ writer: inout CanonicalWriter) { writer.string(text) }
}
