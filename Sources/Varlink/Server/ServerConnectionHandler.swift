import NIOCore

/// Passes what the channel says on to the connection, on the event loop that is the connection's executor.
final class ServerConnectionHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let connection: ServerConnection

  init(_ connection: ServerConnection) {
    self.connection = connection
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    connection.assumeIsolated { $0.received(bytes) }
  }

  func read(context: ChannelHandlerContext) {
    if connection.assumeIsolated({ $0.mayRead() }) { context.read() }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    connection.assumeIsolated { $0.writabilityChanged() }
    context.fireChannelWritabilityChanged()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .inputClosed? = event as? ChannelEvent { connection.assumeIsolated { $0.inputEnded() } }
    context.fireUserInboundEventTriggered(event)
  }

  func channelInactive(context: ChannelHandlerContext) {
    connection.assumeIsolated { $0.becameInactive() }
    context.fireChannelInactive()
  }

  /// Whatever goes wrong with a connection ends that connection and nothing else.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
