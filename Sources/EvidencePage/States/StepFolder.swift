internal import EventWords
internal import History
internal import Leaves
internal import StrictJSON
internal import TalentDomain

/// Folds a cohort's leaves, and keeps what the page shows of the state after each.
///
/// What an event cannot have changed is not worked out again: a cohort has thousands of events and hundreds of nominees.
struct StepFolder {
  private var cohort = Cohort()
  private var seats: [Alias: SeatState] = [:]
  private var complaints = 0
  private(set) var state = StepState()

  mutating func take(_ leaf: Leaf, _ event: PageEvent) throws(LeafError) {
    let before = cohort.selection.proposal
    try fold(leaf, into: &cohort)
    follow(event, decided: before != cohort.selection.proposal)
  }

  private mutating func follow(_ event: PageEvent, decided: Bool) {
    let setup = cohort.setup
    let rules = setup.rules(on: event.header.localDate)
    state.stage = Stage(cohort)
    state.deadline = setup.opened == nil ? nil : setup.deadline
    state.seats = setup.seats
    state.points = rules.points
    if !event.type.isOfProgramme { followCases(event, rules) }
    followDecision(event)
    followStatuses(event, all: decided)
    followLetters(event)
    state.completed = cohort.programme.completions.completed.count
  }

  /// Forms, scores and the ranking.
  private mutating func followCases(_ event: PageEvent, _ rules: RuleSet) {
    state.forms = FormCounts(cohort.nominations)
    let eligible = cohort.nominations.eligible
    state.sets.due = eligible.count * rules.assessors
    if let criteria = cohort.setup.criteria {
      state.sets.done = eligible.reduce(0) { done, nominee in
        done + min(rules.assessors, cohort.assessment.fullSets(of: nominee, criteria).count)
      }
    }
    guard let ranking = cohort.assessment.ranking else { return }
    state.order = cohort.finalOrder ?? []
    state.tied = cohort.unresolvedTies.flatMap(\.nominees)
    if event.position == cohort.assessment.rankedAt {
      state.figures = [:]
      for entry in ranking.entries {
        state.figures[entry.nominee] = StepState.Figures(total: entry.total, plainMean: entry.plainMean)
      }
    }
  }

  private mutating func followDecision(_ event: PageEvent) {
    state.proposal = cohort.selection.proposal.map {
      StepState.Proposal(number: cohort.selection.proposals, status: $0.status)
    }
    state.reserve = cohort.selection.reserve
    if seats != cohort.selection.seats || state.places.places.count != cohort.setup.seats {
      seats = cohort.selection.seats
      state.places.follow(seats, count: cohort.setup.seats)
    }
  }

  /// How each nominee's case stands. A decision on the proposal moves all of them, another event only those it names.
  private mutating func followStatuses(_ event: PageEvent, all: Bool) {
    let named =
      all ? cohort.nominations.forms.values.map(\.nominee) : event.named
    for nominee in named where nominee != .none {
      guard let status = cohort.status(of: nominee, embargoed: false) else { continue }
      state.cases[nominee] = status
    }
  }

  private mutating func followLetters(_ event: PageEvent) {
    let selection = cohort.selection
    let waiting = state.cases.values.reduce(0) { $0 + ($1 == .notSelected || $1 == .ineligible ? 1 : 0) }
    state.letters = StepState.Progress(done: selection.notified.count, due: selection.notified.count + waiting)
    state.feedback = StepState.Progress(
      done: selection.feedbackGiven.keys.reduce(0) { $0 + (selection.notified[$1] == nil ? 0 : 1) },
      due: selection.notified.count)
    if event.type.name == "\(ComplaintReceived.type)" { complaints += 1 }
    state.complaints = StepState.Progress(done: max(0, complaints - selection.complaints.count), due: complaints)
  }
}

extension EventType {
  private static let programme: Set<String> = [
    "\(AttendanceRecorded.type)", "\(GoalDialogueHeld.type)", "\(IndividualWorkLogged.type)",
    "\(InternshipDayLogged.type)", "\(MentorMeetingHeld.type)", "\(EntryConfirmed.type)", "\(DeviationFlagged.type)",
    "\(ConfidentialityAgreed.type)", "\(FeedbackGiven.type)", "\(NonSelectionNotified.type)",
  ]

  /// Whether events of this type are many, and can change neither a form nor a score.
  fileprivate var isOfProgramme: Bool { EventType.programme.contains(name) }
}

extension PageEvent {
  /// Whose case it may have changed.
  fileprivate var named: [Alias] {
    [header.subject, facts.alias("nominee"), facts.alias("participant"), facts["form"]?.alias("nominee")]
      .compactMap { $0 }
  }
}
