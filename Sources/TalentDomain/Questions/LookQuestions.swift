/// Who has looked at one person's data? Without a person: at one's own.
package struct ListLooks: Query {
  package var person: PersonRef?

  package typealias Answer = LookList
  package static let purpose = Bilingual(
    da: "Hvem har set en medarbejders personoplysninger, hvilken dag og hvor ofte.",
    en: "Who has seen an employee's personal data, on which day and how often.")
  package static let area = Area.organisation

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("person", &person, "The employee, by number or id; absent for oneself.")
  }
}

/// The answer to `ListLooks`, the latest day first.
package struct LookList: Record {
  package var looks: [LookLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("looks", &looks)
  }
}

/// What one reader saw of the person on one day.
package struct LookLine: Record, Hashable {
  package var cohort: Code?
  package var count = 0
  package var day = CivilDate.blank
  package var method: Line?
  package var reader = Person()

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort, "The cohort whose record was read; absent for what is of none.")
    try members("count", &count, "How often on that day.")
    try members("day", &day)
    try members("method", &method, "What was asked, of a look that is an event of its own; absent for counted ones.")
    try members("reader", &reader, "By the id in the organisation's stream.")
  }
}
