import StrictJSON
import TalentDomain
import TalentInterface
import Varlink

/// An error as it goes over the wire.
struct WireFailure: Sendable {
  let error: WireError
  let parameters: [UInt8]

  init(_ error: WireError, _ parameters: some Record) {
    self.error = error
    self.parameters = parameters.canonical
  }

  init(_ error: WireError) { self.init(error, NothingMore()) }
}

extension ReplySink {
  func failure(_ failure: WireFailure, _ call: VarlinkCall) async {
    await error("\(call.interface).\(failure.error.rawValue)", canonical: failure.parameters)
  }

  /// Tells what became of a command.
  func outcome(_ outcome: Outcome, _ options: CallOptions, _ call: VarlinkCall, positions: Bool) async {
    switch outcome {
    case .done(let first, let types, let revision, let ripple, _):
      var receipt = Receipt()
      receipt.command = options.id
      receipt.dryRun = options.dryRun ?? false
      receipt.events = types.enumerated().map { index, type in
        var event = ReceiptEvent()
        event.type = Line(type)
        if positions, first >= 0 { event.position = first + index }
        return event
      }
      if positions { receipt.revision = revision }
      receipt.ripple = ripple
      await reply(canonical: receipt.canonical)
    case .refused(let findings, _):
      var refused = RefusedError()
      refused.command = options.id
      refused.findings = findings
      await failure(WireFailure(.refused, refused), call)
    case .conflict(let expected, let actual):
      var conflict = ConflictError()
      conflict.expected = expected
      if positions { conflict.actual = actual }
      await failure(WireFailure(.conflict, conflict), call)
    case .notFound: await failure(WireFailure(.notFound), call)
    case .notPermitted: await failure(WireFailure(.notPermitted), call)
    case .invalid(let fault): await failure(WireFailure(.invalidInput, FaultLine(fault)), call)
    case .busy(let retryAfter):
      var busy = BusyError()
      busy.retryAfter = retryAfter
      await failure(WireFailure(.busy, busy), call)
    case .internalFailure: await failure(WireFailure(.internalFailure, InternalError()), call)
    }
  }
}

extension RowOutcome {
  init(_ outcome: Outcome) {
    self.init()
    switch outcome {
    case .done(_, let types, _, _, let repeated):
      kind = .done
      events = types.count
      self.repeated = repeated
    case .refused(let findings, let repeated):
      kind = .refused
      self.findings = findings
      self.repeated = repeated
    case .conflict: kind = .conflict
    case .notFound: kind = .notFound
    case .notPermitted: kind = .notPermitted
    case .invalid(let fault):
      kind = .invalid
      self.fault = FaultLine(fault)
    case .busy: kind = .busy
    case .internalFailure: kind = .internalFailure
    }
  }
}
