import CPlatform
package import NIOCore
import NIOPosix

/// Where a server listens.
package enum VarlinkEndpoint: Sendable, Hashable {
  /// A Unix socket that the server makes, never visible with another mode than this.
  case path(String, mode: UInt32)
  /// A socket that listens already, such as one handed over by systemd. The server closes it.
  case descriptor(Int32)
}

/// The limits of a server. The defaults suit a service on one machine.
package struct ServerConfiguration: Sendable {
  /// The longest call, in bytes without its NUL. Beyond it the connection is closed.
  package var maximumFrameLength = 1 << 20
  package var maximumDepth = 64
  /// How old part of a frame may become before its connection is closed.
  package var partialFrameLimit = TimeAmount.seconds(30)
  package var connectionsPerUser = 128
  package var connectionsInAll = 512
  /// How many calls of one connection may wait for their last reply; beyond it nothing is read from it.
  package var outstandingCalls = 16
  /// How many calls of one connection are handled at the same time, up to `outstandingCalls`. Replies come in the order
  /// of the calls all the same, and handlers start in that order. With 1, a call begins when the one before has ended. A
  /// `more` call is always handled by itself.
  package var callsAtOnce = 1
  /// How long the server waits for accepted calls when it stops.
  package var stopGrace = TimeAmount.seconds(10)
  /// Users who are refused whatever else holds: 65534 is whoever has no name in this namespace.
  package var refusedUsers: Set<UInt32> = [65534]
  /// A further condition for a connection. It runs on the event loop and must not block.
  package var admit: @Sendable (Peer) -> Bool = { _ in true }
  /// Learns of connections that were refused or ended for their client's fault. It must not block.
  package var report: @Sendable (ServerEvent) -> Void = { _ in }
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package var clock: @Sendable () -> Int64 = { talent_realtime_ms() }
  package var eventLoopGroup: any EventLoopGroup = .singletonMultiThreadedEventLoopGroup

  /// What all unfinished frames together may hold, beyond `partialFrameFree` for each connection.
  package var partialFrames = Room(inAll: 8 << 20, perUser: 4 << 20, guaranteed: 1 << 20)
  package var partialFrameFree = 8 << 10
  /// What all calls that were accepted and have not ended may hold, by `memoryPerByte`.
  package var acceptedCalls = Room(inAll: 20 << 20, perUser: 16 << 20, guaranteed: 1 << 20)
  /// How much memory a byte of JSON may become when it is read: `[0,0,0` makes a value of every second byte.
  package var memoryPerByte = 16

  /// A limit in bytes: beyond it nothing more is read until there is room.
  package struct Room: Sendable {
    package var inAll: Int
    package var perUser: Int
    /// What one user may hold even where others hold all there is.
    package var guaranteed: Int
  }

  package init() {}
}

/// What happened to a connection that should not have.
package enum ServerEvent: Sendable, Hashable {
  package enum Refusal: Sendable, Hashable {
    case refusedUser, tooManyOfUser, tooManyInAll, notAdmitted, stopping
  }

  package enum Fault: Sendable, Hashable {
    case malformed(MalformedFrame)
    case partialFrameTooOld
    /// A handler returned without a last reply: a mistake of this program.
    case unanswered(method: String)
  }

  case refused(Peer, Refusal)
  /// Nobody new can be taken at present, by `errno`: most often for want of file descriptors. It is tried again.
  case notAccepting(errno: Int32)
  case ended(Peer, Fault)
}
