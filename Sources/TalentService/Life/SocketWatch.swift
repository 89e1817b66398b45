import CPlatform
import Glibc
import Synchronization
import TalentDomain
import Varlink

/// Sees whether the socket's file is still where clients look for it. Somebody who clears up may remove it with its folder, and
/// then nobody new can connect, while all looks well from within.
final class SocketWatch: Sendable {
  private struct Place: Equatable {
    let device: UInt64
    let inode: UInt64
  }

  private let path: String
  private let mode: UInt32
  /// Whether the service manager made it: then that one alone may make it anew.
  private let isHandedOver: Bool
  private let server: VarlinkServer
  private let place: Mutex<Place?>

  static let remedy = Bilingual(
    da: "Kør: systemctl restart talentd.socket. Tjenesten standses og starter igen ved det næste kald.",
    en: "Run: systemctl restart talentd.socket. The service stops, and starts again at the next call.")

  init(_ server: VarlinkServer, path: String, mode: UInt32, isHandedOver: Bool) {
    self.server = server
    self.path = path
    self.mode = mode
    self.isHandedOver = isHandedOver
    place = Mutex(SocketWatch.place(path))
  }

  /// Our own socket is made anew, with its folder; of one that the service manager made, it is said.
  func look(_ daemon: Daemon) {
    let now = SocketWatch.place(path)
    let known = place.withLock { $0 }
    if let now, now == known {
      _ = daemon.condition.note(socketGone: nil)
      return
    }
    // Another's in its place is not ours to take away.
    guard now == nil, !isHandedOver, makeAnew() else { return gone(daemon) }
    place.withLock { $0 = SocketWatch.place(path) }
    _ = daemon.condition.note(socketGone: nil)
    daemon.report(.socketMade(path))
  }

  private func gone(_ daemon: Daemon) {
    if daemon.condition.note(socketGone: path) { daemon.report(.socketGone(path)) }
  }

  private func makeAnew() -> Bool {
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex { mkdir(String(path[..<slash]), 0o755) }
    return (try? server.listenAnew(.path(path, mode: mode))) != nil
  }

  private static func place(_ path: String) -> Place? {
    var file = talent_file()
    guard talent_file_status(path, &file) == 0, file.mode & UInt32(S_IFMT) == UInt32(S_IFSOCK) else { return nil }
    return Place(device: file.device, inode: file.inode)
  }
}
