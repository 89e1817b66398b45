import CPlatform
import CivilTime
import EventLog
import Projections
import TalentDomain
import TalentInterface
import Varlink

/// The way of a query: identify → authorise → set the scene → project → open what this caller may see → reply.
extension Daemon {
  func answer(
    _ question: Question, _ call: VarlinkCall, _ accountName: String?, _ reply: ReplySink
  ) async throws {
    let caller = try identification.caller(
      uid: Int(call.peer.uid), accountName: accountName, simulated: question.simulate?.actor, published.read().names)
    let cohort = (question.query as? any CohortQuery)?.cohort
    try await warm(cohort.map { [$0] } ?? question.query.cohortsConcerned(published.read()))
    let scene = try scene(caller, question)
    try Authorisation(organisation: scene.memory.organisation, names: scene.memory.names).permit(
      question.method, caller, cohort: cohort, behalf: nil)
    if let query = question.query as? FollowLog { return try await follow(query, scene, call, reply) }
    if question.query is RebuildProjections { return try await rebuild(reply) }
    if let query = question.query as? ReplayCohort { return try await replay(query, question, scene, call, reply) }
    if let query = question.query as? ReplayWhatIf { return try await suppose(query, question, scene, reply) }
    if let query = question.query as? ListRetention { return try await listRetention(query, scene, call, reply) }
    if let query = question.query as? CheckpointForAnchoring {
      return await reply.reply(canonical: try await checkpointForAnchoring(query).canonical)
    }
    if let query = question.query as? KeepAnchor {
      return await reply.reply(canonical: try await keep(query, by: caller).canonical)
    }
    let answering = Answering(scene: scene, daemon: self)
    if let query = question.query as? RenderLetter {
      let shown = try await render(query, question, answering)
      try await recordAccess(answering.accesses, question, caller, scene)
      return try await reply.reply(canonical: named(shown, scene.memory).canonical)
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
    if let query = question.query as? ExportBundle { return try await export(query, question, call, answering, reply) }
    if let query = question.query as? GiveAccessDocument {
      return try await giveAccess(query, question, call, scene, reply)
    }
    guard let answer = try answering.answer(question.query) else { throw Refusal.notFound }
    try await recordAccess(answering.accesses, question, caller, scene)
    try await reply.reply(canonical: named(answer, scene.memory, cohort: cohort).canonical)
  }

  /// Names are opened here, where the reply is written, and nowhere else.
  /// - Parameter cohort: the only one that the answer speaks of; nil where it may speak of any.
  func named<R: Record>(_ answer: R, _ memory: Memory, cohort: Code? = nil) throws(Fault) -> R {
    var answer = answer
    var filler = NameFiller(memory, cohort: cohort)
    try answer.resolve(&filler)
    return answer
  }

  /// The same for what a receipt tells of people. Nothing in it can fail, and the command has been carried out.
  func named(_ ripple: Ripple) -> Ripple { (try? named(ripple, published.read())) ?? ripple }

  private func scene(_ caller: Caller, _ question: Question) throws -> Scene {
    let memory = published.read()
    let reader = log.reader()
    var end: Int?
    if let position = question.at?.position {
      guard position >= 0 else { throw Fault(.outOfRange(0...Int.max), at: ["at", "position"]) }
      end = min(position + 1, memory.size)
    } else if let time = question.at?.time {
      end = try reader.position(recordedBy: time.milliseconds).map { min($0 + 1, memory.size) } ?? 0
    }
    return Scene(
      memory: memory, caller: caller, reader: reader, end: end,
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
    guard size > 0, end != nil || settings.simulate else { return Instant(milliseconds: talent_realtime_ms()) }
    return Instant(milliseconds: try reader.recordedTime(at: size - 1))
  }

  /// Folds the cohorts that a query speaks of, where nobody asked for them lately.
  func warm(_ codes: [Code]) async throws {
    for code in codes {
      let memory = published.read()
      guard memory.cohorts[code] == nil, memory.cohortCodes.contains(code) else { continue }
      _ = try await writer.submit(.warm(code))
    }
  }

  /// Whoever guards or audits the record leaves a trace when personal data is opened for them; the HR Centre's everyday
  /// reading does not.
  func recordAccess(
    _ accesses: [(stream: String, people: [Alias])], _ question: Question, _ caller: Caller, _ scene: Scene
  ) async throws {
    let capacities = caller.capacities(scene.memory.organisation, in: nil)
    guard capacities.contains(where: { [.auditor, .dpo, .administrator].contains($0) }), !capacities.contains(.hr)
    else {
      return
    }
    let proposals = accesses.map { stream, people in
      Proposal(AccessGiven(method: Line(question.method), of: people, stream: Line(stream)))
    }
    guard !proposals.isEmpty else { return }
    _ = try await writer.submit(.record(actor: caller.person, proposals, at: question.simulate?.at))
  }
}

extension Query {
  /// The cohorts that a query needs folded although it names none: all of them where it speaks of all.
  fileprivate func cohortsConcerned(_ memory: Memory) -> [Code] {
    switch self {
    case is ListCohorts, is ListDuties, is ShowProcessingRegister, is ListLooks, is ShowPerson, is ListAuditTrail,
      is FollowLog, is ShowEvent:
      Array(memory.cohortCodes.suffix(WarmCohort.limit))
    default: []
    }
  }
}
