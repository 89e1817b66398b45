/// What somebody asks to be told. One record a method of the socket; the answer is a record too.
package protocol Query: Record {
  associatedtype Answer: Record
  static var purpose: Bilingual { get }
  static var area: Area { get }
  /// Whether the answer comes in pages, one reply each (`more`).
  static var streams: Bool { get }
}

extension Query {
  /// The method's name on the socket, such as `ListNominations`.
  package static var method: String { String(describing: Self.self) }
  package static var streams: Bool { false }
}

/// A query that concerns one cohort.
package protocol CohortQuery: Query {
  var cohort: Code { get }
}

/// The moment as of which a query is answered: up to a position, or up to what had been recorded by a time.
package struct AsOf: Record {
  package var position: Int?
  package var time: Instant?

  package init() {}
  package init(position: Int) { self.position = position }
  package init(time: Instant) { self.time = time }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("position", &position, "The last position that counts.")
    try members("time", &time, "The last recorded time that counts.")
  }
}
