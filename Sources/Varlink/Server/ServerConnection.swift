import CPlatform
import NIOCore
import StrictJSON

/// One client: reads its calls, has them handled in order and writes the replies.
///
/// The actor's executor is the channel's event loop, so that a call is read, handled and answered without a change of
/// thread, and the state needs no lock.
actor ServerConnection {
  struct Accepted: Sendable {
    let frame: CallFrame
    let work: ServiceDirectory.Work
    let receivedMilliseconds: Int64
    /// Of what calls may hold, for as long as this one lives.
    let share: Allowance.Share
  }

  nonisolated let id: UInt64
  nonisolated let peer: Peer
  nonisolated let channel: any Channel
  private nonisolated let directory: ServiceDirectory
  private nonisolated let handler: any VarlinkHandler
  nonisolated let configuration: ServerConfiguration
  private nonisolated let limits: JSONLimits
  private nonisolated let room: ServerRoom
  nonisolated var unownedExecutor: UnownedSerialExecutor { channel.eventLoop.executor.asUnownedSerialExecutor() }

  private var buffer: FrameBuffer
  /// A whole frame for which there is no room yet.
  private var held: (frame: ByteBuffer, at: Int64)?
  /// Of what unfinished frames may hold.
  private var unfinished: Allowance.Share?
  private var hasRoom = true
  private var calls = CallQueue<Accepted>()
  private var partialTimer: Scheduled<Void>?
  private var graceTimer: Scheduled<Void>?
  private var isReadHeldBack = false

  /// Bytes still go to the client.
  private var isOpen = true
  /// No further calls come: the client has shut its side, or the server stops.
  private var isEnding = false
  private var isStopping = false
  private var hasStarted = false

  private var lanes = 0
  private var waiting = Waiting()

  init(
    id: UInt64, peer: Peer, channel: any Channel, directory: ServiceDirectory, handler: any VarlinkHandler,
    room: ServerRoom, configuration: ServerConfiguration
  ) {
    self.id = id
    self.peer = peer
    self.channel = channel
    self.directory = directory
    self.handler = handler
    self.room = room
    self.configuration = configuration
    limits = JSONLimits(maximumLength: configuration.maximumFrameLength, maximumDepth: configuration.maximumDepth)
    buffer = FrameBuffer(limit: configuration.maximumFrameLength)
  }

  // MARK: Handling

  /// Handles calls until the client has gone or the server stops. Afterwards the channel is closed.
  func run() async {
    hasStarted = true
    let executor = EventLoopExecutor(channel.eventLoop)
    await withDiscardingTaskGroup { group in
      repeat {
        lanes += 1
        group.addTask(executorPreference: executor) { await self.lane() }
      } while await wantsAnotherLane()
      group.cancelAll()
    }
    if isOpen {
      // Closing discards what is not written yet: an empty write completes after all others.
      try? await channel.writeAndFlush(ByteBuffer()).get()
      channel.close(promise: nil)
    }
    try? await channel.closeFuture.get()
  }

  /// Takes one call after another.
  private func lane() async {
    while let (ticket, call) = await nextCall() {
      switch call.work {
      case .answer(let kind, let parameters): await send(kind, parameters, for: ticket)
      case .call(let interface, let name):
        let request = VarlinkCall(
          method: call.frame.method, interface: interface, name: name, parameters: call.frame.parameters,
          more: ticket.more, oneway: ticket.oneway, peer: peer, receivedMilliseconds: call.receivedMilliseconds,
          connection: id)
        await handler.handle(request, reply: ReplySink(connection: self, ticket: ticket))
      }
      await end(ticket, call)
    }
    lanes -= 1
    if lanes == 0 { nudge() }
  }

  private func nextCall() async -> (CallTicket, Accepted)? {
    while true {
      if let next = calls.begin() {
        // A stream that was still waiting when the server stopped.
        if (isStopping && next.ticket.more) || needsLane { nudge() }
        return next
      }
      if isOver { return nil }
      await wait(\.call) { !isOver && !calls.mayBegin }
    }
  }

  /// No call is left, and none will come.
  private var isOver: Bool { isEnding && calls.waiting.isEmpty }

  private func end(_ ticket: CallTicket, _ call: Accepted) async {
    if ticket.oneway {
      await untilTurn(of: ticket)
      passTurn()
    } else if isOpen && !calls.hasReplied(ticket) {
      endForFault(.unanswered(method: call.frame.method))
    }
    calls.end(ticket)
    goOn()
  }

  // MARK: Replying

  /// Sends a reply when it is that call's turn and the client has read enough. False when it can no longer be sent.
  @discardableResult
  func send(_ kind: ReplyKind, _ parameters: [UInt8], for ticket: CallTicket) async -> Bool {
    guard !ticket.oneway else { return isOpen }
    await untilTurn(of: ticket)
    await wait(\.room) { isOpen && !channel.isWritable }
    guard isOpen, calls.isTurn(of: ticket) else { return false }
    channel.writeAndFlush(bytes(kind, parameters), promise: nil)
    if kind.isLast { passTurn() }
    return true
  }

  private func bytes(_ kind: ReplyKind, _ parameters: [UInt8]) -> ByteBuffer {
    var bytes = channel.allocator.buffer(capacity: parameters.count + 96)
    switch kind {
    case .last: bytes.writeStaticString(ReplyPieces.plain)
    case .continues: bytes.writeStaticString(ReplyPieces.continues)
    case .error(let name): bytes.writeString(ReplyPieces.error(name))
    }
    bytes.writeBytes(parameters)
    bytes.writeStaticString(ReplyPieces.end)
    return bytes
  }

  private func untilTurn(of ticket: CallTicket) async {
    await wait(\.turn) { isOpen && ticket.number > calls.turn }
  }

  private func passTurn() {
    calls.passTurn()
    resume(&waiting.turn)
  }

  // MARK: From the channel

  func received(_ bytes: ByteBuffer) {
    guard isOpen else { return }
    buffer.append(bytes, at: configuration.clock())
    parse()
    wakeLanes()
  }

  /// Whether a read may go on to the socket; if not, it does when there is room again.
  func mayRead() -> Bool {
    isReadHeldBack = calls.outstanding >= configuration.outstandingCalls || held != nil || !hasRoom
    return !isReadHeldBack
  }

  /// The client has shut its side: what it has asked is answered, then the channel is closed.
  func inputEnded() {
    isEnding = true
    if !hasStarted { return }
    wakeLanes()
  }

  func writabilityChanged() {
    if channel.isWritable { resume(&waiting.room) }
  }

  func becameInactive() {
    isOpen = false
    isEnding = true
    partialTimer?.cancel()
    graceTimer?.cancel()
    forgetUnread()
    // A `oneway` call's sender need not stay; nobody waits for the others any more.
    calls.dropWaiting { !$0.oneway }
    resume(&waiting.turn)
    resume(&waiting.room)
    wakeLanes()
    if calls.isStreaming || isStopping { nudge() }
  }

  // MARK: From the server

  /// Finishes the calls that were accepted, ends streams, and closes; by force when the grace has passed.
  func stop() {
    guard !isStopping else { return }
    isStopping = true
    isEnding = true
    forgetUnread()
    // Nobody waits for the answers of a client that has gone.
    guard isOpen else { return nudge() }
    guard hasStarted else {
      channel.close(promise: nil)
      return
    }
    graceTimer = channel.eventLoop.scheduleTask(in: configuration.stopGrace) { self.channel.close(promise: nil) }
    wakeLanes()
    if calls.isStreaming { nudge() }
  }

  // MARK: Pieces

  private func parse() {
    guard isOpen, !isStopping else { return }
    do throws(MalformedFrame) {
      var hadFrame = false
      while calls.outstanding < configuration.outstandingCalls, let (bytes, time) = try nextFrame() {
        hadFrame = true
        guard let share = room.calls.share(bytes.readableBytes * configuration.memoryPerByte, for: self) else {
          held = (bytes, time)
          break
        }
        held = nil
        let limits = limits
        let frame = try bytes.withUnsafeReadableBytes { buffer in
          Result { () throws(MalformedFrame) in try CallFrame(parsing: buffer, limits: limits) }
        }.get()
        let accepted = Accepted(
          frame: frame, work: directory.work(for: frame), receivedMilliseconds: time, share: share)
        calls.accept(more: frame.more, oneway: frame.oneway, accepted)
      }
      settle()
      watchPartialFrame(isNew: hadFrame)
    } catch {
      endForFault(.malformed(error))
    }
  }

  private func nextFrame() throws(MalformedFrame) -> (frame: ByteBuffer, at: Int64)? {
    if let held { return held }
    return try buffer.next()
  }

  /// Holds a share for what is waiting, in large steps so that few reads change it.
  private func settle() {
    let waiting = buffer.count + (held?.frame.readableBytes ?? 0) - configuration.partialFrameFree
    guard waiting > 0 else {
      unfinished = nil
      hasRoom = true
      return
    }
    let wanted = (waiting + 0x7FFF) & ~0x7FFF
    if let unfinished {
      hasRoom = unfinished.resize(to: wanted, for: self)
    } else {
      unfinished = room.frames.share(wanted, for: self)
      hasRoom = unfinished != nil
    }
  }

  /// Somebody else has given back what this connection was waiting for.
  func roomAgain() {
    guard isOpen else { return }
    goOn()
  }

  /// Takes up what had to wait, then reads on.
  private func goOn() {
    parse()
    if isReadHeldBack && mayRead() { channel.read() }
    wakeLanes()
  }

  private func forgetUnread() {
    buffer.removeAll()
    held = nil
    unfinished = nil
  }

  /// Times the part of a frame that waits for the rest. What waits because we do not read is not the client's fault.
  private func watchPartialFrame(isNew: Bool) {
    let isWaiting = !buffer.isEmpty && held == nil && calls.outstanding < configuration.outstandingCalls
    if isNew || !isWaiting {
      partialTimer?.cancel()
      partialTimer = nil
    }
    guard isWaiting, partialTimer == nil else { return }
    partialTimer = channel.eventLoop.scheduleTask(in: configuration.partialFrameLimit) {
      self.assumeIsolated { $0.endForFault(.partialFrameTooOld) }
    }
  }

  private func endForFault(_ fault: ServerEvent.Fault) {
    guard isOpen else { return }
    configuration.report(.ended(peer, fault))
    isOpen = false
    channel.close(promise: nil)
  }

  private func wakeLanes() {
    if needsLane { nudge() }
    resume(&waiting.call)
  }

  /// A connection has as many lanes as it needed at once so far: most never need a second.
  private var needsLane: Bool {
    waiting.call.isEmpty && lanes < configuration.callsAtOnce && !calls.waiting.isEmpty && !calls.isStreaming
  }

  /// Waits until a further lane is needed; false when all has ended, or what is under way must be cancelled: a stream that
  /// nobody takes, and any call that outlasts the grace of a stop.
  private func wantsAnotherLane() async -> Bool {
    await wait(\.change) { !mustEnd && !needsLane }
    return !mustEnd
  }

  private var mustEnd: Bool {
    let isForced = isStopping && !isOpen
    return lanes == 0 || isForced || (calls.isStreaming && (isStopping || !isOpen))
  }

  /// Waits among others for as long as something holds.
  ///
  /// It is asked again where the continuation is kept: coming to a continuation is a call that may change the task's executor, as
  /// it does for a task that was off the event loop, and whoever runs in between would wake nobody.
  private func wait(
    _ others: WritableKeyPath<Waiting, [CheckedContinuation<Void, Never>]>, while holds: () -> Bool
  ) async {
    while holds() {
      await withCheckedContinuation { continuation in
        if holds() { waiting[keyPath: others].append(continuation) } else { continuation.resume() }
      }
    }
  }

  /// Lets `run` look again.
  private func nudge() { resume(&waiting.change) }

  private func resume(_ continuations: inout [CheckedContinuation<Void, Never>]) {
    let all = continuations
    continuations = []
    for continuation in all { continuation.resume() }
  }
}

/// Who waits for what.
private struct Waiting {
  /// Lanes that have nothing to do.
  var call: [CheckedContinuation<Void, Never>] = []
  /// Replies that come after another call's.
  var turn: [CheckedContinuation<Void, Never>] = []
  /// Replies that the client must first make room for.
  var room: [CheckedContinuation<Void, Never>] = []
  /// `run`, for something that it must see to.
  var change: [CheckedContinuation<Void, Never>] = []
}
