import CPlatform
import Glibc

/// Whoever waits at a socket that the service manager holds, when a start has failed.
///
/// The manager starts the service for as long as somebody waits there. Where only people can mend what is wrong, whoever waits
/// is turned away: then each call is one attempt, and the first one after the mending is answered. Otherwise the manager would
/// try until it gives up the socket itself.
enum WaitingCallers {
  /// The backlog of no socket is longer.
  private static let limit = 65_536

  static func turnAway() {
    guard talent_listen_fds() > 0 else { return }
    let socket: Int32 = 3
    _ = fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK)
    for _ in 0..<limit {
      let caller = accept(socket, nil, nil)
      guard caller >= 0 else { return }
      close(caller)
    }
  }
}
