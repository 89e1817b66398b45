import CivilTime
import EventLog
import Projections
import Synchronization
import TalentDomain
import TalentInterface
import Transparency

/// The way of a command, on the writer's thread:
/// identify → authorise → answer what was answered before → decide → append and seal → remember the answer.
/// After the commit the views move on, and only then is anybody answered.
final class CommandDecider: Decider {
  var live: Memory
  private let published: Published
  let desksLog: EventLog
  private let views: ViewWriter
  /// The settings that this batch goes by.
  private var inForce: InForce
  private let standing: Standing
  var identification: Identification { inForce.identification }
  private let zones: Zones
  private let zone: Zone
  private var refusals = RefusalRegister()
  /// What this batch appended, for the views.
  private var appended: [(position: Int, bytes: [UInt8])] = []
  private var askings = 0
  /// How many events were durable before a turning point of this batch.
  private var beforeTurningPoint: Int?
  /// The calls of this batch, for whoever measures.
  private var timings: [CallTiming] = []
  private var requestsInBatch = 0
  private let metrics: ServiceMetrics
  var clock = ClockWatch()
  /// As of the last commit.
  private var committedClock = ClockWatch()
  let clocks: MachineClocks
  private let report: @Sendable (ServiceIncident) -> Void

  init(
    _ memory: Memory, published: Published, log: EventLog, views: ViewWriter, standing: Standing, zones: Zones,
    zone: Zone, metrics: ServiceMetrics, clocks: MachineClocks = .machine,
    report: @escaping @Sendable (ServiceIncident) -> Void
  ) {
    live = memory
    self.published = published
    desksLog = log
    self.views = views
    self.standing = standing
    inForce = standing.inForce
    self.zones = zones
    self.zone = zone
    self.metrics = metrics
    self.clocks = clocks
    self.report = report
  }

  func decide(_ request: WriterRequest, at desk: Desk) throws(LogError) -> WriterReply {
    try noteClock(desk)
    requestsInBatch += 1
    switch request {
    case .commands(let requests):
      var outcomes: [Outcome] = []
      outcomes.reserveCapacity(requests.count)
      for request in requests {
        request.timing?.mark(.begun)
        outcomes.append(try carryOut(request, desk))
        request.timing?.mark(.decided)
        if let timing = request.timing { timings.append(timing) }
      }
      return .outcomes(outcomes)
    case .record(let actor, let proposals, let time):
      setClock(time, desk)
      for proposal in proposals { try append(proposal, actor: actor, to: Stream.record, desk) }
      return .done
    case .letter(let rendering):
      let (fact, position) = try record(rendering, desk)
      return .rendered(fact, position: position)
    case .export(let fact, let actor, let time):
      setClock(time, desk)
      return .exported(position: try record(fact, actor, desk))
    case .rotateKey(let days, let actor, let time):
      setClock(time, desk)
      return .rotated(stillUntil: try rotateKey(overlapDays: days, actor, desk))
    case .anchor(let fact, let actor): return try keep(fact, actor, desk)
    case .restored:
      try recordRestored(desk)
      return .done
    case .keysDestroyed(let person, let classes):
      try recordDestroyed(person, classes, desk)
      return .done
    case .checkpoint:
      desk.checkpointNow()
      return .done
    // That is done with every request.
    case .lookAtClock: return .done
    case .warm(let code):
      try warm(code)
      return .done
    case .reconfigure(let candidate):
      try reconfigure(candidate, desk)
      return .done
    }
  }

  private func reconfigure(_ candidate: InForce, _ desk: Desk) throws(LogError) {
    setClock(nil, desk)
    let fact = ServiceReconfigured(
      administrators: candidate.identification.administrators.count,
      configuration: candidate.settings.digest.flatMap { Digest($0) } ?? .blank)
    try append(Proposal(fact), actor: .service, to: Stream.record, desk)
    inForce = candidate
    live.anchors = live.anchors.judged(by: candidate.settings.anchor.policy)
  }

  static func isReading(_ request: WriterRequest) -> Bool {
    if case .warm = request { true } else { false }
  }

  /// A cohort that nobody has asked for lately is read also while the disk is full.
  func read(_ request: WriterRequest) throws(LogError) -> WriterReply {
    if case .warm(let code) = request {
      try warm(code)
      published.publish(live)
    }
    return .done
  }

