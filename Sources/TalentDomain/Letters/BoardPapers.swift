/// «Indstilling til direktionen»: what is proposed, and everything that the board weighs.
package struct BoardCaseContents: LetterContents {
  package var categories: [Category] = []
  package var departures: [CandidateLine] = []
  package var digest = Digest.blank
  package var eligible = 0
  package var forms = 0
  package var framework: Line?
  package var note: Text?
  package var number = 0
  package var professions: [Spread] = []
  package var proposer = Person()
  package var reserve: [CandidateLine] = []
  package var rest: [CandidateLine] = []
  package var seats = 0
  package var selected: [CandidateLine] = []
  package var ties: [TieDecision] = []
  package var workplaces: [Spread] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("categories", &categories, "What was scored, and how much each weighs.")
    try members("departures", &departures, "Where the proposal departs from the ranking (R9), with the ground.")
    try members("digest", &digest, "Of the proposal: what the approval names.")
    try members("eligible", &eligible, "Nominees who were assessed.")
    try members("forms", &forms, "Forms received.")
    try members("framework", &framework)
    try members("note", &note, "The HR Centre's note.")
    try members("number", &number, "1 for the cohort's first proposal.")
    try members("professions", &professions)
    try members("proposer", &proposer)
    try members("reserve", &reserve, "Best first.")
    try members("rest", &rest)
    try members("seats", &seats)
    try members("selected", &selected)
    try members("ties", &ties, "Decided by the HR Centre.")
    try members("workplaces", &workplaces)
  }
}

/// «Beslutningsreferat»: what the board decided.
package struct MinutesContents: LetterContents {
  package var departures: [CandidateLine] = []
  package var digest = Digest.blank
  package var journal: Line?
  package var meeting = Line("")
  package var members: [Person] = []
  package var minutes = Digest.blank
  package var number = 0
  package var others: [Person] = []
  package var proposer = Person()
  package var recordedFor = Person()
  package var reserve: [CandidateLine] = []
  package var rest = 0
  package var seats = 0
  package var selected: [CandidateLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("departures", &departures)
    try members("digest", &digest, "Of the proposal that was approved.")
    try members("journal", &journal)
    try members("meeting", &meeting)
    try members("members", &self.members, "Those of the present who sit on the board.")
    try members("minutes", &minutes, "SHA-256 of the board's own minutes.")
    try members("number", &number, "1 for the cohort's first proposal.")
    try members("others", &others, "The other present.")
    try members("proposer", &proposer)
    try members("recordedFor", &recordedFor, "The member in whose name the approval is recorded.")
    try members("reserve", &reserve)
    try members("rest", &rest, "How many are neither selected nor in reserve.")
    try members("seats", &seats)
    try members("selected", &selected)
  }
}

/// One nominee in the board's papers.
package struct CandidateLine: Record {
  package var chosen = false
  package var ground: Text?
  package var nominee = Person()
  package var number = 0
  package var points: Rational?
  package var profession: Thing?
  package var rank: Int?
  package var reasons: Text?
  package var workplace: Thing?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("chosen", &chosen, "Whether for a seat.")
    try members("ground", &ground, "Why the proposal departs from the ranking here.")
    try members("nominee", &nominee)
    try members("number", &number, "Counted within its list.")
    try members("points", &points)
    try members("profession", &profession)
    try members("rank", &rank)
    try members("reasons", &reasons)
    try members("workplace", &workplace)
  }
}

/// A tie that the HR Centre decided.
package struct TieDecision: Record {
  package var ground: Text?
  package var order: [Person] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("ground", &ground)
    try members("order", &order, "Best first.")
  }
}
