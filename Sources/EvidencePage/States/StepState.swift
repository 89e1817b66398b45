internal import TalentDomain

/// How a cohort stands after a step, as far as the page shows it.
struct StepState: Sendable, Equatable {
  struct Progress: Sendable, Equatable {
    var done = 0
    var due = 0
  }

  /// One nominee's two figures.
  struct Figures: Sendable, Equatable {
    let total: Rational
    let plainMean: Rational
  }

  /// The number of the latest proposal, and what came of it.
  struct Proposal: Sendable, Equatable {
    let number: Int
    let status: ProposalState.Status
  }

  /// Nil until the cohort is opened.
  var stage: Stage?
  var deadline: CivilDate?
  var seats = 0
  /// The highest score of a question.
  var points = 0
  var forms = FormCounts()
  /// Full sets of scores, of those that are due.
  var sets = Progress()
  /// The ranking as it is decided, best first; those who have withdrawn are not in it.
  var order: [Alias] = []
  var figures: [Alias: Figures] = [:]
  /// Whose place awaits a decision on a tie.
  var tied: [Alias] = []
  var proposal: Proposal?
  var places = SeatPlaces()
  var reserve: [Alias] = []
  /// Letters of refusal, of those that are due.
  var letters = Progress()
  /// The leaders' answers, of the letters sent.
  var feedback = Progress()
  /// Complaints answered, of those received.
  var complaints = Progress()
  var completed = 0
  var cases: [Alias: CaseStatus] = [:]
}

/// Forms by what has become of them: each counts once.
struct FormCounts: Sendable, Equatable {
  var undecided = 0
  var eligible = 0
  var ineligible = 0
  var withdrawn = 0
  /// By the rules, and kept.
  var refused = 0

  init() {}

  init(_ nominations: Nominations) {
    for form in nominations.forms.values {
      switch form.status {
      case .submitted, .received: undecided += 1
      case .eligible: eligible += 1
      case .ineligible: ineligible += 1
      case .withdrawn: withdrawn += 1
      case .refused: refused += 1
      }
    }
  }

  /// In the order in which they are shown.
  var all: [Int] { [undecided, eligible, ineligible, withdrawn, refused] }
}