  func committed(upTo size: Int) {
    for timing in timings { timing.mark(.durable) }
    metrics.committed(requests: requestsInBatch, events: appended.count)
    refusals.committed()
    requestsInBatch = 0
    do {
      try views.apply(appended)
    } catch {
      // The log is what counts: a view that fell behind is caught up when it can be written (`ViewService`).
      report(.viewsFellBehind)
    }
    appended.removeAll(keepingCapacity: true)
    live.size = size
    committedClock = clock
    if inForce !== standing.inForce { standing.publish(inForce) }
    published.publish(live)
    for timing in timings { timing.mark(.projected) }
    timings.removeAll(keepingCapacity: true)
    guard let before = beforeTurningPoint else { return }
    beforeTurningPoint = nil
    if !inForce.anchoring.wants(sizeBefore: before) { report(.anchorBellSilent) }
  }

  func rolledBack() {
    appended.removeAll()
    timings.removeAll(keepingCapacity: true)
    refusals.rolledBack()
    requestsInBatch = 0
    inForce = standing.inForce
    beforeTurningPoint = nil
    clock = committedClock
    live = published.read()
  }

  /// In a simulated log it is the time that somebody says, or else that of the last event. The machine's clock has no place
  /// there: it may be years ahead of the time that is played, and recorded time never goes back.
  func setClock(_ time: Instant?, _ desk: Desk) {
    desk.simulate(now: (time ?? Instant.beginningOfSimulation).milliseconds)
  }

  // MARK: The way of a command

  private func carryOut(_ request: CommandRequest, _ desk: Desk) throws(LogError) -> Outcome {
    do {
      setClock(request.call.simulate?.at, desk)
      let cohort = (request.command as? any CohortCommand)?.cohort
      let caller = try identification.caller(
        uid: request.uid, accountName: request.accountName, simulated: request.call.simulate?.actor, live.names)
      let principal = try authorise(request, caller, cohort)
      let content = try desk.hmac(
        request.command.canonical + Array(request.method.utf8), subject: caller.person.bits,
        retention: RetentionClass.record.rawValue)
      // An answer that was given before needs the cohort too: for the names in it.
      if let cohort { try warm(cohort) }
      if let answer = try answeredBefore(request, caller, content, desk) { return answer }
      let decision = try decided(request, caller, principal, cohort, desk)
      try expect(request.call.expected, revision(of: cohort))
      if request.call.dryRun == true { return decision.rehearsed(revision: revision(of: cohort)) }
      let outcome = try record(decision, request, caller, principal, content, desk)
      if let id = request.call.id, let kept = KeptOutcome(outcome) {
        try desk.storeAnswer(
          actor: caller.person.bits, command: id.text, content: content, outcome: kept.canonical)
      }
      return outcome
    } catch let refusal as Refusal {
      return Outcome(refusal)
    } catch let error as LogError {
      throw error
    } catch {
      report(.internalFailure(reference: nil, error: "\(type(of: error))"))
      return .internalFailure
    }
  }

  /// In whose name, once it is certain that the caller may; the roles are the newest there are.
  private func authorise(_ request: CommandRequest, _ caller: Caller, _ cohort: Code?) throws(Refusal) -> Alias? {
    try Authorisation(organisation: live.organisation, names: live.names).permit(
      request.method, caller, cohort: cohort, behalf: request.call.behalf, command: request.command)
  }

  private func answeredBefore(
    _ request: CommandRequest, _ caller: Caller, _ content: [UInt8], _ desk: Desk
  ) throws -> Outcome? {
    guard request.call.dryRun != true, let id = request.call.id,
      let stored = try desk.storedAnswer(actor: caller.person.bits, command: id.text)
    else { return nil }
    guard stored.content == content else { throw Refusal.conflict() }
    return try KeptOutcome(canonical: stored.outcome).repeated
  }

