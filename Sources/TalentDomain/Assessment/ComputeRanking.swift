/// Computes the ranking from the closed scores.
package struct ComputeRanking: CohortCommand {
  package var cohort = Code.blank

  package static let purpose = Bilingual(
    da: "Beregn ranglisten.",
    en: "Compute the ranking.")
  package static let area = Area.assessment

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen else { throw .notFound }
    let input = RankingInput(cohort)
    let result = Ranking1.compute(input)
    var computed = RankingComputed()
    computed.algorithm = Ranking1.version
    computed.entries = result.entries
    computed.inputDigest = context.directory.digest(input.canonical)
    computed.spread = result.spread
    computed.ties = result.ties
    return [Proposal(computed)]
  }
}

/// The ranking has been computed.
package struct RankingComputed: CohortFact {
  package var algorithm = Code.blank
  package var entries: [RankingEntry] = []
  package var inputDigest = Digest.blank
  package var spread = RankingSpread()
  package var ties: [RankingTie] = []

  package static let type: StaticString = "ranking.computed.v1"
  package static let purpose = Bilingual(
    da: "Ranglisten er beregnet.",
    en: "The ranking has been computed.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("algorithm", &algorithm)
    try members("entries", &entries, "Best first; those of a tie stand in one of their possible orders.")
    try members("inputDigest", &inputDigest, "SHA-256 of the canonical ranking input.")
    try members("spread", &spread, "Of those within the seats (R11).")
    try members("ties", &ties, "Those that spread left open.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    // Decisions on ties that are no longer there decide nothing.
    let tied = Set(ties.map { Set($0.nominees) })
    cohort.assessment.resolved.removeAll { !tied.contains(Set($0)) }
    cohort.assessment.ranking = self
    cohort.assessment.rankedAt = header.position
  }
}

/// One nominee in the ranking. Its place is where it stands in the list: an event of 300 of them must fit into one leaf.
package struct RankingEntry: Record {
  package var categoryThree = Rational(0)
  package var nominee = Alias.none
  package var plainMean = Rational(0)
  package var profession = Alias.none
  package var rank = 0
  package var total = Rational(0)
  package var workplace = Alias.none

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("categoryThree", &categoryThree, "The mean of the last category, the first to break a tie.")
    try members("nominee", &nominee)
    try members("plainMean", &plainMean, "A plain mean over the questions, for comparison.")
    try members("profession", &profession)
    try members("rank", &rank, "The first place of a tie, shared by all in it.")
    try members("total", &total, "By weighted categories.")
    try members("workplace", &workplace)
  }
}

/// Nominees whom total, last category and spread leave level.
package struct RankingTie: Record {
  package enum Kind: String, Choice {
    /// Some would get a seat and some not: HR decides.
    case border
    /// All stand below the seats: HR decides where they come on the reserve list.
    case reserve
    /// All get a seat, so that nothing needs to be decided.
    case seats
  }

  package var first = 0
  package var kind = Kind.blank
  package var last = 0
  package var nominees: [Alias] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("first", &first, "The first place that they share.")
    try members("kind", &kind)
    try members("last", &last, "The last place that they share.")
    try members("nominees", &nominees)
  }
}

/// From how many workplaces and professions those within the seats come (R11): shown, never a quota.
package struct RankingSpread: Record {
  package var nominees = 0
  package var professions = 0
  package var workplaces = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("nominees", &nominees)
    try members("professions", &professions)
    try members("workplaces", &workplaces)
  }
}
