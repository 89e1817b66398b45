import CPlatform
import Glibc
package import StrictJSON

/// A client for a command line: plain calls that wait, no threads and no event loop, ready within microseconds.
///
/// One call at a time. After an error other than `.remote` the connection is of no further use.
package struct BlockingVarlinkClient: ~Copyable {
  private let descriptor: Int32
  private let limits: JSONLimits
  /// What has been read and not yet used.
  private var input: [UInt8] = []
  private var start = 0
  private var isBroken = false

  /// Connects to a Unix socket (`@` begins an abstract name). `timeoutMilliseconds` bounds the wait for each piece of an
  /// answer; 0 waits for ever.
  package init(path: String, timeoutMilliseconds: Int64 = 0, maximumFrameLength: Int = 1 << 20)
    throws(VarlinkError)
  {
    descriptor = talent_connect_socket(path)
    limits = JSONLimits(maximumLength: maximumFrameLength)
    guard descriptor >= 0 else { throw .connection(.system(-descriptor)) }
    if timeoutMilliseconds > 0 { _ = talent_socket_timeout(descriptor, timeoutMilliseconds) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Calls a method, by its full name, and waits for its answer.
  package mutating func call(_ method: String, _ parameters: JSON = .object([])) throws(VarlinkError) -> JSON {
    try call(method, canonical: parameters.canonical())
  }

  /// The same with parameters that are canonical JSON already (an object).
  package mutating func call(_ method: String, canonical parameters: [UInt8]) throws(VarlinkError) -> JSON {
    try send(CallFrame.write(method, canonical: parameters, more: false, oneway: false))
    let reply = try next()
    guard !reply.continues else { throw broken(.malformed(.contradictoryFlags)) }
    return reply.parameters
  }

  /// Calls a method with `more` and hands every answer to `body`, the last one included, until `body` returns false.
  /// Where it stops before the last answer, the connection is of no further use.
  package mutating func stream(
    _ method: String, canonical parameters: [UInt8], _ body: (JSON) throws -> Bool
  ) throws {
    try send(CallFrame.write(method, canonical: parameters, more: true, oneway: false))
    while true {
      let reply = try next()
      let goesOn = try body(reply.parameters)
      guard reply.continues else { return }
      if !goesOn {
        isBroken = true
        return
      }
    }
  }

  /// Calls a method that sends no answer.
  package mutating func oneway(_ method: String, _ parameters: JSON = .object([])) throws(VarlinkError) {
    try send(CallFrame.write(method, canonical: parameters.canonical(), more: false, oneway: true))
  }

  // MARK: Pieces

  private mutating func send(_ bytes: [UInt8]) throws(VarlinkError) {
    guard !isBroken else { throw .connection(.closed) }
    var sent = 0
    while sent < bytes.count {
      let result = bytes.withUnsafeBytes { all in
        Glibc.send(descriptor, all.baseAddress! + sent, all.count - sent, Int32(MSG_NOSIGNAL))
      }
      if result >= 0 {
        sent += result
      } else if errno != EINTR {
        throw broken(Self.reason(errno))
      }
    }
  }

  private mutating func next() throws(VarlinkError) -> ReplyFrame {
    let end = try frameEnd()
    let limits = limits
    let range = start..<end
    let outcome = input.withUnsafeBytes { all in
      Result { () throws(MalformedFrame) in
        try ReplyFrame(parsing: UnsafeRawBufferPointer(rebasing: all[range]), limits: limits)
      }
    }
    start = end + 1
    if start == input.count {
      input.removeAll(keepingCapacity: true)
      start = 0
    }
    switch outcome {
    case .failure(let fault): throw broken(.malformed(fault))
    case .success(let reply):
      if let name = reply.error { throw .remote(name: name, parameters: reply.parameters) }
      return reply
    }
  }

  /// Reads until a whole frame is there, and says where it ends.
  private mutating func frameEnd() throws(VarlinkError) -> Int {
    var scanned = start
    while true {
      if let end = input[scanned...].firstIndex(of: 0) {
        guard end - start <= limits.maximumLength else { throw broken(.malformed(.tooLong)) }
        return end
      }
      scanned = input.count
      guard scanned - start <= limits.maximumLength else { throw broken(.malformed(.tooLong)) }
      try readMore()
    }
  }

  private mutating func readMore() throws(VarlinkError) {
    let chunk = 64 << 10
    let descriptor = descriptor
    while true {
      var failure: Int32 = 0
      let more = [UInt8](unsafeUninitializedCapacity: chunk) { space, count in
        let result = Glibc.recv(descriptor, space.baseAddress, chunk, 0)
        count = max(0, result)
        failure = result < 0 ? errno : 0
      }
      if failure == EINTR { continue }
      guard failure == 0 else { throw broken(Self.reason(failure)) }
      guard !more.isEmpty else { throw broken(.closed) }
      input += more
      return
    }
  }

  private mutating func broken(_ reason: VarlinkError.Connection) -> VarlinkError {
    isBroken = true
    return .connection(reason)
  }

  private static func reason(_ errno: Int32) -> VarlinkError.Connection {
    switch errno {
    case EAGAIN, EWOULDBLOCK: .timedOut
    case EPIPE, ECONNRESET: .closed
    default: .system(errno)
    }
  }
}