  private func decided(
    _ request: CommandRequest, _ caller: Caller, _ behalf: Alias?, _ cohort: Code?, _ desk: Desk
  ) throws(Refusal) -> Decision {
    let warmed = cohort.flatMap { live.cohorts[$0] } ?? WarmCohort()
    let directory = CommandDirectory(
      live.names, warmed.links, zones, desk, isSimulated: identification.isSimulated,
      cohorts: live.cohortCodes, casesOf: { [self] in cases(of: $0) })
    let actor = cohort == nil ? caller.person : directory.alias(of: caller.person)
    let behalfIDs = behalf.map { (person: $0, alias: cohort == nil ? $0 : directory.alias(of: $0)) }
    let recorded = Instant(milliseconds: desk.now)
    let received =
      identification.isSimulated ? request.call.simulate?.at ?? recorded : Instant(milliseconds: request.received)
    let capacities = caller.capacities(live.organisation, in: cohort)
    let context = Context(
      person: caller.person, actor: actor, behalf: behalfIDs, recorded: recorded, received: received,
      localDate: zone.local(recorded).date, isPortal: capacities.contains(.portal), directory: directory)
    var resolver = CommandResolver(
      directory: directory, organisation: live.organisation, isOfCohort: cohort != nil)
    let verdict = try judged(request.command, warmed.state, context, &resolver)
    return Decision(
      verdict: verdict, stream: cohort.map(Stream.cohort) ?? Stream.organisation, cohort: cohort, actor: actor,
      behalf: behalfIDs?.alias, received: received, links: directory.drawnLinks)
  }

  private func judged(
    _ command: any Command, _ cohort: Cohort, _ context: Context, _ resolver: inout CommandResolver
  ) throws(Refusal) -> Verdict {
    if let command = command as? any CohortCommand { return try judgedInCohort(command, cohort, context, &resolver) }
    if let command = command as? any OrganisationCommand {
      return try judgedInOrganisation(command, context, &resolver)
    }
    throw .notFound
  }

  private func judgedInCohort<C: CohortCommand>(
    _ command: C, _ cohort: Cohort, _ context: Context, _ resolver: inout CommandResolver
  ) throws(Refusal) -> Verdict {
    var command = command
    do { try command.resolve(&resolver) } catch { throw .invalid(error) }
    return try TalentDomain.decide(command, cohort, live.organisation, context)
  }

  private func judgedInOrganisation<C: OrganisationCommand>(
    _ command: C, _ context: Context, _ resolver: inout CommandResolver
  ) throws(Refusal) -> Verdict {
    var command = command
    do { try command.resolve(&resolver) } catch { throw .invalid(error) }
    return try TalentDomain.decide(command, live.organisation, context)
  }

  private func expect(_ expected: Int?, _ actual: Int) throws(Refusal) {
    if let expected, expected != actual { throw .conflict(expected: expected, actual: actual) }
  }

  private func revision(of cohort: Code?) -> Int {
    cohort.map { live.cohorts[$0]?.state.revision ?? 0 } ?? live.organisation.revision
  }

  // MARK: Recording

  private func record(
    _ decision: Decision, _ request: CommandRequest, _ caller: Caller, _ principal: Alias?, _ content: [UInt8],
    _ desk: Desk
  ) throws -> Outcome {
    let first = desk.nextPosition
    var types: [String] = []
    for (index, proposal) in decision.verdict.events.enumerated() {
      var proposal = proposal
      if index == 0 { proposal.sealed += decision.links }
      if Checkpointing.isTurningPoint(proposal.fact, in: decision.cohort.flatMap { live.cohorts[$0]?.state }) {
        desk.checkpointNow()
        beforeTurningPoint = desk.durableSize
      }
      try append(proposal, decision, request, desk)
      types.append("\(type(of: proposal.fact).type)")
    }
    guard !decision.verdict.findings.isEmpty else {
      return .done(
        first: first, types: types, revision: revision(of: decision.cohort), ripple: decision.verdict.ripple,
        repeated: false)
    }
    return try recordRefusal(decision, request, caller, content, desk)
  }

  /// A refusal by a rule is on record too: once for the same content, and not without end.
  private func recordRefusal(
    _ decision: Decision, _ request: CommandRequest, _ caller: Caller, _ content: [UInt8], _ desk: Desk
  ) throws -> Outcome {
    let findings = decision.verdict.findings
    switch refusals.note(actor: caller.person, content: content, rules: findings.map(\.rule), at: desk.now) {
    case .new:
      let fact = CommandRefused(
        contentDigest: Digest(Base64URL.encode(content)) ?? .blank, method: Line(request.method),
        rules: findings.map { Line($0.rule) }, stream: Line(decision.stream))
      try append(Proposal(fact), actor: caller.person, to: Stream.record, desk)
    case .known: break
    case .summarise(let count, let since):
      let fact = RefusalsSummarised(count: count, hour: Instant(milliseconds: since))
      try append(Proposal(fact), actor: caller.person, to: Stream.record, desk)
    // What is kept of the command is kept once: sent again, its id gets this answer.
    case .tooMany where decision.verdict.events.isEmpty: return .busy(retryAfter: 60_000)
    case .tooMany: break
    }
    return .refused(findings.map { FindingLine($0) }, repeated: false)
  }

