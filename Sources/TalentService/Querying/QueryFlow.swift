import CPlatform
import CivilTime
import EventLog
import Projections
import TalentDomain
import TalentInterface
import Varlink

/// The way of a query: identify → authorise → set the scene → is the log open to this caller → project → open what the caller
/// may see → leave the trace → reply.
extension Daemon {
  func answer(
    _ question: Question, _ call: VarlinkCall, _ accountName: String?, _ reply: ReplySink
  ) async throws {
    let caller = try identification.caller(
      uid: Int(call.peer.uid), accountName: accountName, simulated: question.simulate?.actor, published.read().names)
    let cohort = (question.query as? any CohortQuery)?.cohort
    let concerned = cohort.map { [$0] } ?? question.query.cohortsConcerned(published.read())
    let memory = try await memory(with: concerned + cohortsThatMayClose(caller))
    let scene = try scene(caller, question, memory)
    try Authorisation(organisation: scene.memory.organisation, names: scene.memory.names).permit(
      question.method, caller, cohort: cohort, behalf: nil)
    try Impartiality.check(question.query, scene)
    if let query = question.query as? FollowLog { return try await follow(query, question, scene, call, reply) }
    if question.query is RebuildProjections { return try await rebuild(reply) }
    if let query = question.query as? ReplayCohort { return try await replay(query, question, scene, call, reply) }
    if let query = question.query as? ReplayWhatIf { return try await suppose(query, question, scene, reply) }
    if let query = question.query as? ListRetention {
      return try await listRetention(query, question, scene, call, reply)
    }
    if let query = question.query as? CheckpointForAnchoring {
      return await reply.reply(canonical: try await checkpointForAnchoring(query).canonical)
    }
    if let query = question.query as? KeepAnchor {
      return await reply.reply(canonical: try await keep(query, by: caller).canonical)
    }
    let answering = Answering(scene: scene, daemon: self)
    if let query = question.query as? RenderLetter {
      let shown = try await render(query, question, answering)
      return try await reply.reply(canonical: traced(shown, question, scene, cohort: query.cohort))
    }
    if let query = question.query as? RotateLogKey {
      return await reply.reply(canonical: try await rotate(query, question, caller).canonical)
    }
    if question.query is RotateMasterKey {
      return await reply.reply(canonical: try await rotateMasterKey(question, caller).canonical)
    }
    if question.query is EscrowMasterKey {
      return await reply.reply(canonical: try await escrowMasterKey(question, caller).canonical)
    }
    if question.query is MakeBackup { return try await makeBackup(question, caller, call, reply) }
    if let query = question.query as? ExportBundle { return try await export(query, question, call, answering, reply) }
    if let query = question.query as? GiveAccessDocument {
      return try await giveAccess(query, question, call, scene, reply)
    }
    guard let answer = try answering.answer(question.query) else { throw Refusal.notFound }
    try await reply.reply(canonical: traced(answer, question, scene, cohort: cohort))
  }

  /// An answer as it leaves. Names are opened here, where the reply is written, and nowhere else; and the trace is left of all
  /// that was opened for it.
  /// - Parameter cohort: the only one that the answer speaks of; nil where it may speak of any.
  func traced<R: Record>(
    _ answer: R, _ question: Question, _ scene: Scene, cohort: Code? = nil
  ) async throws -> [UInt8] {
    var answer = answer
    var filler = NameFiller(scene.memory, cohort: cohort, scene.sight)
    try answer.resolve(&filler)
    try await leaveTrace(
      scene.sight, question.method, scene.caller, scene.memory, at: question.simulate?.at)
    return answer.canonical
  }

