import Glibc
import StrictJSON

/// Calls from a process of another user: it connects to the socket, and passes on what it is given and what it gets. The
/// kernel tells the service who it is.
final class Relay: Messenger {
  let user: OSUser
  private let process: ChildProcess
  private var taken = 0

  /// Nothing but Debian's own Python, which every user may run. It ends when its input ends, or when the service hangs up.
  private static let script = """
    import os, select, socket, sys
    s = socket.socket(socket.AF_UNIX)
    s.connect(sys.argv[1])
    while True:
        ready, _, _ = select.select([0, s], [], [])
        if s in ready:
            data = s.recv(65536)
            if not data: break
            while data: data = data[os.write(1, data):]
        if 0 in ready:
            data = os.read(0, 65536)
            if not data: break
            s.sendall(data)
    """

  init(_ socket: String, _ user: OSUser) throws {
    self.user = user
    process = try ChildProcess(user.prefix + ["/usr/bin/python3", "-I", "-c", Relay.script, socket], input: .pipe)
  }

  /// Sends the bytes of one frame, without its NUL, and gives those of the reply, without its NUL.
  func exchange(_ frame: [UInt8], seconds: Int = 30) throws -> [UInt8] {
    try process.write(frame + [0])
    let reply = try until("\(user.name) gets a reply", seconds: seconds) { () -> [UInt8]? in
      let bytes = process.output(from: taken)
      if let end = bytes.firstIndex(of: 0) { return Array(bytes[..<end]) }
      guard process.ended() == nil else { throw Trouble("\(user.name)'s connection has ended: \(process.error)") }
      return nil
    }
    taken += reply.count + 1
    return reply
  }

  func call(_ method: String, canonical parameters: [UInt8]) throws -> JSON {
    let reply = try JSON(parsing: try exchange(Relay.frame(method, parameters)))
    if let error = reply["error"]?.string {
      throw ServiceError(name: error, parameters: reply["parameters"] ?? .object([]))
    }
    return reply["parameters"] ?? .object([])
  }

  static func frame(_ method: String, _ parameters: [UInt8]) -> [UInt8] {
    Array("{\"method\":\"\(method)\"".utf8) + (parameters.isEmpty ? [] : Array(",\"parameters\":".utf8) + parameters)
      + Array("}".utf8)
  }
}
