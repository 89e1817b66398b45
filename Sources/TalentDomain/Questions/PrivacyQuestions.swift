/// What data is to go, when, and what holds it?
package struct ListRetention: Query {
  package var due: Bool?
  package var on: CivilDate?

  package typealias Answer = RetentionList
  package static let purpose = Bilingual(
    da: "Opbevaringsfrister: hvad der skal slettes hvornår, hvorfor, og hvad der holder det.",
    en: "Periods of retention: what is to go when, why, and what holds it.")
  package static let area = Area.record
  package static let streams = true

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("due", &due, "Only what has passed its period.")
    try members("on", &on, "By this day; without it, by today.")
  }
}

/// A page of the answer to `ListRetention`: what goes first stands first.
package struct RetentionList: Record {
  package var lines: [RetentionLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("lines", &lines)
  }
}

/// The classes of one person's data that are kept equally long for the same reasons.
package struct RetentionLine: Record {
  package var classes: [RetentionClass] = []
  package var decided = false
  package var due = false
  package var grounds: [RetentionGroundLine] = []
  package var holds: [RetentionHold] = []
  package var person = Person()
  package var until: CivilDate?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("classes", &classes)
    try members("decided", &decided, "Whether the erasure of any of it has been granted or begun.")
    try members("due", &due, "Whether the period has passed.")
    try members("grounds", &grounds, "What the period follows from, the longest first.")
    try members("holds", &holds, "What holds it all the same.")
    try members("person", &person)
    try members("until", &until, "The last day; absent while something has not ended.")
  }
}

/// Why something is kept so long.
package struct RetentionGroundLine: Record {
  package var cohort: Code?
  package var from: CivilDate?
  package var outcome = RetentionOutcome.blank
  package var years = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort, "Absent for the employment.")
    try members("from", &from, "From when the period runs; absent while it does not.")
    try members("outcome", &outcome)
    try members("years", &years)
  }
}

/// Which erasures have been asked for, granted, begun and done?
package struct ListErasures: Query {
  package typealias Answer = ErasureList
  package static let purpose = Bilingual(
    da: "Sletninger: anmodninger, bevilgede, i gang og gennemførte; og hvad der er spærret.",
    en: "Erasures: asked for, granted, under way and done; and what is on hold.")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// The answer to `ListErasures`.
package struct ErasureList: Record {
  package var erasures: [ErasureLine] = []
  package var holds: [HoldLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("erasures", &erasures, "Those that wait first, the oldest first.")
    try members("holds", &holds)
  }
}

/// One erasure, as far as it has come.
package struct ErasureLine: Record {
  package enum Status: String, Choice {
    case done, granted, requested, underWay
  }

  package var answerBy: CivilDate?
  package var basis: ErasureBasis?
  package var classes: [RetentionClass] = []
  package var day: CivilDate?
  package var id = Alias.none
  package var late: Int?
  package var person: Person?
  package var status = Status.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("answerBy", &answerBy, "The last day for the answer: a month from the receipt (art. 12(3)).")
    try members("basis", &basis, "The ground on which it was granted.")
    try members("classes", &classes)
    try members("day", &day, "When it was asked for, granted or done.")
    try members("id", &id, "The person's id.")
    try members("late", &late, "By how many days the answer is late.")
    try members("person", &person, "Absent once it is done.")
    try members("status", &status)
  }
}

/// Something that stops erasure.
package struct HoldLine: Record {
  package var ground = HoldGround.blank
  package var person = Person()
  package var since = CivilDate.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("ground", &ground)
    try members("person", &person)
    try members("since", &since)
  }
}
