package import StrictJSON

/// Who opened a connection, as the kernel saw it then.
package struct Peer: Sendable, Hashable {
  package let uid: UInt32
  package let gid: UInt32
  /// The process may have ended since, and another may have its number: for the log only.
  package let pid: Int32

  package init(uid: UInt32, gid: UInt32, pid: Int32) {
    self.uid = uid
    self.gid = gid
    self.pid = pid
  }
}

/// One call of a method that is defined, with parameters that fit its definition.
package struct VarlinkCall: Sendable {
  /// With its interface, such as `org.example.thing.Count`.
  package let method: String
  /// Such as `org.example.thing`.
  package let interface: String
  /// Without its interface, such as `Count`.
  package let name: String
  /// An object that fits the method's input.
  package let parameters: JSON
  /// Whether the caller takes more than one reply.
  package let more: Bool
  /// Whether the caller takes no reply at all.
  package let oneway: Bool
  package let peer: Peer
  /// When the last byte of the call was read, by the server's wall clock: milliseconds since 1970-01-01T00:00:00Z.
  package let receivedMilliseconds: Int64
  /// Counts the server's connections from 0.
  package let connection: UInt64
}

/// Answers calls.
package protocol VarlinkHandler: Sendable {
  /// Answers one call by `reply`, with exactly one last reply or error. Where it returns without one, the connection is
  /// closed, since its caller would wait for ever.
  ///
  /// It starts on the connection's event loop, so that a quick answer costs no change of thread. It must not block
  /// there: what takes long moves to `offEventLoop` or to an actor with an executor of its own. A `@concurrent` function
  /// or another actor does not leave the loop. The task of a `more` call is cancelled when its client has gone or the
  /// server stops; other calls run to their end.
  func handle(_ call: VarlinkCall, reply: ReplySink) async
}
