internal import StrictJSON

/// A view of one stored event, read front to back without building a tree.
///
/// It lends: the bytes belong to whoever made the view, and the view lives no longer than they do. The shape is CloudEvents
/// 1.0 with the members of `data` in canonical order; anything else is an error that names the position.
package struct Leaf {
  package let position: Int
  /// All of it, as hashed.
  package let bytes: UnsafeRawBufferPointer
  /// A canonical JSON object.
  package let facts: UnsafeRawBufferPointer
  /// When it took effect, was recorded, and arrived: milliseconds since 1970 (UTC).
  package let effective: Int64
  package let recorded: Int64
  package let received: Int64
  /// Within its stream, from 0.
  package let revision: Int
  package let cause: Int?
  package let simulated: Bool
  /// Names as ASCII, for comparing without making strings.
  package let typeBytes: UnsafeRawBufferPointer
  package let streamBytes: UnsafeRawBufferPointer
  package let actorBytes: UnsafeRawBufferPointer
  package let subjectBytes: UnsafeRawBufferPointer?
  package let behalfBytes: UnsafeRawBufferPointer?
  package let commandBytes: UnsafeRawBufferPointer?
  package let previousBytes: UnsafeRawBufferPointer?
  package let ruleSetBytes: UnsafeRawBufferPointer?
  package let localDateBytes: UnsafeRawBufferPointer
  package let originBytes: UnsafeRawBufferPointer
  /// The array as it stands, where there is one.
  private let digestBytes: UnsafeRawBufferPointer?

  package var type: String { text(typeBytes) }
  package var stream: String { text(streamBytes) }
  package var actor: String { text(actorBytes) }
  package var subject: String? { subjectBytes.map(text) }
  /// On whose behalf.
  package var behalf: String? { behalfBytes.map(text) }
  package var command: String? { commandBytes.map(text) }
  /// Base64url of the SHA-256 of the stream's previous leaf; nil at revision 0.
  package var previous: String? { previousBytes.map(text) }
  package var ruleSet: String? { ruleSetBytes.map(text) }
  /// `YYYY-MM-DD`, where it was recorded.
  package var localDate: String { text(localDateBytes) }
  package var origin: String { text(originBytes) }

  /// The digests of the sealed fields, in their order in the leaf.
  package var digests: [String] {
    guard let digestBytes else { return [] }
    var cursor = CanonicalCursor(digestBytes)
    var digests: [String] = []
    // The bytes went through this very cursor when the view was made, so that it cannot fail here.
    guard (try? cursor.beginArray()) != nil else { return [] }
    while (try? cursor.element()) == true, let digest = try? cursor.string() { digests.append(digest) }
    return digests
  }

  package init(_ bytes: UnsafeRawBufferPointer, position: Int) throws(LeafError) {
    var reader = LeafCursor(bytes)
    do {
      self = try reader.leaf(position)
    } catch let error as LeafError {
      throw error
    } catch {
      throw LeafError(position: position, .malformed)
    }
  }

  init(position: Int, bytes: UnsafeRawBufferPointer, data: LeafData, envelope: LeafEnvelope) {
    self.position = position
    self.bytes = bytes
    facts = data.facts
    effective = envelope.effective
    recorded = envelope.recorded
    received = data.received
    revision = data.revision
    cause = data.cause
    simulated = data.simulated
    typeBytes = envelope.type
    streamBytes = data.stream
    actorBytes = data.actor
    subjectBytes = envelope.subject
    behalfBytes = data.behalf
    commandBytes = data.command
    previousBytes = data.previous
    ruleSetBytes = data.ruleSet
    localDateBytes = data.localDate
    originBytes = envelope.origin
    digestBytes = data.digests
  }
}

private func text(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes, as: UTF8.self) }

extension [UInt8] {
  /// A view of a leaf that one holds as bytes, for as long as the closure runs.
  package func withLeaf<Value>(at position: Int, _ body: (Leaf) throws -> Value) throws -> Value {
    try withUnsafeBytes { bytes in try body(try Leaf(bytes, position: position)) }
  }
}
