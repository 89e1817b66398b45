package import TalentDomain

extension CohortStatistics {
  /// The answer to `ShowStatistics`: the same for everybody who may ask.
  /// - Parameters:
  ///   - centres: every centre of the municipality, by the organisation's id; a centre that is missing from a table would
  ///     tell that nobody was nominated there.
  ///   - professions: likewise.
  ///   - thing: the centre or profession behind a code of the cohort.
  package init(
    _ setup: Setup, _ moments: StatisticsMoments, centres: [Alias], professions: [Alias], thing: (Alias) -> Alias
  ) {
    self.init()
    cohort = setup.code
    title = setup.title
    let nominees = moments.judged.map { Nominee.all(in: $0, thing: thing) } ?? []
    let outcomes = moments.told.map { told in nominees.map { told.ending(of: $0.alias) } }
    let joined = outcomes.map { zip(nominees, $0).filter { $0.1 == .participant }.map(\.0.alias) }
    let isJudged = moments.judged != nil

    // Whoever took no part is counted with those not selected, so that participants stand alone.
    add(
      .outcome, outcomes?.map { Self.word($0) }, among: Ending.allCases.map { Self.word($0) },
      absorbing: Self.word(Ending.notSelected))
    // Participants are counted anywhere only where their number stands by itself in the table of outcomes: it could be
    // subtracted there from those with whom they are counted together.
    let isCounted = counts.contains {
      $0.subject == .outcome && $0.categories == [StatisticsCategory(word: Ending.participant.rawValue)]
    }
    let participants = isCounted ? joined : joined.map { _ in [] }
    let endings = isCounted ? outcomes : nil

    func of(_ category: (Nominee) -> StatisticsCategory) -> [StatisticsCategory]? {
      isJudged ? nominees.map(category) : nil
    }
    add(.centre, of { StatisticsCategory($0.centre) }, among: centres.map { StatisticsCategory($0) }, endings)
    add(
      .profession, of { StatisticsCategory($0.profession) }, among: professions.map { StatisticsCategory($0) }, endings)
    add(.field, of { Self.word($0.field) }, among: Self.words(TargetField.self), endings)
    add(.initiative, of { Self.word($0.initiative) }, among: Self.words(Initiative.self), endings)
    add(
      .completion, moments.ended.flatMap { ended in participants?.map { Self.word(ended.completing(of: $0)) } },
      among: Completing.allCases.map { Self.word($0) })
    add(
      .afterwards,
      moments.followed.flatMap { state in participants?.map { Self.word(state.afterwards(of: $0)) } },
      among: Self.words(ParticipantOutcome.Kind.self))
    addPoints(moments.told, participants ?? [])
    addTime(moments.ended, participants ?? [])
  }

  /// One table.
  /// - Parameters:
  ///   - people: the category of each; nil while it is too early.
  ///   - all: the categories that there could be.
  ///   - endings: of the same people, for a table that says how many became participants.
  ///   - absorbing: with what small categories are counted first.
  private mutating func add(
    _ subject: StatisticsSubject, _ people: [StatisticsCategory]?, among all: [StatisticsCategory],
    _ endings: [Ending]? = nil, absorbing: StatisticsCategory? = nil
  ) {
    var table = StatisticsTable()
    table.subject = subject
    defer { tables.append(table) }
    guard let people else { return table.standing = .tooEarly }
    var counts: [StatisticsCategory: Int] = [:]
    for category in all { counts[category] = 0 }
    for category in people { counts[category, default: 0] += 1 }
    guard let coarse = CoarseTable(counts, absorbing: absorbing) else { return table.standing = .tooFew }
    table.standing = .shown
    table.total = coarse.total
    let crossed = endings.flatMap { endings in
      var having: [StatisticsCategory: Int] = [:]
      for (category, ending) in zip(people, endings) where ending == .participant { having[category, default: 0] += 1 }
      return coarse.crossed(having)
    }
    table.crossed = crossed != nil
    for (index, row) in coarse.rows.enumerated() {
      var line = StatisticsCount()
      line.subject = subject
      line.categories = row.categories
      line.count = row.count
      line.participants = crossed?[index]
      self.counts.append(line)
    }
  }

  private static func word<Word: RawRepresentable<String>>(_ word: Word?) -> StatisticsCategory {
    StatisticsCategory(word: word?.rawValue ?? "unknown")
  }

  private static func words<Word: Choice>(_: Word.Type) -> [StatisticsCategory] {
    Word.allCases.map { StatisticsCategory(word: $0.rawValue) }
  }
}

// MARK: Means

