/// Rules refused a command of somebody who was entitled to ask. Recorded once for the same actor, content and rules.
package struct CommandRefused: RecordFact {
  package var contentDigest = Digest.blank
  package var method = Line("")
  package var rules: [Line] = []
  package var stream = Line("")

  package static let type: StaticString = "command.refused.v1"
  package static let purpose = Bilingual(
    da: "En regel afviste en kommando.",
    en: "A rule refused a command.")

  package init() {}
  package init(contentDigest: Digest, method: Line, rules: [Line], stream: Line) {
    self.contentDigest = contentDigest
    self.method = method
    self.rules = rules
    self.stream = stream
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("contentDigest", &contentDigest, "HMAC of the command under a key of its actor.")
    try members("method", &method)
    try members("rules", &rules, "The rules that refused it; the first gives the refusal its name.")
    try members("stream", &stream, "The stream that it would have written to.")
  }
}

/// So many more refusals of one actor within an hour that they are only counted.
package struct RefusalsSummarised: RecordFact {
  package var count = 0
  package var hour = Instant.blank

  package static let type: StaticString = "refusals.summarised.v1"
  package static let purpose = Bilingual(
    da: "Flere afvisninger, end der registreres enkeltvis, inden for en time.",
    en: "More refusals within an hour than are recorded one by one.")

  package init() {}
  package init(count: Int, hour: Instant) {
    self.count = count
    self.hour = hour
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("count", &count)
    try members("hour", &hour, "When the hour began.")
  }
}
