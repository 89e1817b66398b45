package import TalentDomain

extension CohortReading {
  /// The answer to `ShowCohort`. Administrators and the data-protection officer get figures without outcomes.
  /// - Parameter latest: the position of the cohort's latest event, which no fold knows; shown to those who may see it.
  package func overview(latest: Int?) -> CohortOverview? {
    guard cohort.isOpen, viewer.holds(.hr, .board, .secretary, .auditor, .dpo, .administrator) else { return nil }
    let setup = cohort.setup
    var overview = CohortOverview()
    overview.code = code
    overview.title = setup.title
    overview.zone = setup.zone
    overview.seats = setup.seats
    overview.deadline = setup.deadline
    overview.mbtiDate = setup.mbtiDate
    overview.kickOff = setup.kickOff
    overview.criteria = setup.criteria?.version
    overview.criteriaFrozen = cohort.assessment.firstScore != nil
    overview.ruleSet = setup.ruleSets.last?.version
    overview.stage = stage
    overview.revision = viewer.seesPositions ? cohort.revision : nil
    overview.position = viewer.seesPositions ? latest : nil
    overview.forms = formsByStatus
    overview.reserveLeft = seesOutcomes ? cohort.reserveLeft.count : 0
    if seesProgress {
      overview.assigned = cohort.nominations.eligible.reduce(0) { $0 + assessors(of: $1).count }
      overview.complete = isBlindTowardsAny ? nil : completeSets
      overview.conflictsPending = cohort.assessment.conflicts.values.count { $0.ruling == .pending }
      overview.scoringClosed = cohort.assessment.closed != nil
      overview.occupied = cohort.selection.occupied
      overview.spread = spread
    }
    return overview
  }

  /// Whether the viewer may know how far the work on all the cases has come: a nominee may not, nor whoever is barred from one.
  private var seesProgress: Bool {
    seesOutcomes || (viewer.holds(.dpo, .administrator) && present.closesLog(to: viewer.alias) == nil)
  }

  /// Forms by status, in the order in which a case goes through them.
  private var formsByStatus: [StatusCount] {
    var counts: [CaseStatus: Int] = [:]
    for id in cohort.nominations.order {
      guard let form = cohort.nominations.forms[id] else { continue }
      counts[status(of: form), default: 0] += 1
    }
    return CaseStatus.allCases.compactMap { status in
      guard let number = counts[status] else { return nil }
      var count = StatusCount()
      count.count = number
      count.status = status
      return count
    }
  }

  private var completeSets: Int {
    guard let criteria = cohort.setup.criteria else { return 0 }
    return cohort.nominations.eligible.reduce(0) { $0 + cohort.assessment.fullSets(of: $1, criteria).count }
  }

  private func assessors(of nominee: Alias) -> [Alias] {
    cohort.assessment.assigned[nominee, default: []].filter { !cohort.assessment.isBarred($0, from: nominee) }
  }

  /// Eligible nominees, and those who have or are to have a seat, by workplace and by profession: the many first.
  private var spread: [Spread] {
    var seated = Set(seesOutcomes ? cohort.awaitingOffer : [])
    for (nominee, seat) in cohort.selection.seats where seat.isOccupied { seated.insert(nominee) }
    var workplaces: [Alias: Spread] = [:]
    var professions: [Alias: Spread] = [:]
    for nominee in cohort.nominations.eligible {
      guard let form = cohort.nominations.live(of: nominee) else { continue }
      let isSeated = seated.contains(nominee)
      workplaces[form.workplace, default: Spread()].count(isSeated: isSeated)
      professions[form.profession, default: Spread()].count(isSeated: isSeated)
    }
    return lines(workplaces, areWorkplaces: true) + lines(professions, areWorkplaces: false)
  }

  private func lines(_ counted: [Alias: Spread], areWorkplaces: Bool) -> [Spread] {
    counted.map { code, spread in
      var line = spread
      line.thing = Thing(code)
      line.workplace = areWorkplaces
      return line
    }.sorted { ($1.eligible, $0.thing.id) < ($0.eligible, $1.thing.id) }
  }
}

extension Spread {
  fileprivate mutating func count(isSeated: Bool) {
    eligible += 1
    if isSeated { selected += 1 }
  }
}
