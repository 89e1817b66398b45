/// Figures of a cohort without its people.
package struct ShowStatistics: CohortQuery {
  package var cohort = Code.blank

  package typealias Answer = CohortStatistics
  package static let purpose = Bilingual(
    da: "Et holds tal uden personer: intet tal under 5, heller ikke ved at trække fra.",
    en: "A cohort's figures without its people: no count under 5, not by subtraction either.")
  package static let area = Area.cohort

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }
}

/// What a table of statistics counts.
package enum StatisticsSubject: String, Choice {
  /// Participants by what had become of them a year later.
  case afterwards
  /// Nominees by centre.
  case centre
  /// Participants by how the programme ended for them.
  case completion
  /// Nominees by the field that they aim at.
  case field
  /// Nominees by whether they or their leader started.
  case initiative
  /// Nominees by how their case ended.
  case outcome
  case profession
}

/// Whether a table or a mean is there, or why not.
package enum StatisticsStanding: String, Choice {
  case shown
  /// What it counts has not ended: it would tell outcomes early, and people by how it changes.
  case tooEarly
  /// So few that it would tell of people.
  case tooFew
}

/// The answer to `ShowStatistics`. Each table counts how things stood at one fixed moment, so that it is the same whenever
/// it is asked for.
package struct CohortStatistics: Record {
  package var cohort = Code.blank
  package var counts: [StatisticsCount] = []
  package var means: [StatisticsMean] = []
  package var tables: [StatisticsTable] = []
  package var title = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("counts", &counts, "The rows of all tables that are shown.")
    try members("means", &means)
    try members("tables", &tables)
    try members("title", &title)
  }
}

/// One table of statistics.
package struct StatisticsTable: Record {
  /// Whether its rows say how many became participants.
  package var crossed = false
  package var standing = StatisticsStanding.blank
  package var subject = StatisticsSubject.blank
  package var total: Int?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("crossed", &crossed, "Whether its rows say how many became participants.")
    try members("standing", &standing)
    try members("subject", &subject)
    try members("total", &total, "Of all rows, where it is shown.")
  }
}

/// One row: a category, or several small ones together.
package struct StatisticsCount: Record {
  package var categories: [StatisticsCategory] = []
  package var count = 0
  package var participants: Int?
  package var subject = StatisticsSubject.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("categories", &categories, "One, or those that are counted together because they are small.")
    try members("count", &count)
    try members("participants", &participants, "How many of them became participants, where that may be said.")
    try members("subject", &subject)
  }
}

/// What a row counts: a centre or a profession, or one of some words.
package struct StatisticsCategory: Record, Comparable {
  package var thing: Thing?
  package var word: Line?

  package init() {}
  package init(word: String) { self.word = Line(word) }
  package init(_ thing: Alias) { self.thing = Thing(thing) }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("thing", &thing)
    try members("word", &word)
  }

  package static func < (left: StatisticsCategory, right: StatisticsCategory) -> Bool {
    (left.word?.value ?? "", left.thing?.id ?? .none) < (right.word?.value ?? "", right.thing?.id ?? .none)
  }
}

/// Whose mean it is.
package enum StatisticsGroup: String, Choice {
  /// Nominees whom the assessors have scored.
  case assessed
  case participants
}

/// A mean over five or more, rounded to a tenth.
package struct StatisticsMean: Record {
  package var category: Int?
  package var group = StatisticsGroup.blank
  package var over: Int?
  package var standing = StatisticsStanding.blank
  package var track: Track?
  package var value: Rational?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("category", &category, "Of the criteria, for points.")
    try members("group", &group)
    try members("over", &over, "How many participants it is the mean of; of nominees it is not told.")
    try members("standing", &standing)
    try members("track", &track, "For time spent, in the track's unit.")
    try members("value", &value)
  }
}
