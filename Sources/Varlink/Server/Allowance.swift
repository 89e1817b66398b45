import NIOCore
import Synchronization

/// How much the clients together may make the server hold, and the clients of one user. Who finds no room waits until
/// somebody gives some back; a guaranteed share is every user's, whatever others hold.
final class Allowance: Sendable {
  private struct State {
    var taken = 0
    var perUser: [UInt32: Int] = [:]
    var waiting: [ServerConnection] = []
  }

  private let limits: ServerConfiguration.Room
  private let state = Mutex(State())

  init(_ limits: ServerConfiguration.Room) {
    self.limits = limits
  }

  /// A share of that many bytes; nil where there is no room, and the connection is told when there may be.
  func share(_ bytes: Int, for connection: ServerConnection) -> Share? {
    take(bytes, for: connection) ? Share(of: self, user: connection.peer.uid, bytes) : nil
  }

  fileprivate func take(_ bytes: Int, for connection: ServerConnection) -> Bool {
    let user = connection.peer.uid
    return state.withLock { state in
      let mine = state.perUser[user, default: 0]
      // What one user holds alone goes on, however large: else it could never.
      let isFree = mine == 0 || mine + bytes <= limits.guaranteed
      guard isFree || (mine + bytes <= limits.perUser && state.taken + bytes <= limits.inAll) else {
        if !state.waiting.contains(where: { $0 === connection }) { state.waiting.append(connection) }
        return false
      }
      state.perUser[user] = mine + bytes
      state.taken += bytes
      return true
    }
  }

  fileprivate func giveBack(_ bytes: Int, _ user: UInt32) {
    guard bytes > 0 else { return }
    let waiting = state.withLock { state in
      state.taken -= bytes
      let left = (state.perUser[user] ?? bytes) - bytes
      state.perUser[user] = left > 0 ? left : nil
      let waiting = state.waiting
      state.waiting = []
      return waiting
    }
    for connection in waiting {
      connection.channel.eventLoop.execute { connection.assumeIsolated { $0.roomAgain() } }
    }
  }

  /// Bytes that were allowed; given back when the last who knows of them goes. Used from one connection's loop.
  final class Share: Sendable {
    private let allowance: Allowance
    private let user: UInt32
    private let bytes: Mutex<Int>

    fileprivate init(of allowance: Allowance, user: UInt32, _ bytes: Int) {
      self.allowance = allowance
      self.user = user
      self.bytes = Mutex(bytes)
    }

    deinit { allowance.giveBack(bytes.withLock { $0 }, user) }

    /// Grows or shrinks the share; false, and no change, where there is no room.
    func resize(to wanted: Int, for connection: ServerConnection) -> Bool {
      let more = wanted - bytes.withLock { $0 }
      if more > 0 {
        guard allowance.take(more, for: connection) else { return false }
      } else {
        allowance.giveBack(-more, user)
      }
      bytes.withLock { $0 = wanted }
      return true
    }
  }
}

/// What a server's connections share: room for frames that are still coming, and for calls that are being answered.
struct ServerRoom: Sendable {
  let frames: Allowance
  let calls: Allowance

  init(_ configuration: ServerConfiguration) {
    frames = Allowance(configuration.partialFrames)
    calls = Allowance(configuration.acceptedCalls)
  }
}
