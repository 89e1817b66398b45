/// Somebody looked at people's data in the everyday work. The first look of a reader at somebody on a day is recorded before
/// it is answered; those after it are counted, and recorded when the day has passed or the service stops. How often in all
/// is the sum over the events of that reader and day.
///
/// The reader is the event's actor.
package struct AccessesCounted: RecordFact {
  package var day = CivilDate.blank
  package var looks: [LookCount] = []

  package static let type: StaticString = "accesses.counted.v1"
  package static let purpose = Bilingual(
    da: "Så mange gange har nogen set andres personoplysninger i det daglige arbejde.",
    en: "So often somebody has seen personal data of others in the everyday work.")

  /// A leaf holds no more.
  package static let limit = 500

  package init() {}
  package init(day: CivilDate, looks: [LookCount]) {
    self.day = day
    self.looks = looks
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("day", &day, "The municipality's calendar day.")
    try members("looks", &looks)
  }
}

/// How often one person's data was seen.
package struct LookCount: Record, Hashable {
  package var count = 0
  package var of = Alias.none
  package var stream = Line("")

  package init() {}
  package init(count: Int, of: Alias, stream: Line) {
    self.count = count
    self.of = of
    self.stream = stream
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("count", &count)
    try members("of", &of, "Whose data, by the alias of the stream.")
    try members("stream", &stream, "The stream that it was read from.")
  }
}
