/// Every key has been wrapped under a new master key. Nothing of either stands here.
package struct MasterKeyRotated: RecordFact {
  package var awaited = false
  package var number = 0

  package static let type: StaticString = "master-key.rotated.v1"
  package static let purpose = Bilingual(
    da: "Hovednøglen er skiftet.",
    en: "The master key has been changed.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members(
      "awaited", &awaited, "Whether the key is a credential, which an administrator must put in its place by hand.")
    try members("number", &number, "Of the new key; the log was made with number 1.")
  }
}

/// The master key has been shown to an administrator, for the safe.
package struct MasterKeyEscrowed: RecordFact {
  package var number = 0

  package static let type: StaticString = "master-key.escrowed.v1"
  package static let purpose = Bilingual(
    da: "Hovednøglen er udskrevet til pengeskabet.",
    en: "The master key has been printed for the safe.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("number", &number, "Of the key that was shown; the log was made with number 1.")
  }
}
