internal import Leaves
internal import StrictJSON

/// What the log itself adds to a draft.
struct LeafStamp {
  var position: Int
  var revision: Int
  /// Base64url of the SHA-256 of the stream's previous leaf.
  var previous: String?
  var recorded: Int64
  var origin: String
  var schemaPrefix: String
  var simulated: Bool
  /// Of the sealed fields, sorted.
  var digests: [String]
}

/// Writes a leaf: CloudEvents 1.0 in canonical JSON. `LeafCursor` reads it back.
enum LeafBytes {
  /// The most bytes a leaf may have; C2SP tiles count an entry's length in 16 bits.
  static let limit = 65_535
  static let sealedLimit = 256

  static func make(_ draft: Draft, _ stamp: LeafStamp) throws(LogError) -> [UInt8] {
    try check(draft)
    var json = CanonicalWriter(reserving: 640 + draft.facts.count + 46 * stamp.digests.count)
    json.beginObject()
    json.key("data")
    writeData(draft, stamp, to: &json)
    json.key("dataschema")
    json.string(stamp.schemaPrefix + draft.type)
    json.key("id")
    json.string(String(stamp.position))
    json.key("recordedtime")
    json.string(TimeText.text(stamp.recorded))
    json.key("source")
    json.string(stamp.origin)
    json.key("specversion")
    json.plain("1.0")
    json.optional("subject", draft.subject)
    json.key("time")
    json.string(TimeText.text(draft.effective))
    json.key("type")
    json.string(draft.type)
    json.endObject()
    guard json.bytes.count <= limit else { throw .leafTooLarge(bytes: json.bytes.count) }
    return json.bytes
  }

  private static func writeData(_ draft: Draft, _ stamp: LeafStamp, to json: inout CanonicalWriter) {
    json.beginObject()
    if !stamp.digests.isEmpty {
      json.key("_sd")
      json.beginArray()
      for digest in stamp.digests { json.string(digest) }
      json.endArray()
    }
    json.key("actor")
    json.string(draft.actor)
    json.optional("behalf", draft.behalf)
    if let cause = draft.cause {
      json.key("cause")
      json.integer(Int64(cause))
    }
    json.optional("command", draft.command)
    json.key("facts")
    json.raw(draft.facts)
    json.key("localdate")
    json.string(draft.localDate)
    json.optional("previous", stamp.previous)
    json.key("received")
    json.string(TimeText.text(draft.received))
    json.key("revision")
    json.integer(Int64(stamp.revision))
    json.optional("ruleset", draft.ruleSet)
    if stamp.simulated {
      json.key("simulated")
      json.bool(true)
    }
    json.key("stream")
    json.string(draft.stream)
    json.endObject()
  }

  /// A leaf cannot be taken back: what would make one that the reader refuses is stopped here.
  private static func check(_ draft: Draft) throws(LogError) {
    for (text, fault) in [(draft.stream, DraftFault.stream), (draft.type, .type), (draft.actor, .actor)]
    where !PlainText.allows(text) {
      throw .invalidDraft(fault)
    }
    for (text, fault) in [
      (draft.subject, DraftFault.subject), (draft.behalf, .behalf), (draft.command, .command),
      (draft.ruleSet, .ruleSet),
    ] {
      if let text, !PlainText.allows(text) { throw .invalidDraft(fault) }
    }
    guard TimeText.range.contains(draft.effective), TimeText.range.contains(draft.received) else {
      throw .invalidDraft(.time)
    }
    guard Array(draft.localDate.utf8).withUnsafeBytes({ TimeText.isDate($0) }) else {
      throw .invalidDraft(.localDate)
    }
    if let cause = draft.cause, cause < 0 { throw .invalidDraft(.cause) }
    guard draft.sealed.count <= sealedLimit else { throw .invalidDraft(.sealedCount) }
    guard draft.facts.withUnsafeBytes({ isObject($0) }) else { throw .invalidDraft(.facts) }
  }

  private static func isObject(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.first == UInt8(ascii: "{") else { return false }
    var cursor = CanonicalCursor(bytes)
    return (try? cursor.rawValue()) != nil && cursor.isAtEnd
  }
}

extension CanonicalWriter {
  fileprivate mutating func optional(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }
}
