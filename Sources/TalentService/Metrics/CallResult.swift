import TalentInterface

/// How a call ended, as it is counted.
enum CallResult: Int, CaseIterable, Sendable {
  case done, refused, conflict, notFound, notPermitted, invalid, busy, readOnly, misconfigured, internalFailure

  /// As it stands in the metrics.
  var label: String {
    switch self {
    case .done: "done"
    case .refused: "refused"
    case .conflict: "conflict"
    case .notFound: "not-found"
    case .notPermitted: "not-permitted"
    case .invalid: "invalid"
    case .busy: "busy"
    case .readOnly: "read-only"
    case .misconfigured: "misconfigured"
    case .internalFailure: "internal"
    }
  }

  init(_ outcome: Outcome) {
    self =
      switch outcome {
      case .done: .done
      case .refused: .refused
      case .conflict: .conflict
      case .notFound: .notFound
      case .notPermitted: .notPermitted
      case .invalid: .invalid
      case .busy: .busy
      case .internalFailure: .internalFailure
      }
  }

  init(_ error: WireError) {
    self =
      switch error {
      case .refused: .refused
      case .conflict: .conflict
      case .notFound: .notFound
      case .notPermitted: .notPermitted
      case .invalidInput: .invalid
      case .busy: .busy
      case .readOnly: .readOnly
      case .misconfigured: .misconfigured
      case .internalFailure: .internalFailure
      }
  }
}
