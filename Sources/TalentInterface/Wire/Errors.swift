package import TalentDomain

/// The errors of every interface, by the names that stand in its description. What each carries is a record.
package enum WireError: String, CaseIterable, Sendable {
  case refused = "Refused"
  case conflict = "Conflict"
  case notFound = "NotFound"
  case notPermitted = "NotPermitted"
  case invalidInput = "InvalidInput"
  case busy = "Busy"
  case readOnly = "ReadOnly"
  case misconfigured = "Misconfigured"
  case internalFailure = "Internal"

  package var parameters: any Record.Type {
    switch self {
    case .refused: RefusedError.self
    case .conflict: ConflictError.self
    case .notFound, .notPermitted: NothingMore.self
    case .invalidInput: FaultLine.self
    case .busy: BusyError.self
    case .readOnly: NothingMore.self
    case .misconfigured: FileFault.self
    case .internalFailure: InternalError.self
    }
  }

  package var purpose: String {
    switch self {
    case .refused: "Rules forbid it; the first gives the refusal its name."
    case .conflict:
      "The stream is not at the revision that the caller expected, or the id was used for another command."
    case .notFound: "There is no such thing, or the caller may not know of it."
    case .notPermitted: "The caller's roles do not allow this method."
    case .invalidInput: "A member is wrong in itself: where, and what would be right."
    case .busy: "Too much is waiting; try again after so many milliseconds."
    case .readOnly: "Nothing can be written now; reads go on."
    case .misconfigured:
      "A file or setting that the municipality keeps is wrong: which, where, and what. Nothing else is affected."
    case .internalFailure: "A fault of the service; the reference finds it in the service's log."
    }
  }
}

package struct RefusedError: Record {
  package var command: CommandID?
  package var findings: [FindingLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("command", &command)
    try members("findings", &findings)
  }
}

package struct ConflictError: Record {
  package var actual: Int?
  package var expected: Int?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("actual", &actual, "The stream's revision; for those who may see positions.")
    try members(
      "expected", &expected, "The revision that the caller named; absent where the command's id was used for another.")
  }
}

package struct NothingMore: Record {
  package init() {}
  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

package struct BusyError: Record {
  package var retryAfter = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("retryAfter", &retryAfter, "Milliseconds.")
  }
}

package struct InternalError: Record {
  package var reference = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("reference", &reference)
  }
}
