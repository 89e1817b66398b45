package import StrictJSON

/// Why a call has no answer, or none that was hoped for.
package enum VarlinkError: Error, Hashable {
  package enum Connection: Sendable, Hashable {
    /// The operating system's errno: nobody listens there (ENOENT, ECONNREFUSED), not allowed (EACCES), …
    case system(Int32)
    /// The service closed the connection before it had answered.
    case closed
    /// No answer within the time allowed.
    case timedOut
    /// What came is no reply.
    case malformed(MalformedFrame)
  }

  /// The service answered with an error: its full name, such as `org.example.thing.NotFound`, and what it says.
  case remote(name: String, parameters: JSON)
  case connection(Connection)
}
