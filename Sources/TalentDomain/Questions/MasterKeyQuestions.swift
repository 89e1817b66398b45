/// A new master key, while the service goes on. It changes no state that rules look at, so it is no command of the programme:
/// the log itself does it, and records it.
package struct RotateMasterKey: Query {
  package typealias Answer = MasterKeyShown
  package static let purpose = Bilingual(
    da: "Skift hovednøglen, som alle andre nøgler er låst med. Udskriv den nye til pengeskabet bagefter.",
    en: "Change the master key, under which all other keys are locked. Print the new one for the safe afterwards.")
  package static let area = Area.administration

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// The master key, on paper.
package struct EscrowMasterKey: Query {
  package typealias Answer = EscrowPage
  package static let purpose = Bilingual(
    da: "Udskriv hovednøglen til pengeskabet, med kontroltegn. Uden den kan ingen sikkerhedskopi åbnes.",
    en: "Print the master key for the safe, with check sums. Without it no backup can be opened.")
  package static let area = Area.administration

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// What there is to say of the master key without saying it.
package struct MasterKeyShown: Record {
  package var awaited = false
  package var number = 0
  package var since = Instant.blank
  package var source = MasterKeyPlace.file

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members(
      "awaited", &awaited,
      "Whether the service was started with the key before it: the new one must be put in its place, by its page.")
    try members("number", &number, "The log was made with number 1.")
    try members("since", &since, "Since when it is in use.")
    try members("source", &source, "Where the service has it from.")
  }
}

/// Where the service has its master key from.
package enum MasterKeyPlace: String, Choice {
  /// The service manager hands it over.
  case credential
  /// `master.key` in the state folder.
  case file
}

/// A page for the safe.
package struct EscrowPage: Record {
  package var lines: [Line] = []
  package var made = Instant.blank
  package var number = 0
  package var origin = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members(
      "lines", &lines,
      "Four lines of the key, each with its check sum, and a fifth for the whole, in Crockford's base 32.")
    try members("made", &made, "When it was printed.")
    try members("number", &number, "Of the key; the log was made with number 1.")
    try members("origin", &origin, "The log that it belongs to.")
  }
}
