import CPlatform
import Glibc
import StrictJSON

/// A connection over which anything may be sent, well formed or not.
final class RawSocket {
  enum Outcome: Equatable {
    case frame(JSON)
    /// The service hung up.
    case closed
    case timedOut

    /// The error's name, where the service answered with one.
    var error: String? {
      guard case .frame(let json) = self else { return nil }
      return json["error"]?.string
    }

    var isAnswer: Bool {
      guard case .frame = self else { return false }
      return error == nil
    }
  }

  private let descriptor: Int32
  private var input: [UInt8] = []

  init(_ path: String, timeoutMilliseconds: Int64 = 20_000) throws {
    descriptor = talent_connect_socket(path)
    guard descriptor >= 0 else { throw Trouble("cannot connect: \(String(cString: strerror(-descriptor)))") }
    _ = talent_socket_timeout(descriptor, timeoutMilliseconds)
  }

  deinit { close(descriptor) }

  /// Sends as much as the service takes within the time; gives how much that was.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Int {
    var sent = 0
    while sent < bytes.count {
      let result = bytes.withUnsafeBytes { all in
        Glibc.send(descriptor, all.baseAddress! + sent, all.count - sent, Int32(MSG_NOSIGNAL))
      }
      if result > 0 { sent += result } else if errno != EINTR { break }
    }
    return sent
  }

  /// The next whole frame.
  func receive() throws -> Outcome {
    while true {
      if let end = input.firstIndex(of: 0) {
        let frame = Array(input[..<end])
        input.removeSubrange(...end)
        return .frame(try JSON(parsing: frame))
      }
      var failure: Int32 = 0
      let more = [UInt8](unsafeUninitializedCapacity: 1 << 16) { space, count in
        let result = recv(descriptor, space.baseAddress, 1 << 16, 0)
        count = max(0, result)
        failure = result < 0 ? errno : 0
      }
      switch failure {
      case EINTR: continue
      case EAGAIN: return .timedOut
      case 0 where !more.isEmpty: input += more
      // What the service had not read when it hung up makes the kernel say «reset».
      default: return .closed
      }
    }
  }

  /// Sends one frame with its NUL, and waits for what comes of it.
  func exchange(_ frame: [UInt8]) throws -> Outcome {
    send(frame + [0])
    return try receive()
  }
}
