import TalentDomain

/// One cohort, as the model knows it.
struct CohortState {
  let code: Code
  var isOpen = false
  var seats = 0
  var title = ""
  /// The last day on which a form is on time, and the first millisecond that is late.
  var deadline = CivilDate.blank
  var closes: Int64 = 0
  var openedOn = CivilDate.blank
  var mbti = CivilDate.blank
  var kickOff = CivilDate.blank
  var ruleSets: [(version: Code, from: CivilDate, values: RuleSet)] = []
  var hasCriteria = false
  var gatherings: [Gathering] = []
  /// Whoever has done anything here, had it done in their name, or been named in it.
  var parts: Set<Who> = []
  /// The last day on which anything was recorded here.
  var touched: CivilDate?

  init(code: Code) { self.code = code }

  func rules(on day: CivilDate) -> RuleSet { ruleSets.last { $0.from <= day }?.values ?? RuleSet() }

  // MARK: Nomination

  struct Form {
    enum Status { case submitted, received, refused, withdrawn, eligible, ineligible }
    /// Nil where the register knew nobody by the number on it.
    var nominee: Who?
    var chief: Who?
    var paper: Paper
    var status: Status
    var handedIn: Int64
    var portal: Bool
    var refusedBy: Set<String> = []
    var version = 1
    var isReceived = false
    /// Whether what was filled in has been erased since.
    var isErased = false
    var centre: Int?
    var workplace: String?
    var ground: EligibilityGround?
  }

  /// In the order in which they were recorded.
  var forms: [Form] = []
  /// Each nominee's form that counts.
  var live: [Who: Int] = [:]
  var talks: [Who: TalentConversation] = [:]
  var interests: [Who: CivilDate] = [:]

  var eligible: [Who] {
    live.filter { forms[$0.value].status == .eligible }.sorted { $0.value < $1.value }.map(\.key)
  }

  func form(of who: Who) -> Form? { live[who].map { forms[$0] } }
  func isEligible(_ who: Who) -> Bool { form(of: who)?.status == .eligible }

  // MARK: Assessment

  struct Pair: Hashable {
    var nominee: Who
    var assessor: Who
  }
  struct Given: Equatable {
    var basis: Basis
    var points: Int
  }
  struct Declared {
    var who: Who
    var nominee: Who
    /// Nil while nobody has ruled.
    var ruling: Bool?
  }

  static let questions = [1, 2, 3, 4, 5]

  var assigned: [Who: [Who]] = [:]
  var scores: [Pair: [Int: Given]] = [:]
  var conflicts: [Declared] = []
  var hasScores = false
  /// Whoever has scored anybody, also where it was voided since.
  var scorers: Set<Who> = []
  var isClosed = false
  /// What the ranking that holds was computed from; nil without one.
  var ranked: RankedFrom?

  func isFull(_ pair: Pair) -> Bool { (scores[pair] ?? [:]).count == Self.questions.count }

  func isBarred(_ who: Who?, from nominee: Who) -> Bool {
    conflicts.contains { $0.who == who && $0.nominee == nominee && $0.ruling != false }
  }

  /// The full sets that count.
  func sets(of nominee: Who) -> [Who] {
    (assigned[nominee] ?? []).filter {
      isFull(Pair(nominee: nominee, assessor: $0)) && !isBarred($0, from: nominee)
    }
  }

  /// Whether somebody still has scores of their own to give.
  func isBlind(_ who: Who) -> Bool {
    guard !isClosed else { return false }
    return live.keys.contains { nominee in
      (assigned[nominee] ?? []).contains(who) && !isBarred(who, from: nominee)
        && !(hasCriteria && isFull(Pair(nominee: nominee, assessor: who)))
    }
  }

  // MARK: Decision

  struct Seat {
    enum Status { case offered, accepted, declined, lapsed, withdrawn, deferred }
    var status: Status
    /// The first millisecond too late for an answer.
    var closes: Int64
    var isTaken: Bool { status == .offered || status == .accepted }
  }

  var proposal: ProposedState?
  var proposals = 0
  /// The proposal that the board approved.
  var approved: ProposedState?
  var takenSeats: [Who: Seat] = [:]
  var reserve: [Who] = []
  var told: [Who: CivilDate] = [:]
  var feedback: Set<Who> = []
  var complaints: Set<Who> = []
  var joined: [Who: (day: CivilDate, effective: Int64)] = [:]
  var leftAt: [Who: Int64] = [:]

  var occupied: Int { takenSeats.values.count { $0.isTaken } }
  /// In the order in which the board approved them.
  var participants: [Who] { ((approved?.selected ?? []) + (approved?.reserve ?? [])).filter(isParticipant) }
  func isParticipant(_ who: Who) -> Bool { takenSeats[who]?.status == .accepted }

  /// Whether everybody nominated knows how the case was decided.
  var isTold: Bool { approved != nil && live.keys.allSatisfy { takenSeats[$0] != nil || told[$0] != nil } }
  var reserveLeft: [Who] { reserve.filter(isEligible) }
  var awaiting: [Who] { (approved?.selected ?? []).filter { takenSeats[$0] == nil && isEligible($0) } }

  var secondGathering: CivilDate? { gatherings.count > 1 ? gatherings.map(\.date).sorted()[1] : nil }

  // MARK: The year

  var year = YearState()
}

/// A selection as it was proposed.
struct ProposedState {
  var selected: [Who]
  var reserve: [Who]
  var rest: [Who]
  var by: Set<Who>
  var day: CivilDate
  var isReturned = false
  /// What the ranking under it was computed from.
  var ranked: RankedFrom?

  var everybody: [Who] { selected + reserve + rest }
}

/// All that a ranking follows from.
struct RankedFrom: Equatable {
  var seats: Int
  var points: [Who: [CohortState.Pair: [Int: Int]]]
}

struct PrivacyState {
  struct Grant {
    var by: Set<Who>
    var basis: ErasureBasis
    /// Whether there was nothing of any cohort to decide on.
    var hadNoPart: Bool
    /// What of the cases goes; nil where nobody is to know any more who it was.
    var classes: Set<RetentionClass>?
  }
  var requests: Set<Who> = []
  var granted: [Who: Grant] = [:]
  var holds: [Who: Set<HoldGround>] = [:]
  var cleared: Set<Int> = []
  var audited: Set<Int> = []
  var erased: Set<Who> = []
  /// On which day which part of somebody's cases went.
  var gone: [Who: [RetentionClass: CivilDate]] = [:]
}
