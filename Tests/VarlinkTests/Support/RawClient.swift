import CPlatform
import Glibc
import NIOPosix
import Testing

/// A client that sends whatever bytes it likes. Its waiting happens on threads of its own, so that none of the few on
/// which the test and the server depend is blocked.
struct RawClient: Sendable {
  enum Outcome: Equatable {
    case frame(String)
    case closed
    case timedOut
  }

  let descriptor: Int32

  init(_ path: String, timeoutMilliseconds: Int64 = 20_000) throws {
    descriptor = talent_connect_socket(path)
    try #require(descriptor >= 0, "cannot connect: \(descriptor)")
    _ = talent_socket_timeout(descriptor, timeoutMilliseconds)
  }

  func close() { Glibc.close(descriptor) }

  func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Sends text and a NUL. False when the other end has gone or takes no more within the time.
  @discardableResult
  func send(_ text: String) async throws -> Bool { try await send(Array(text.utf8) + [0]) == text.utf8.count + 1 }

  /// Sends bytes; how many went out.
  @discardableResult
  func send(_ bytes: [UInt8]) async throws -> Int {
    let descriptor = descriptor
    return try await NIOThreadPool.singleton.runIfActive {
      var sent = 0
      while sent < bytes.count {
        let result = bytes.withUnsafeBytes { all in
          Glibc.send(descriptor, all.baseAddress! + sent, all.count - sent, Int32(MSG_NOSIGNAL))
        }
        if result <= 0 { return sent }
        sent += result
      }
      return sent
    }
  }

  /// The next frame without its NUL, read byte by byte.
  func receive() async throws -> Outcome {
    let descriptor = descriptor
    return try await NIOThreadPool.singleton.runIfActive {
      var bytes: [UInt8] = []
      while true {
        var byte: UInt8 = 0
        let result = recv(descriptor, &byte, 1, 0)
        if result == 0 || (result < 0 && errno == ECONNRESET) { return .closed }
        if result < 0 { return .timedOut }
        if byte == 0 { return .frame(String(decoding: bytes, as: UTF8.self)) }
        bytes.append(byte)
      }
    }
  }
}
