import CivilTime
import EventLog
import Projections
import TalentDomain
import TalentInterface
import Transparency

/// The way of a command, on the writer's thread:
/// identify → authorise → answer what was answered before → decide → append and seal → remember the answer.
/// After the commit the views move on, and only then is anybody answered.
final class CommandDecider {
  var live: Memory
  let published: Published
  let desksLog: EventLog
  let views: ViewWriter
  /// The settings that this batch goes by.
  var inForce: InForce
  let standing: Standing
  var identification: Identification { inForce.identification }
  private let zones: Zones
  let zone: Zone
  var refusals = RefusalRegister()
  /// What this batch appended, for the views.
  var appended: [(position: Int, bytes: [UInt8])] = []
  var askings = 0
  /// How many events were durable before a turning point of this batch.
  var beforeTurningPoint: Int?
  /// The calls of this batch, for whoever measures.
  var timings: [CallTiming] = []
  var requestsInBatch = 0
  let metrics: ServiceMetrics
  var clock = ClockWatch()
  /// As of the last commit.
  var committedClock = ClockWatch()
  let clocks: MachineClocks
  let report: @Sendable (ServiceIncident) -> Void

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

  // MARK: The way of a command

  func carryOut(_ request: CommandRequest, _ desk: Desk) throws(LogError) -> Outcome {
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
    switch refusals.note(actor: caller.person, content: content, rules: findings.rules, at: desk.now) {
    case .new:
      let fact = CommandRefused(
        contentDigest: Digest(Base64URL.encode(content)) ?? .blank, method: Line(request.method),
        rules: findings.rules, stream: Line(decision.stream))
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
}
