/// Somebody was shown personal data of others.
package struct AccessGiven: RecordFact {
  package var method = Line("")
  package var of: [Alias] = []
  package var stream: Line?

  package static let type: StaticString = "access.given.v1"
  package static let purpose = Bilingual(
    da: "Nogen har fået indsigt i andres personoplysninger.",
    en: "Somebody was shown personal data of others.")

  /// A leaf holds no more people.
  package static let limit = 3000

  package init() {}
  package init(method: Line, of: [Alias], stream: Line? = nil) {
    self.method = method
    self.of = of
    self.stream = stream
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("method", &method, "The query.")
    try members("of", &of, "Whose data, by the aliases of the stream.")
    try members("stream", &stream, "The stream that it was read from.")
  }
}
