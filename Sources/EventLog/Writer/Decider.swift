internal import GRDB

/// Turns requests into events: what a `LogWriter` runs.
///
/// A decider belongs to the writer's thread. It is made there, and every call comes there, one at a time; it needs no locks
/// of its own. What others read of it, it must publish itself, in `committed`.
package protocol Decider: AnyObject, SendableMetatype {
  associatedtype Request: Sendable
  associatedtype Reply: Sendable

  /// Judges one request against the newest state, which includes the requests before it in the same batch, and appends
  /// what follows from it. A refusal is a reply, not an error.
  ///
  /// An error that the machine caused (`LogError.isStorageFailure`) fails the whole batch; any other fails this request
  /// alone: everything since the last commit is rolled back, and the batch's other requests are decided once more.
  func decide(_ request: Request, at desk: Desk) throws(LogError) -> Reply

  /// Whether a request appends nothing, ever: it is carried out also while nothing can be written.
  static func isReading(_ request: Request) -> Bool

  /// Carries out such a request while nothing can be written: there is no transaction, and no desk.
  func read(_ request: Request) throws(LogError) -> Reply

  /// Everything appended is durable, up to but not including position `size`. Nobody has been answered yet.
  func committed(upTo size: Int)

  /// Nothing since the last `committed` has happened: forget it.
  func rolledBack()
}

extension Decider {
  package static func isReading(_ request: Request) -> Bool { false }

  package func read(_ request: Request) throws(LogError) -> Reply {
    throw .storage(code: ResultCode.SQLITE_READONLY.rawValue)
  }
}

/// Why a request got no reply.
package enum WriterError: Error, Hashable, Sendable {
  /// Too many are waiting; nothing was done.
  case busy
  /// The log cannot be written at present; nothing was done.
  case readOnly
  /// The writer is stopping or has stopped; nothing was done.
  case stopped
  /// This request could not be carried out, and none of it was.
  case failed(LogError)
}
