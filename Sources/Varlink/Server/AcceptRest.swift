import Glibc
import NIOCore

/// Rests a little after a connection could not be taken, most often for want of file descriptors.
///
/// The kernel goes on saying that somebody waits, so a server that only tried again would do nothing else. `AcceptBackoffHandler`
/// delays the next `read`, but the channel stays registered meanwhile and spins all the same (seen with strace): only switching
/// `autoRead` off takes it out of the loop's selector.
final class AcceptRest: ChannelInboundHandler {
  typealias InboundIn = any Channel

  private static let rest = TimeAmount.milliseconds(500)
  private let report: @Sendable (Int32) -> Void
  private var isResting = false

  init(_ report: @escaping @Sendable (Int32) -> Void) { self.report = report }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? IOError else { return context.fireErrorCaught(error) }
    report(error.errnoCode)
    guard !isResting, AcceptRest.passes(error.errnoCode) else { return }
    isResting = true
    try? context.channel.syncOptions?.setOption(.autoRead, value: false)
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: AcceptRest.rest) {
      let (handler, context) = bound.value
      handler.isResting = false
      try? context.channel.syncOptions?.setOption(.autoRead, value: true)
    }
  }

  /// What may be over in a moment, and does not close the socket.
  private static func passes(_ code: Int32) -> Bool { [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(code) }
}