  /// The same for what a receipt tells of people. The command has been carried out: nothing that fails here takes its
  /// receipt away.
  func traced(_ outcome: Outcome, _ request: CommandRequest) async -> Outcome {
    guard case .done(let first, let types, let revision, var ripple?, let repeated) = outcome else { return outcome }
    let cohort = (request.command as? any CohortCommand)?.cohort
    let memory = (try? await memory(with: cohort.map { [$0] } ?? [])) ?? published.read()
    let sight = Sight()
    var filler = NameFiller(memory, cohort: cohort, sight)
    try? ripple.resolve(&filler)
    if let caller = try? identification.caller(
      uid: request.uid, accountName: request.accountName, simulated: request.call.simulate?.actor, memory.names)
    {
      try? await leaveTrace(sight, request.method, caller, memory, at: request.call.simulate?.at)
    }
    return .done(first: first, types: types, revision: revision, ripple: ripple, repeated: repeated)
  }

  private func scene(_ caller: Caller, _ question: Question, _ memory: Memory) throws -> Scene {
    let reader = log.reader()
    var end: Int?
    if let position = question.at?.position {
      guard position >= 0 else { throw Fault(.outOfRange(0...Int.max), at: ["at", "position"]) }
      guard mayCount(caller, memory) else { throw Fault(.positionsNotShown, at: ["at", "position"]) }
      end = min(position + 1, memory.size)
    } else if let time = question.at?.time {
      end = try reader.position(recordedBy: time.milliseconds).map { min($0 + 1, memory.size) } ?? 0
    }
    return Scene(
      memory: memory, caller: caller, sight: Sight(), reader: reader, end: end,
      organisation: try end.map { try Folding.organisation(reader, upTo: $0) } ?? memory.organisation,
      today: zone.local(try question.at?.time ?? now(question, reader, end: end, memory)).date)
  }

  /// The moment by which something is overdue: that of the position asked about, or now. A simulated log has no other now
  /// than what somebody says, or its last event's.
  private func now(
    _ question: Question, _ reader: LogReader, end: Int?, _ memory: Memory
  ) throws(LogError) -> Instant {
    let size = end ?? memory.size
    if end == nil, let said = question.simulate?.at { return said }
    guard size > 0, end != nil else { return try present(memory) }
    return Instant(milliseconds: try reader.recordedTime(at: size - 1))
  }

  /// What is known now, with these cohorts folded in any case. The writer keeps those that nobody asked for lately for whoever
  /// comes next; where others have pushed one out again meanwhile, it is folded here.
  func memory(with codes: [Code]) async throws -> Memory {
    var memory = published.read()
    let cold = codes.filter { memory.cohorts[$0] == nil && memory.cohortCodes.contains($0) }
    guard !cold.isEmpty else { return memory }
    for code in cold { _ = try await writer.submit(.warm(code)) }
    memory = published.read()
    for code in codes where memory.cohorts[code] == nil && memory.cohortCodes.contains(code) {
      memory.cohorts[code] = try Folding.cohort(code, log.reader(), upTo: memory.size)
    }
    return memory
  }

  /// The cohorts that must be folded before it can be judged whether the log is open to somebody who may otherwise see
  /// positions.
  func cohortsThatMayClose(_ caller: Caller) -> [Code] {
    let memory = published.read()
    let capacities = caller.capacities(memory.organisation, in: nil)
    let viewer = Viewer(person: caller.person, alias: .none, capacities: capacities)
    return viewer.seesPositions ? memory.unknownCohorts : []
  }

  /// Whether somebody may see positions and count events, and so may ask by them.
  func mayCount(_ caller: Caller, _ memory: Memory) -> Bool {
    let capacities = caller.capacities(memory.organisation, in: nil)
    return Viewer(
      person: caller.person, alias: .none, capacities: capacities,
      isShutOut: Impartiality.closesLog(to: caller.person, memory) != nil
    ).seesPositions
  }
}

extension Fault.Problem {
  /// Somebody counts events who may not.
  static let positionsNotShown = Fault.Problem.expected(
    "a time, or nothing: positions are shown to those who keep and audit the record")
}

extension Query {
  /// The cohorts that a query needs folded although it names none: all of them where it speaks of all.
  fileprivate func cohortsConcerned(_ memory: Memory) -> [Code] {
    switch self {
    case is ListCohorts, is ListDuties, is ShowProcessingRegister, is ListLooks, is ShowPerson, is ListAuditTrail,
      is FollowLog, is ShowEvent:
      memory.latestCohorts
    default: []
    }
  }
}
