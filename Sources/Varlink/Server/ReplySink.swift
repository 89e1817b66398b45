package import StrictJSON

/// Where the answer to one call goes. Each function suspends until it is this call's turn and the client has read enough
/// of what was sent before; for a `oneway` call each returns at once and nothing is sent. After the last reply nothing
/// more is sent.
package struct ReplySink: Sendable {
  let connection: ServerConnection
  let ticket: CallTicket

  /// The last or only reply.
  package func reply(_ parameters: JSON) async {
    await reply(canonical: parameters.canonical())
  }

  /// The last or only reply, with parameters that are canonical JSON already (an object).
  package func reply(canonical parameters: [UInt8]) async {
    await connection.send(.last, parameters, for: ticket)
  }

  /// A reply after which others follow. Throws when nobody reads them any more; where the caller did not ask for `more`,
  /// it answers `ExpectedMore` and throws.
  package func continues(_ parameters: JSON) async throws(ReplyEnded) {
    try await continues(canonical: parameters.canonical())
  }

  package func continues(canonical parameters: [UInt8]) async throws(ReplyEnded) {
    guard ticket.more else {
      await expectedMore()
      throw ReplyEnded()
    }
    guard await connection.send(.continues, parameters, for: ticket) else { throw ReplyEnded() }
  }

  /// An error, by its full name such as `org.example.thing.NotFound`.
  package func error(_ name: String, _ parameters: JSON = .object([])) async {
    await error(name, canonical: parameters.canonical())
  }

  package func error(_ name: String, canonical parameters: [UInt8]) async {
    await connection.send(.error(name), parameters, for: ticket)
  }

  // MARK: Errors that any method may answer with

  /// The method only makes sense with `more`.
  package func expectedMore() async { await error(StandardError.expectedMore) }

  /// A parameter fits its type, and still cannot be.
  package func invalidParameter(_ path: String) async {
    await error(StandardError.invalidParameter, ["parameter": .string(path)])
  }

  package func permissionDenied() async { await error(StandardError.permissionDenied) }

  package func methodNotImplemented(_ method: String) async {
    await error(StandardError.methodNotImplemented, ["method": .string(method)])
  }
}

/// No further reply can be sent: the client has gone, or the call has had its last reply.
package struct ReplyEnded: Error, Hashable {}

/// A call's place in the order of replies.
struct CallTicket: Sendable {
  let number: UInt64
  let more: Bool
  let oneway: Bool
}

enum ReplyKind: Sendable {
  case last
  case continues
  case error(String)

  var isLast: Bool {
    if case .continues = self { false } else { true }
  }
}
