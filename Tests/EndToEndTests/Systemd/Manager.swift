import Glibc

/// What a service manager is told: one datagram a message (sd_notify(3)).
final class Manager {
  let path: String
  private let descriptor: Int32

  init(at path: String) throws {
    self.path = path
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let bound = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard bound == 0 else { throw Trouble("cannot listen at \(path): \(String(cString: strerror(errno)))") }
  }

  deinit { close(descriptor) }

  /// The next message that is more than a word on how far the work has come.
  func next() throws -> String {
    try until("the manager is told something", seconds: 60) {
      guard let text = try message() else { return nil }
      return text.hasPrefix("STATUS=") ? nil : text
    }
  }

  /// The next message, whatever it says.
  func any() throws -> String { try until("the manager is told anything", seconds: 60) { try message() } }

  /// A message that is there already.
  func message() throws -> String? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }

  /// Passes over all that is there.
  func forget() throws { while try message() != nil {} }
}
