import CPlatform
import EventLog
import StrictJSON
import TalentDomain
import TalentInterface
import Varlink

/// One call of the socket: find its route, see who calls and whether they may, read the parameters, carry it out, reply.
///
/// Whether somebody may is decided before the parameters are looked at: a stranger learns nothing from an error either.
struct SocketHandler: VarlinkHandler {
  let service: Daemon

  func handle(_ call: VarlinkCall, reply: ReplySink) async {
    guard let route = Routes.all[call.method] else {
      service.metrics.unknownMethods.add()
      return await reply.methodNotImplemented(call.method)
    }
    let timing = CallTiming()
    let result = await answer(route, call, timing, reply)
    let end = talent_monotonic_ns()
    service.metrics.ended(call.method, result, nanoseconds: end - timing.received, timing)
    // A stream lasts as long as its reader likes.
    if !call.more { service.noteIfSlow(call.method, timing, end) }
  }

  private func answer(
    _ route: Route, _ call: VarlinkCall, _ timing: CallTiming, _ reply: ReplySink
  ) async -> CallResult {
    let accountName = await service.accountName(of: call.peer.uid)
    do {
      let bytes = call.parameters.canonical()
      try service.admit(call, accountName, simulate: Simulated(in: call.parameters))
      switch route {
      case .command(let read):
        let (command, options) = try read(bytes)
        guard !drops(call) else { return .invalid }
        let request = request(call, accountName, command, options, timing)
        let seesPositions = await service.seesPositions(request)
        guard options.expected == nil || seesPositions else {
          throw Fault(.positionsNotShown, at: ["call", "expected"])
        }
        let outcome = try await service.traced(service.carryOut([request])[0], request)
        if case .refused(let findings, _) = outcome { service.metrics.refused(findings) }
        await reply.outcome(outcome, options, call, positions: seesPositions)
        return CallResult(outcome)
      case .imports(let read):
        let rows = try read(bytes)
        guard !drops(call) else { return .invalid }
        let requests = rows.enumerated().map { index, row in
          // Its rows share their way: the last one's marks are the call's.
          request(call, accountName, row.command, row.call, index == rows.count - 1 ? timing : nil)
        }
        let outcomes = try await service.carryOut(requests)
        var answer = ImportOutcome()
        answer.rows = outcomes.map { RowOutcome($0) }
        for outcome in outcomes { service.metrics.methods[call.method]?.rows[CallResult(outcome).rawValue].add() }
        await reply.reply(canonical: answer.canonical)
      case .query(let read):
        let question = try read(bytes)
        if question.query is KeepAnchor, drops(call) { return .invalid }
        try await service.answer(question, call, accountName, reply)
      }
      return .done
    } catch {
      let failure = service.wireError(error)
      await reply.failure(failure, call)
      return CallResult(failure.error)
    }
  }

  /// A `oneway` call's sender could never learn what became of it: nothing is written for one.
  private func drops(_ call: VarlinkCall) -> Bool {
    if call.oneway { service.report(.onewayDropped(method: call.method)) }
    return call.oneway
  }

  private func request(
    _ call: VarlinkCall, _ accountName: String?, _ command: any Command, _ options: CallOptions,
    _ timing: CallTiming?
  ) -> CommandRequest {
    // An import's rows are authorised as what they are: the method of their own command.
    CommandRequest(
      method: "\(type(of: command).area.interface).\(type(of: command).method)", command: command, call: options,
      uid: Int(call.peer.uid), accountName: accountName, received: call.receivedMilliseconds, timing: timing)
  }
}

/// The simulation that a call names, read before anything else of it.
struct Simulated {
  let actor: PersonRef?
  let isGiven: Bool

  init(in parameters: JSON) {
    let simulate = parameters["simulate"] ?? parameters["call"]?["simulate"]
    isGiven = simulate != nil
    actor = simulate?["actor"]?.string.map { PersonRef(given: $0) }
  }
}