  private func append(
    _ proposal: Proposal, _ decision: Decision, _ request: CommandRequest, _ desk: Desk
  ) throws(LogError) {
    let ruleSet = decision.cohort.flatMap {
      live.cohorts[$0]?.state.setup.ruleSetVersion(on: zone.local(Instant(milliseconds: desk.now)).date)
    }
    try append(
      proposal, to: decision.stream, actor: decision.actor, behalf: decision.behalf, command: request.call.id,
      received: decision.received, ruleSet: ruleSet, desk)
    guard let cohort = decision.cohort else { return }
    for entry in proposal.sealed { live.cohorts[cohort]?.links.take(entry.record) }
  }

  func append(_ proposal: Proposal, actor: Alias, to stream: String, _ desk: Desk) throws(LogError) {
    try append(
      proposal, to: stream, actor: actor, behalf: nil, command: nil, received: Instant(milliseconds: desk.now),
      ruleSet: nil, desk)
  }

  private func append(
    _ proposal: Proposal, to stream: String, actor: Alias, behalf: Alias?, command: CommandID?, received: Instant,
    ruleSet: Code?, _ desk: Desk
  ) throws(LogError) {
    let date = zone.local(Instant(milliseconds: desk.now)).date
    let effective = proposal.effective?.milliseconds ?? desk.now
    let event = try desk.append(
      Draft(
        stream: stream, type: "\(type(of: proposal.fact).type)", subject: proposal.subject?.text,
        effective: effective, facts: proposal.fact.canonical, sealed: proposal.sealed.map(\.field),
        actor: actor.text, behalf: behalf?.text, cause: proposal.cause, command: command?.text,
        received: received.milliseconds, localDate: date.text, ruleSet: ruleSet?.value))
    appended.append((event.position, event.bytes))
    evolve(
      proposal, stream,
      Header(
        position: event.position, revision: event.revision, effective: Instant(milliseconds: effective),
        recorded: Instant(milliseconds: event.recorded), received: received, localDate: date, actor: actor,
        behalf: behalf, subject: proposal.subject, cause: proposal.cause))
  }

  private func evolve(_ proposal: Proposal, _ stream: String, _ header: Header) {
    if let fact = proposal.fact as? any CohortFact, let code = Stream.cohort(in: stream) {
      if header.revision == 0 { live.cohortCodes.append(code) }
      live.cohorts[code, default: WarmCohort()].take(fact, header)
    } else if let fact = proposal.fact as? any OrganisationFact {
      live.organisation.revision += 1
      fact.apply(to: &live.organisation, header)
      live.names.take(fact, proposal.sealed.map(\.record))
      if let fact = fact as? SubjectKeyDestroyed { live.forget(fact) }
    } else if let fact = proposal.fact as? CheckpointAnchored {
      live.anchors.take(fact, position: header.position)
    }
  }

  /// Folds a cohort when it is first asked for; the least lately asked for goes when there are too many.
  func warm(_ code: Code) throws(LogError) {
    askings += 1
    if live.cohorts[code] == nil {
      guard live.cohortCodes.contains(code) else { return }
      live.cohorts[code] = try Folding.cohort(code, desksLog.reader())
      if live.cohorts.count > WarmCohort.limit,
        let oldest = live.cohorts.min(by: { $0.value.used < $1.value.used })?.key
      {
        live.cohorts[oldest] = nil
      }
    }
    live.cohorts[code]?.used = askings
  }
}

extension Instant {
  /// 2000-01-01: when the service of an empty simulated log starts, before any time that somebody may want to play.
  fileprivate static let beginningOfSimulation = Instant(milliseconds: 946_684_800_000)
}

extension WarmCohort {
  mutating func take(_ fact: some CohortFact, _ header: Header) {
    fact.evolve(&state, header)
  }
}