extension CohortStatistics {
  /// Mean points per category of the criteria: of all who were scored, and of those who became participants.
  private mutating func addPoints(_ told: Cohort?, _ participants: [Alias]) {
    guard let told, let criteria = told.setup.criteria else { return }
    let highest = told.setup.rules(on: told.setup.kickOff).points
    let assessed = told.nominations.eligible.filter { !told.assessment.fullSets(of: $0, criteria).isEmpty }
    let groups: [(StatisticsGroup, [Alias])] = [(.assessed, assessed), (.participants, participants)]
    // Both groups and what lies between them are five or more, or only the larger is told of.
    let between = assessed.count - participants.count
    for category in criteria.categories.map(\.number).sorted() {
      let questions = criteria.questions.filter { $0.category == category }.map(\.number)
      for (group, people) in groups {
        var line = StatisticsMean()
        line.category = category
        line.group = group
        let points = people.flatMap { nominee in
          told.assessment.fullSets(of: nominee, criteria).flatMap { assessor in
            questions.compactMap { told.assessment.set(of: nominee, by: assessor).scores[$0]?.points }
          }
        }
        let isTold = group == .assessed || between == 0 || between >= CoarseTable<Int>.least
        line.fill(
          people.count, points.map { Rational($0) }, isTold: isTold, extremes: [Rational(0), Rational(highest)])
        means.append(line)
      }
    }
  }

  /// Mean time spent per track, of the participants.
  private mutating func addTime(_ ended: Cohort?, _ participants: [Alias]) {
    guard let ended else { return }
    for track in Track.inOrder {
      var line = StatisticsMean()
      line.track = track
      line.group = .participants
      let times = participants.map { person in
        ended.programme.live(of: person, track).reduce(Rational(0)) { $0 + $1.amount }
      }
      line.fill(participants.count, times, isTold: true, extremes: [Rational(0)])
      means.append(line)
    }
  }
}

extension StatisticsMean {
  /// - Parameter extremes: a mean at the end of the scale says the same of everybody.
  fileprivate mutating func fill(_ people: Int, _ values: [Rational], isTold: Bool, extremes: [Rational]) {
    standing = .tooFew
    guard people >= CoarseTable<Int>.least, isTold, !values.isEmpty else { return }
    let sum = values.reduce(Rational(0), +)
    let tenths = (sum.numerator * 20 + sum.denominator * values.count) / (2 * sum.denominator * values.count)
    let rounded = Rational(tenths, 10)
    guard !extremes.contains(rounded) else { return }
    standing = .shown
    // How many were assessed would tell, beside the table of outcomes, how many were refused or withdrew.
    over = group == .participants ? people : nil
    value = rounded
  }
}

// MARK: People, without their names

/// How a nominee's case ended.
private enum Ending: String, CaseIterable {
  /// Was offered a seat, and did not take it.
  case declined
  case notEligible, notSelected, participant, withdrawn
}

/// How the programme ended for a participant.
private enum Completing: String, CaseIterable {
  case completed, left, notCompleted
}

private struct Nominee {
  let alias: Alias
  let centre: Alias
  let profession: Alias
  let field: TargetField?
  let initiative: Initiative?

  /// Everybody for whom a form was taken in, once, by the latest. Of a form that was refused nothing is known but that: a
  /// category of its own in every table would tell how many there were.
  static func all(in cohort: Cohort, thing: (Alias) -> Alias) -> [Nominee] {
    var latest: [Alias: Nomination] = [:]
    for id in cohort.nominations.order {
      guard let form = cohort.nominations.forms[id], form.nominee != .none, form.status != .refused else { continue }
      let isLive = cohort.nominations.live[form.nominee] == id
      if isLive || cohort.nominations.live[form.nominee] == nil { latest[form.nominee] = form }
    }
    return latest.values.sorted { $0.nominee < $1.nominee }.map { form in
      Nominee(
        alias: form.nominee, centre: thing(form.centre), profession: thing(form.profession), field: form.field,
        initiative: cohort.nominations.conversations[form.nominee]?.startedBy)
    }
  }
}

extension Cohort {
  fileprivate func ending(of nominee: Alias) -> Ending {
    if selection.joined[nominee] != nil { return .participant }
    if selection.seats[nominee] != nil { return .declined }
    switch status(of: nominee, embargoed: false) {
    case .withdrawn: return .withdrawn
    case .ineligible: return .notEligible
    default: return nominations.live(of: nominee)?.status == .ineligible ? .notEligible : .notSelected
    }
  }

  fileprivate func completing(of participant: Alias) -> Completing {
    if completion(of: participant) != nil { return .completed }
    return isParticipant(participant) ? .notCompleted : .left
  }

  fileprivate func afterwards(of participant: Alias) -> ParticipantOutcome.Kind? {
    programme.completions.outcomes[participant]?.last?.kind
  }
}
