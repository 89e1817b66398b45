import TalentDomain

/// What the participants of a cohort live through, as the model knows it.
struct YearState {
  struct Entry {
    var kind: EntryKind
    var participants: [Who]
    var date: CivilDate
    var amount: Rational
    var counterpart: Who?
    var recorder: Who
    var isConfirmed = false
    var isVoided = false
    /// The gathering, the work group or the match that it is of.
    var of: Int?
  }
  struct Match {
    var participant: Who
    var mentor: Who
    var began: CivilDate
    var ended: CivilDate?
    var agreedByParticipant: CivilDate?
    var agreedByMentor: CivilDate?
    /// From when what is said stays between them.
    var confidential: CivilDate? {
      guard let one = agreedByParticipant, let other = agreedByMentor else { return nil }
      return max(one, other)
    }
  }
  struct Internship {
    var participant: Who
    var host: Who
    var from: CivilDate
    var to: CivilDate
  }
  struct Completion {
    var short: Set<Track>
  }

  /// In the order in which they were recorded.
  var entries: [Entry] = []
  var groups: [[Who]] = []
  var mentors: Set<Who> = []
  var matches: [Match] = []
  var internships: [Internship] = []
  /// How many goals the plan of each has.
  var plans: [Who: Int] = [:]
  var completed: [Who: Completion] = [:]
  var certificates: Set<Who> = []

  func live(_ who: Who) -> [Entry] { entries.filter { !$0.isVoided && $0.participants.contains(who) } }

  func has(_ kind: EntryKind, _ who: Who) -> Bool { live(who).contains { $0.kind == kind } }

  func attended(_ who: Who, _ gathering: Int) -> Bool {
    // The latest of them counts.
    entries.last { $0.kind == .gathering && $0.of == gathering && $0.participants == [who] }.map { !$0.isVoided }
      ?? false
  }

  func hasAttendance(at gathering: Int) -> Bool {
    Set(entries.filter { $0.kind == .gathering && $0.of == gathering }.flatMap(\.participants))
      .contains { attended($0, gathering) }
  }

  func group(of who: Who) -> Int? { groups.firstIndex { $0.contains(who) } }

  func liveMatch(of who: Who) -> Int? { matches.lastIndex { $0.participant == who && $0.ended == nil } }

  /// The match in which a meeting of that day was held.
  func match(of who: Who, on date: CivilDate, by principal: Who?) -> Int? {
    let all = matches.indices.filter { matches[$0].participant == who }
    let standing = all.filter { matches[$0].began <= date && (matches[$0].ended.map { date <= $0 } ?? true) }
    return standing.last { matches[$0].mentor == principal } ?? standing.last ?? all.last
  }

  func internship(of who: Who, on date: CivilDate, by principal: Who?) -> Internship? {
    let all = internships.filter { $0.participant == who }
    let own = all.filter { $0.host == principal }
    let candidates = own.isEmpty ? all : own
    return candidates.last { $0.from <= date && date <= $0.to } ?? candidates.last
  }

  /// The least of each track: 80 % of twelve days, both parts of MBTI, 6½ days, 3 hours, 2 days, 2½ hours.
  func short(_ who: Who) -> Set<Track> {
    let live = live(who)
    func sum(_ track: Track) -> Rational {
      live.filter { $0.kind.track == track }.reduce(Rational(0)) { $0 + $1.amount }
    }
    var short: Set<Track> = []
    if sum(.gatherings) < Rational(48, 5) { short.insert(.gatherings) }
    if !has(.mbtiQuestionnaire, who) || !has(.mbtiFeedback, who) { short.insert(.mbti) }
    if sum(.workGroups) < Rational(13, 2) { short.insert(.workGroups) }
    if sum(.mentor) < Rational(3) { short.insert(.mentor) }
    if sum(.internship) < Rational(2) { short.insert(.internship) }
    if sum(.dialogues) < Rational(5, 2) { short.insert(.dialogues) }
    return short
  }

  /// Whether what was ruled complete still is: nothing lacks that did not lack then.
  func isComplete(_ who: Who) -> Bool { completed[who].map { short(who).isSubset(of: $0.short) } ?? false }
}

extension CohortState {
  /// Whether somebody had a seat when it took effect: from the day on which it was accepted until it was given up.
  func tookPart(_ who: Who, at effective: Int64) -> Bool {
    isParticipant(who) || (leftAt[who].map { effective < $0 } ?? false)
  }

  func hadJoined(_ who: Who, by day: CivilDate, effective: Int64) -> Bool {
    guard let joined = joined[who] else { return true }
    return day >= joined.day || effective >= joined.effective
  }

  func lackedSeat(_ people: [Who], on day: CivilDate, _ moment: Moment) -> Bool {
    let effective = moment.effective(day)
    return people.contains { !tookPart($0, at: effective) || !hadJoined($0, by: day, effective: effective) }
  }

  func gathering(_ number: Int) -> Gathering? { gatherings.first { $0.number == number } }

  var lastDay: CivilDate { gatherings.map(\.ends.date).max() ?? kickOff }
}
