import EventLog
import Projections
import Synchronization
import TalentDomain
import TalentInterface

/// Which projection answers which query. An answer that is nil is «not found»: there is no such thing, or the caller may not
/// know of it.
final class Answering {
  let scene: Scene
  let daemon: Daemon

  init(scene: Scene, daemon: Daemon) {
    self.scene = scene
    self.daemon = daemon
  }

  func answer(_ query: any Query) throws -> (any Record)? {
    switch query {
    case is ListCohorts: CohortList(try readings(scene.memory.cohortCodes))
    case let query as ShowCohort: try reading(query.cohort)?.overview(latest: latest(query.cohort))
    case let query as ShowStatistics: try statistics(query)
    case is ShowProcessingRegister: try processingRegister()
    case let query as ShowCriteria: try reading(query.cohort)?.criteria(on: scene.today)
    case let query as ListNominations: try opening { try reading(query.cohort)?.nominations(query) }
    case let query as ShowNomination: try reading(query.cohort)?.nomination(scene.resolved(query))
    case let query as ShowMyCase: try reading(query.cohort)?.myCase()
    case let query as ListAssessments:
      try opening { try reading(query.cohort)?.assessments(scene.resolved(query)) }
    case let query as ShowRanking: try reading(query.cohort, query.effective)?.ranking()
    case let query as ShowSelection: try reading(query.cohort, query.effective)?.selection()
    case let query as ExplainPerson: try opening { try explained(scene.resolved(query)) }
    case let query as ListSeats: try reading(query.cohort)?.seats()
    case let query as ShowFeedback: try reading(query.cohort)?.feedback(scene.resolved(query))
    case let query as ListLetters: try letters(query)
    case let query as CheckLetter: try check(query)
    case let query as ShowParticipant:
      try reading(query.cohort)?.participant(scene.resolved(query), today: scene.today)
    case let query as ShowProgress: try reading(query.cohort)?.progress(today: scene.today)
    case let query as ShowCalendar: try calendar(scene.resolved(query))
    case let query as ShowTimeline:
      try reading(query.cohort)?.timeline(scene.resolved(query), today: scene.today)
    case let query as ShowEntry: try opening { try reading(query.cohort)?.entry(query) }
    case let query as ListEntries: try reading(query.cohort)?.entries(scene.resolved(query))
    case let query as ListGatherings: try reading(query.cohort)?.gatherings(today: scene.today)
    case let query as ShowAttendance: try reading(query.cohort)?.attendance(today: scene.today)
    case let query as ListWorkGroups: try reading(query.cohort)?.workGroups(today: scene.today)
    case let query as ShowWorkGroup: try reading(query.cohort)?.workGroup(query, today: scene.today)
    case let query as ListMentors: try reading(query.cohort)?.mentors()
    case let query as ShowPlan: try reading(query.cohort)?.plan(scene.resolved(query))
    case let query as ListInternships: try reading(query.cohort)?.internships()
    case let query as ListDialogues: try reading(query.cohort)?.dialogues(today: scene.today)
    case let query as ListDeviations: try reading(query.cohort)?.deviations(today: scene.today)
    case let query as ListPeople: people(query)
    case let query as ShowPerson: try person(scene.resolved(query))
    case let query as ListLooks: try looks(scene.resolved(query))
    case is ListCentres: scene.organisationReading.centres()
    case is ListRoles: scene.organisationReading.roles()
    case is WhoAmI: identity()
    case let query as ListDuties:
      DutyList(
        query, try readings(scene.memory.cohortCodes), privacy: try privacyDuties(query), today: scene.today)
    case is ListErasures: ErasureList(scene.organisation.privacy, today: scene.today)
    case is ListRules: RuleList.all
    case let query as ListAuditTrail: try trail(scene.resolved(query))
    case let query as ShowEvent: try event(query.position)
    case is ShowCheckpoint: try checkpoint()
    case is ShowStatus: status()
    case is ShowMetrics: metrics()
    case is ExamineService: daemon.examined(scene.memory, by: scene.caller)
    case is ShowProjections: try projections()
    case is ListBackups: daemon.listBackups()
    case is ListLogKeys: LogKeyList(daemon.log.logKeys)
    default: nil
    }
  }

  /// For answers that open something beside every row.
  private func opening<Value>(_ body: () throws -> Value) throws -> Value { try scene.reader.together(body) }

  /// - Parameter effective: only what was in effect by the end of this day counts.
  func reading(_ code: Code, _ effective: CivilDate? = nil) throws -> CohortReading<VaultOpener>? {
    let limit = effective.flatMap { daemon.startOfDay(after: $0) }
    return try scene.reading(code, effectiveBefore: limit)
  }

  private func explained(_ query: ExplainPerson) throws -> CaseExplained? {
    guard let reading = try reading(query.cohort, query.effective) else { return nil }
    let steps = try Folding.caseSteps(
      of: query.person.alias, query.cohort, scene.reader, upTo: scene.end,
      effectiveBefore: query.effective.flatMap { daemon.startOfDay(after: $0) })
    return CaseReading(reading, steps).explained()
  }

  func readings(_ codes: [Code]) throws -> [CohortReading<VaultOpener>] {
    try codes.compactMap { try reading($0) }
  }

  /// The position of a cohort's latest event, where it is the present that is asked about.
  private func latest(_ code: Code) throws -> Int? {
    guard scene.viewer(in: code).seesPositions, scene.end == nil else { return nil }
    return try daemon.views.reader().latest(of: Stream.cohort(code))
  }

  /// What makes ids of calendars unique in the world is the log's name, which no projection knows.
  private func calendar(_ query: ShowCalendar) throws -> CalendarShown? {
    var shown = try reading(query.cohort)?.calendar(query)
    shown?.origin = Line(daemon.log.origin)
    return shown
  }

  /// Whoever lists people sees more of them than their names.
  private func people(_ query: ListPeople) -> PersonList {
    let list = scene.organisationReading.people(query)
    for line in list.people { scene.sight.open(line.person.id, in: Stream.organisation) }
    return list
  }

  private func person(_ query: ShowPerson) throws -> PersonShown? {
    var cases: [(reading: CohortReading<VaultOpener>, alias: Alias)] = []
    for code in scene.memory.cohortCodes {
      guard let alias = scene.memory.cohorts[code]?.links.aliasOf[query.person.person],
        let reading = try reading(code)
      else { continue }
      cases.append((reading, alias))
    }
    let shown = scene.organisationReading.person(query, cases: cases)
    if let shown { scene.sight.open(shown.line.person.id, in: Stream.organisation) }
    return shown
  }

  private func identity() -> Identity {
    var identity = Identity()
    let capacities = scene.caller.capacities(scene.memory.organisation, in: nil)
    identity.person = Person(scene.caller.person)
    identity.capacities = capacities.map(\.rawValue).sorted().map { Line($0) }
    let reach = Authorisation(organisation: scene.memory.organisation, names: scene.memory.names)
      .reach(of: scene.caller)
    identity.methods = Methods.names.filter(reach.includes).map { Line($0) }
    return identity
  }
}
