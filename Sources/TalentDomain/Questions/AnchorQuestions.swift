/// What should somebody outside sign? For the program that asks witnesses and time-stamp authorities.
package struct CheckpointForAnchoring: Query {
  package var from: Int?
  package var size: Int?

  package typealias Answer = CheckpointToAnchor
  package static let purpose = Bilingual(
    da:
      "Et kontrolpunkt, som vidner og tidsstempelmyndigheder skal skrive under på, og beviset for, at loggen kun er vokset.",
    en: "A checkpoint for witnesses and time-stamp authorities to sign, and the proof that the log has only grown.")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members(
      "from", &from, "The size that a witness knows: the proof leads from there. Without it there is no proof.")
    try members("size", &size, "A checkpoint that was signed before. Without it, one is signed of everything there is.")
  }
}

/// The answer to `CheckpointForAnchoring`.
package struct CheckpointToAnchor: Record {
  package var due = false
  package var earlier: [Int] = []
  package var known: [WitnessedSize] = []
  package var note = Document.blank
  package var proof: [Digest] = []
  package var size = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("due", &due, "Whether there is anything that enough others have not signed yet.")
    try members(
      "earlier", &earlier, "Sizes of checkpoints before a turning point, to be anchored first, in this order.")
    try members("known", &known, "What each witness has cosigned last.")
    try members("note", &note, "The checkpoint as the log signed it (C2SP tlog-checkpoint).")
    try members("proof", &proof, "The consistency proof, as RFC 6962 orders it.")
    try members("size", &size)
  }
}

/// So far one witness has followed.
package struct WitnessedSize: Record {
  package var name = Line("")
  package var size = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("name", &name, "The name that stands in its cosignatures.")
    try members("size", &size)
  }
}

/// Keeps what somebody outside signed, once it has been checked. The same again is kept once.
package struct KeepAnchor: Query {
  package var authority: Code?
  package var cosignature: Line?
  package var size = 0
  package var timestamp: Document?

  package typealias Answer = AnchorKept
  package static let purpose = Bilingual(
    da: "Gem et vidnes medunderskrift eller et tidsstempel, når det er efterprøvet.",
    en: "Keep a witness's cosignature or a time-stamp, once it has been checked.")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("authority", &authority, "Who stamped, by the name in the configuration; with `timestamp`.")
    try members("cosignature", &cosignature, "A witness's signature line (C2SP tlog-cosignature), without its newline.")
    try members("size", &size, "Of the checkpoint that was signed.")
    try members("timestamp", &timestamp, "The response over the bytes of the checkpoint's note (RFC 3161), in base64.")
  }
}

/// The answer to `KeepAnchor`.
package struct AnchorKept: Record {
  package var name = Line("")
  package var repeated = false
  package var time = Instant.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("name", &name)
    try members("repeated", &repeated, "Whether it had been kept before.")
    try members("time", &time, "When it was signed, by the word of whoever signed it.")
  }
}

/// How far others vouch for the log: part of `ServiceStatus`.
package struct AnchorStatus: Record {
  package var configured = false
  package var events = 0
  package var lacking: [Line] = []
  package var size: Int?
  package var time: Instant?
  package var warnHours = 0
  package var warning = false

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("configured", &configured, "Whether a policy names witnesses.")
    try members("events", &events, "Recorded since the last checkpoint that the policy is satisfied with.")
    try members("lacking", &lacking, "Witnesses and authorities that have not signed that checkpoint, nor a later one.")
    try members("size", &size, "Of the last checkpoint that the policy is satisfied with.")
    try members("time", &time, "When enough had signed it.")
    try members("warnHours", &warnHours, "How old it may become.")
    try members("warning", &warning, "Whether it is older.")
  }
}

/// Somebody's signature below a checkpoint: part of `CheckpointShown`.
package struct CheckpointAnchor: Record {
  package var kind = AnchorKind.blank
  package var name = Line("")
  package var time = Instant.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("kind", &kind)
    try members("name", &name)
    try members("time", &time, "When, by the word of whoever signed.")
  }
}

/// In what way somebody vouches.
package enum AnchorKind: String, Choice {
  /// A witness: the log has only grown.
  case cosignature
  /// An authority: the checkpoint existed by then.
  case timestamp
}

/// A checkpoint that others have signed: part of `CheckpointShown`.
package struct AnchoredCheckpoint: Record {
  package var anchors: [CheckpointAnchor] = []
  package var note = Document.blank
  package var satisfied = false
  package var size = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("anchors", &anchors)
    try members("note", &note, "As the log signed it.")
    try members("satisfied", &satisfied, "Whether the policy is satisfied with it.")
    try members("size", &size)
  }
}
