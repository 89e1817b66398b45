/// Whom would other rules or other weights have given a seat?
package struct ReplayWhatIf: CohortQuery {
  package var cohort = Code.blank
  package var supposed = Supposition()

  package typealias Answer = WhatIfShown
  package static let purpose = Bilingual(
    da: "Genafspil et hold, som om et andet regelsæt eller andre vægte havde gjaldt: hvem havde det ændret noget for?",
    en: "Replay a cohort as if another rule set or other weights had held: for whom would it have changed anything?")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("supposed", &supposed)
  }
}

/// What is supposed to have held instead. What is absent is as it was.
package struct Supposition: Record {
  package enum Algorithm: String, Choice {
    /// Every question counts alike, whatever its category.
    case plainMeans
    /// As it was: each category by its weight.
    case weightedCategories
  }

  package var algorithm: Algorithm?
  package var criteria: Criteria?
  package var ruleSet: SupposedRuleSet?
  package var weights: [SupposedWeight]?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("algorithm", &algorithm)
    try members("criteria", &criteria, "Instead of those published.")
    try members("ruleSet", &ruleSet, "Values instead of those of each that was adopted.")
    try members("weights", &weights, "Of categories of the criteria; the others keep theirs. They add up to 1.")
  }
}

package struct SupposedWeight: Record {
  package var category = 0
  package var weight = Rational(0)

  package init() {}
  package init(_ category: Int, _ weight: Rational) {
    self.category = category
    self.weight = weight
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("category", &category, "Its number.")
    try members("weight", &weight)
  }
}

/// The answer to `ReplayWhatIf`: nothing has changed, and nothing is recorded but that it was asked.
package struct WhatIfShown: Record {
  package var changes: [WhatIfLine] = []
  package var nominees = 0
  package var ranked = false
  package var refused: [WhatIfRefusal] = []
  package var seats = 0
  package var supposedNominees = 0
  package var supposedRanked = false

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("changes", &changes, "Exactly those whose place would be another, best first as it would have been.")
    try members("nominees", &nominees, "How many are ranked.")
    try members("ranked", &ranked, "Whether there is a ranking.")
    try members("refused", &refused, "What the rules would have refused, and did not.")
    try members("seats", &seats)
    try members("supposedNominees", &supposedNominees, "How many would have been ranked.")
    try members("supposedRanked", &supposedRanked, "Whether there would have been a ranking.")
  }
}

/// Where the ranking alone puts somebody, with the ties that were resolved.
package enum RankingPlace: String, Choice {
  /// Within a tie across the border of the seats.
  case atTheBorder
  case below
  case unranked
  case withinTheSeats
}

/// Somebody whose place would be another.
package struct WhatIfLine: Record {
  package var nominee = Person()
  package var place = RankingPlace.blank
  package var rank: Int?
  package var selected: Bool?
  package var supposedPlace = RankingPlace.blank
  package var supposedRank: Int?
  package var supposedTotal: Rational?
  package var total: Rational?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("nominee", &nominee)
    try members("place", &place, "By the ranking as it is.")
    try members("rank", &rank)
    try members("selected", &selected, "Whether the latest proposal has selected this nominee; absent without one.")
    try members("supposedPlace", &supposedPlace)
    try members("supposedRank", &supposedRank)
    try members("supposedTotal", &supposedTotal)
    try members("total", &total)
  }
}

/// An event that the supposed rules would have refused. What rests on it is left out of the ranking.
package struct WhatIfRefusal: Record {
  package var finding = FindingLine()
  package var position = 0
  package var subject: Person?
  package var type = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("finding", &finding)
    try members("position", &position)
    try members("subject", &subject)
    try members("type", &type)
  }
}
