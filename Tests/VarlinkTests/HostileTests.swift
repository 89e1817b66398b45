import CPlatform
import Glibc
import NIOCore
import NIOPosix
import StrictJSON
import Testing

@testable import Varlink

@Suite(.timeLimit(.minutes(1))) struct HostileTests {
  static let echo = #"{"method":"org.example.test.Echo","parameters":{"text":"x"}}"#
  static let echoed = RawClient.Outcome.frame(#"{"parameters":{"text":"x"}}"#)

  static let malformed: [(String, [UInt8])] = [
    ("nothing", []),
    ("garbage", [0x01, 0xFF, 0xFE, 0x80, 0x13]),
    ("no JSON", Array("GET / HTTP/1.1\r\n".utf8)),
    ("an array", Array("[1]".utf8)),
    ("no method", Array("{}".utf8)),
    ("two of the same name", Array(#"{"method":"org.example.test.Echo","parameters":{"text":"x","text":"y"}}"#.utf8)),
    (
      "deep nesting",
      Array((#"{"method":"a.B","parameters":{"x":"# + String(repeating: "[", count: 100_000)).utf8)
    ),
    (
      "65 levels",
      Array(
        (#"{"method":"a.B","parameters":{"x":"# + String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
          + "}}").utf8)
    ),
    (
      "invalid UTF-8",
      Array(#"{"method":"org.example.test.Echo","parameters":{"text":""#.utf8) + [0xC3, 0x28, 0x22, 0x7D, 0x7D]
    ),
    ("decomposed letters", Array("{\"method\":\"org.example.test.Echo\",\"parameters\":{\"text\":\"a\u{30A}\"}}".utf8)),
    ("half a surrogate pair", Array(#"{"method":"org.example.test.Echo","parameters":{"text":"\ud800"}}"#.utf8)),
    ("an unknown member", Array(#"{"method":"org.example.test.Echo","parameters":{"text":"x"},"extra":1}"#.utf8)),
    ("contradictory flags", Array(#"{"method":"org.example.test.Forget","more":true,"oneway":true}"#.utf8)),
    ("an integer too wide", Array(#"{"method":"a.B","parameters":{"x":9007199254740993}}"#.utf8)),
  ]

  @Test(arguments: malformed)
  func `a malformed frame closes its connection without a word, and no other`(_ what: String, _ frame: [UInt8])
    async throws
  {
    let events = Collected<ServerEvent>()
    try await withServer(configure: { $0.report = { events.append($0) } }) { path, _ in
      let other = try RawClient(path)
      defer { other.close() }
      let client = try RawClient(path)
      defer { client.close() }
      try await client.send(frame + [0])
      #expect(try await client.receive() == .closed)
      try await other.send(Self.echo)
      #expect(try await other.receive() == Self.echoed)
      guard case .ended(_, .malformed)? = events.all.first else {
        Issue.record("not reported: \(events.all)")
        return
      }
    }
  }

  @Test func `a frame of two mebibytes is cut off at one`() async throws {
    try await withServer { path, _ in
      let client = try RawClient(path)
      defer { client.close() }
      let sent = try await client.send([UInt8](repeating: UInt8(ascii: " "), count: 2 << 20))
      // What the kernel keeps between the two comes on top.
      #expect(sent < 2 << 20)
      #expect(try await client.receive() == .closed)
    }
  }

  @Test func `a frame of just the limit is answered`() async throws {
    try await withServer { path, _ in
      let client = try RawClient(path)
      defer { client.close() }
      let call = Array(Self.echo.utf8)
      let padding = [UInt8](repeating: UInt8(ascii: " "), count: (1 << 20) - call.count)
      try await client.send(call + padding + [0])
      #expect(try await client.receive() == Self.echoed)
    }
  }

  @Test func `half a frame that grows old closes its connection`() async throws {
    let events = Collected<ServerEvent>()
    try await withServer(configure: {
      $0.partialFrameLimit = .milliseconds(150)
      $0.report = { events.append($0) }
    }) { path, _ in
      let idle = try RawClient(path)
      defer { idle.close() }
      let client = try RawClient(path)
      defer { client.close() }
      let start = talent_monotonic_ms()
      try await client.send(Array(#"{"method":"#.utf8))
      #expect(try await client.receive() == .closed)
      #expect(talent_monotonic_ms() - start >= 140)
      let peer = Peer(uid: getuid(), gid: getgid(), pid: getpid())
      #expect(events.all == [.ended(peer, .partialFrameTooOld)])
      // Who sends nothing at all may stay.
      try await idle.send(Self.echo)
      #expect(try await idle.receive() == Self.echoed)
    }
  }

  @Test func `a client that never reads holds up its stream and nothing else`() async throws {
    let sent = Counter()
    let text = String(repeating: "x", count: 64 << 10)
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    try await withServer(configure: { $0.eventLoopGroup = group }) { call, reply in
      guard call.name == "Count" else { return await reply.reply(call.parameters) }
      do {
        for _ in 0..<10_000 {
          try await reply.continues(["text": .string(text)])
          sent.increment()
        }
      } catch {}
      await reply.reply([:])
    } _: { path, _ in
      let lazy = try RawClient(path)
      try await lazy.send(#"{"method":"org.example.test.Count","more":true,"parameters":{"upTo":1}}"#)
      await sent.wait(for: 1)
      // Another client of the same event loop: while it is served, the stream could have gone on.
      let other = try RawClient(path)
      defer { other.close() }
      for _ in 0..<200 {
        try await other.send(Self.echo)
        #expect(try await other.receive() == Self.echoed)
      }
      // What the kernel holds, and our own 64 KiB and one reply.
      #expect(sent.count < 16)
      lazy.close()
    }
    try await group.shutdownGracefully()
  }

  @Test func `a client that asks and never reads is soon not read either`() async throws {
    let handled = Counter()
    let text = String(repeating: "x", count: 4096)
    try await withServer { call, reply in
      handled.increment()
      await reply.reply(call.parameters)
    } _: { path, _ in
      let client = try RawClient(path, timeoutMilliseconds: 300)
      defer { client.close() }
      let call = Array(#"{"method":"org.example.test.Echo","parameters":{"text":"\#(text)"}}"#.utf8) + [0]
      var calls = 0
      while calls < 5000, try await client.send(call) == call.count { calls += 1 }
      #expect(calls < 1000)
      #expect(handled.count < 500)
    }
  }

  @Test func `the seventeenth call waits until one of sixteen is answered`() async throws {
    let begun = Counter()
    let gate = Counter()
    try await withServer(configure: { $0.callsAtOnce = 16 }) { call, reply in
      guard call.name == "Count" else { return await reply.reply(call.parameters) }
      begun.increment()
      await gate.wait(for: begun.count > 16 ? 0 : 1)
      await reply.reply(["number": 0])
    } _: { path, _ in
      let client = try RawClient(path)
      defer { client.close() }
      for _ in 0..<20 { try await client.send(#"{"method":"org.example.test.Count","parameters":{"upTo":1}}"#) }
      await begun.wait(for: 16)
      let other = try RawClient(path)
      defer { other.close() }
      for _ in 0..<50 {
        try await other.send(Self.echo)
        #expect(try await other.receive() == Self.echoed)
      }
      #expect(begun.count == 16)
      gate.increment()
      for _ in 0..<20 { #expect(try await client.receive() == .frame(#"{"parameters":{"number":0}}"#)) }
      #expect(begun.count == 20)
    }
  }

  @Test func `one connection too many is closed, and its place can be had again`() async throws {
    let events = Collected<ServerEvent>()
    try await withServer(configure: {
      $0.connectionsPerUser = 3
      $0.report = { events.append($0) }
    }) { path, server in
      var clients: [RawClient] = []
      for _ in 0..<3 {
        let client = try RawClient(path)
        try await client.send(Self.echo)
        #expect(try await client.receive() == Self.echoed)
        clients.append(client)
      }
      let fourth = try RawClient(path)
      #expect(try await fourth.receive() == .closed)
      fourth.close()
      #expect(server.connections == 3)
      clients.removeLast().close()
      while server.connections == 3 { await Task.yield() }
      let fifth = try RawClient(path)
      try await fifth.send(Self.echo)
      #expect(try await fifth.receive() == Self.echoed)
      fifth.close()
      for client in clients { client.close() }
      let peer = Peer(uid: getuid(), gid: getgid(), pid: getpid())
      #expect(events.all == [.refused(peer, .tooManyOfUser)])
    }
  }

  @Test(arguments: ["user", "condition", "all"])
  func `who is not welcome is closed at once`(_ why: String) async throws {
    try await withServer(configure: {
      switch why {
      case "user": $0.refusedUsers = [getuid()]
      case "all": $0.connectionsInAll = 0
      default: $0.admit = { _ in false }
      }
    }) { path, server in
      let client = try RawClient(path)
      defer { client.close() }
      #expect(try await client.receive() == .closed)
      while server.connections > 0 { await Task.yield() }
    }
  }

  @Test func `nobody without a name in this namespace is admitted by default`() {
    let registry = ConnectionRegistry(ServerConfiguration())
    #expect(registry.admit(Peer(uid: 65534, gid: 65534, pid: 1)) == nil)
    #expect(registry.admit(Peer(uid: 1000, gid: 1000, pid: 1)) != nil)
    #expect(registry.count == 1)
  }
}
