import Seeded

@testable import Projections
@testable import TalentDomain

/// A cohort of random people, brought to its end, and what is really true of them.
struct RandomCohort {
  private(set) var moments = StatisticsMoments()
  private(set) var setup = Setup()
  let centres: [Alias]
  let professions: [Alias]
  private(set) var truth: [StatisticsAttacker.Unknown: Int] = [:]
  private(set) var state = Cohort()

  static let lastDay = CivilDate("2028-04-27") ?? .blank

  init(_ random: inout SeededGenerator) {
    let allCentres = (1...Int.random(in: 1...9, using: &random)).map { Alias(bits: UInt64($0 + 100)) }
    let allProfessions = (1...Int.random(in: 1...7, using: &random)).map { Alias(bits: UInt64($0 + 200)) }
    centres = allCentres
    professions = allProfessions
    state.setup.opened = 0
    state.setup.code = "2027"
    state.setup.title = "Hold"
    state.setup.criteria = .statistics
    state.setup.gatherings = [
      Gathering(
        1, "Samling", from: LocalTime(date: Self.lastDay, time: TimeOfDay(seconds: 0)),
        to: LocalTime(date: Self.lastDay, time: TimeOfDay(seconds: 3600)), days: Rational(1))
    ]
    let count = [0, 4, 9, 20, 46, 120].randomElement(using: &random) ?? 0
    // Some cohorts are lopsided: rare categories are what a table gives away.
    let share = Int.random(in: 1...9, using: &random)
    for number in 0..<count { add(Alias(bits: UInt64(1000 + number)), share, &random) }
    state.assessment.closed = 10
    var judged = state
    judged.selection = Selection()
    state.selection.approved = 20
    let told = state
    moments.take(recorded: CivilDate("2027-03-10") ?? .blank) { $0 = judged }
    moments.take(recorded: CivilDate("2027-05-01") ?? .blank) { $0 = told }
    moments.pass(Self.lastDay.adding(days: 2000))
    setup = state.setup
  }

  private mutating func add(_ nominee: Alias, _ share: Int, _ random: inout SeededGenerator) {
    func skewed<Value>(_ values: [Value]) -> Value {
      Int.random(in: 0..<10, using: &random) < share
        ? values[0] : values[Int.random(in: 0..<values.count, using: &random)]
    }
    let centre = skewed(centres)
    let profession = skewed(professions)
    let field = skewed([TargetField.own, .other])
    let initiative = skewed([Initiative.leader, .employee])
    let outcome = ["participant", "notSelected", "declined", "notEligible", "withdrawn"][
      [0, 0, 0, 1, 1, 1, 1, 2, 3, 4][Int.random(in: 0..<10, using: &random)]]
    let id = Alias(bits: nominee.bits + 10_000)
    state.nominations.forms[id] = Nomination(
      id: id, nominee: nominee, chief: .none,
      status: outcome == "withdrawn" ? .withdrawn : outcome == "notEligible" ? .ineligible : .eligible,
      handedIn: .blank, position: 1, centre: centre, workplace: .none, profession: profession, field: field,
      priority: nil)
    state.nominations.order.append(id)
    if outcome != "withdrawn" { state.nominations.live[nominee] = id }
    state.nominations.conversations[nominee] = Conversation(date: .blank, startedBy: initiative)
    switch outcome {
    case "participant":
      state.selection.seats[nominee] = SeatState(
        status: .accepted, answerBy: .blank, closes: .blank, promoted: false, position: 2)
      state.selection.joined[nominee] = Joining(effective: .blank, day: .blank)
    case "declined":
      state.selection.seats[nominee] = SeatState(
        status: .declined, answerBy: .blank, closes: .blank, promoted: false, position: 2)
    case "notSelected", "notEligible": state.selection.notified[nominee] = .blank
    default: break
    }
    let isParticipant = outcome == "participant"
    note(.centre, StatisticsCategory(centre), isParticipant)
    note(.profession, StatisticsCategory(profession), isParticipant)
    note(.field, StatisticsCategory(word: field.rawValue), isParticipant)
    note(.initiative, StatisticsCategory(word: initiative.rawValue), isParticipant)
    note(.outcome, StatisticsCategory(word: outcome), nil)
    if isParticipant { year(of: nominee, &random) }
  }

  private mutating func year(of participant: Alias, _ random: inout SeededGenerator) {
    let end = ["completed", "completed", "completed", "left", "notCompleted"][Int.random(in: 0..<5, using: &random)]
    switch end {
    case "completed":
      state.programme.completions.completed[participant] = CompletionState(
        short: Track.inOrder, day: RandomCohort.lastDay, position: 3)
    case "left": state.selection.seats[participant]?.status = .withdrawn
    default: break
    }
    note(.completion, StatisticsCategory(word: end), nil)
    let kind = [ParticipantOutcome.Kind.stayed, .leaderPost, .left][Int.random(in: 0..<3, using: &random)]
    state.programme.completions.outcomes[participant] = [
      ParticipantOutcome(kind: kind, date: RandomCohort.lastDay, position: 4)
    ]
    note(.afterwards, StatisticsCategory(word: kind.rawValue), nil)
  }

  private mutating func note(_ subject: StatisticsSubject, _ category: StatisticsCategory, _ isParticipant: Bool?) {
    truth[.init(subject: subject, category: category, part: .all), default: 0] += 1
    guard let isParticipant else { return }
    truth[.init(subject: subject, category: category, part: isParticipant ? .participants : .others), default: 0] += 1
  }

  var statistics: CohortStatistics {
    CohortStatistics(setup, moments, centres: centres, professions: professions, thing: { $0 })
  }

  /// All that there could be.
  var categories: [StatisticsSubject: [StatisticsCategory]] {
    let words: [StatisticsSubject: [String]] = [
      .field: ["other", "own"], .initiative: ["employee", "leader"],
      .outcome: ["declined", "notEligible", "notSelected", "participant", "withdrawn"],
      .completion: ["completed", "left", "notCompleted"], .afterwards: ["leaderPost", "left", "stayed"],
    ]
    var all = words.mapValues { $0.map { StatisticsCategory(word: $0) } }
    all[.centre] = centres.map { StatisticsCategory($0) }
    all[.profession] = professions.map { StatisticsCategory($0) }
    return all
  }
}

extension Criteria {
  fileprivate static var statistics: Criteria {
    var criteria = Criteria()
    var question = Question()
    question.category = 1
    question.number = 1
    criteria.questions = [question]
    return criteria
  }
}
