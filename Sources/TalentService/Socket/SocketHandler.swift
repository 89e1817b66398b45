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
    guard let route = Routes.all[call.method] else { return await reply.methodNotImplemented(call.method) }
    let accountName = await service.accountName(of: call.peer.uid)
    do {
      let bytes = call.parameters.canonical()
      try service.admit(call, accountName, simulate: Simulated(in: call.parameters))
      switch route {
      case .command(let read):
        let (command, options) = try read(bytes)
        guard !drops(call) else { return }
        let request = request(call, accountName, command, options)
        let seesPositions = await service.seesPositions(request)
        guard options.expected == nil || seesPositions else {
          throw Fault(.positionsNotShown, at: ["call", "expected"])
        }
        let outcome = try await service.traced(service.carryOut([request])[0], request)
        await reply.outcome(outcome, options, call, positions: seesPositions)
      case .imports(let read):
        let rows = try read(bytes)
        guard !drops(call) else { return }
        let outcomes = try await service.carryOut(rows.map { request(call, accountName, $0.command, $0.call) })
        var answer = ImportOutcome()
        answer.rows = outcomes.map { RowOutcome($0) }
        await reply.reply(canonical: answer.canonical)
      case .query(let read):
        let question = try read(bytes)
        if question.query is KeepAnchor, drops(call) { return }
        try await service.answer(question, call, accountName, reply)
      }
    } catch {
      await reply.failure(service.wireError(error), call)
    }
  }

  /// A `oneway` call's sender could never learn what became of it: nothing is written for one.
  private func drops(_ call: VarlinkCall) -> Bool {
    if call.oneway { service.report(.onewayDropped(method: call.method)) }
    return call.oneway
  }

  private func request(
    _ call: VarlinkCall, _ accountName: String?, _ command: any Command, _ options: CallOptions
  ) -> CommandRequest {
    // An import's rows are authorised as what they are: the method of their own command.
    CommandRequest(
      method: "\(type(of: command).area.interface).\(type(of: command).method)", command: command, call: options,
      uid: Int(call.peer.uid), accountName: accountName, received: call.receivedMilliseconds)
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
