/// A new key for the log's signatures. It changes no state that rules look at, so it is no command of the programme: the log
/// itself does it, and records it.
package struct RotateLogKey: Query {
  package var overlapDays: Int?

  package typealias Answer = LogKeyList
  package static let purpose = Bilingual(
    da: "Skift loggens nøgle. Den gamle står inde for den nye, og begge underskriver, til overlappet er forbi.",
    en: "Change the log's key. The old one vouches for the new one, and both sign until the overlap has passed.")
  package static let area = Area.administration

  package static let usualOverlap = 30
  package static let overlap = 1...366

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("overlapDays", &overlapDays, "For how many days both sign: 1 to 366, 30 where nobody says.")
  }
}

/// Which keys sign, or signed, for the log?
package struct ListLogKeys: Query {
  package typealias Answer = LogKeyList
  package static let purpose = Bilingual(
    da: "Loggens nøgler: hvilken der underskriver nu, og hvilke der har gjort det.",
    en: "The log's keys: which one signs now, and which have.")
  package static let area = Area.administration

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// The answer to both, the first key first.
package struct LogKeyList: Record {
  package var keys: [LogKeyLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("keys", &keys)
  }
}

package struct LogKeyLine: Record {
  package var key = Line("")
  package var until: Instant?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("key", &key, "The verifier key (C2SP signed-note).")
    try members("until", &until, "Until when it signs beside its successor; absent for the newest one.")
  }
}
