/// Evidence has been handed out: a cohort's, or one person's part of it. It says where each stream ended, so that nobody can
/// leave out the last events of a bundle without having written a falsehood into the log.
package struct BundleExported: RecordFact {
  package var cohort = Code.blank
  package var person: Alias?
  package var streams: [StreamEnd] = []
  package var whole = false

  package static let type: StaticString = "bundle.exported.v1"
  package static let purpose = Bilingual(
    da: "En bevispakke er udleveret.",
    en: "An evidence bundle has been handed out.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("person", &person, "Whose part, by the alias of the cohort; absent where it is the whole cohort's.")
    try members("streams", &streams, "Where each stream of the bundle ended, just before this event.")
    try members("whole", &whole, "Whether it holds the leaves of the whole log.")
  }
}

/// So many events a stream has, and the digest of the last.
package struct StreamEnd: Record {
  package var count = 0
  package var head = Digest.blank
  package var stream = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("count", &count)
    try members("head", &head, "SHA-256 of the stream's last leaf.")
    try members("stream", &stream)
  }
}

/// Somebody outside has signed what the log was: a witness that it only grew, or a time-stamp authority when.
package struct CheckpointAnchored: RecordFact {
  package var cosignature: Line?
  package var name = Line("")
  package var note = Document.blank
  package var size = 0
  package var time = Instant.blank
  package var timestamp: Document?

  package static let type: StaticString = "checkpoint.anchored.v1"
  package static let purpose = Bilingual(
    da: "Et kontrolpunkt er bevidnet af nogen uden for kommunen.",
    en: "A checkpoint has been witnessed by somebody outside.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cosignature", &cosignature, "A witness's signature line (C2SP tlog-cosignature), without its newline.")
    try members("name", &name, "The witness's or the authority's name.")
    try members("note", &note, "The checkpoint as the log signed it.")
    try members("size", &size, "Of the checkpoint, in leaves.")
    try members("time", &time, "When it was signed, by the word of whoever signed it.")
    try members("timestamp", &timestamp, "A time-stamp response over the bytes of the note (RFC 3161), in base64.")
  }
}

/// The log signs with a further key from now on.
package struct LogKeyRotated: RecordFact {
  package var key = Line("")
  package var previous = Line("")
  package var proof = Line("")
  package var signature = Line("")
  package var until = Instant.blank

  package static let type: StaticString = "log-key.rotated.v1"
  package static let purpose = Bilingual(
    da: "Loggens nøgle er skiftet.",
    en: "The log's key has been changed.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("key", &key, "The new verifier key (C2SP signed-note).")
    try members("previous", &previous, "The key that vouches for it.")
    try members("proof", &proof, "The new key's Ed25519 signature over the statement of the rotation, in base64.")
    try members("signature", &signature, "The previous key's signature over the same.")
    try members("until", &until, "Until when checkpoints bear both signatures.")
  }
}
