import Glibc
import StrictJSON
import Synchronization
import Testing

@testable import Varlink

@Suite(.timeLimit(.minutes(1))) struct ServerTests {
  @Test func `a service describes itself`() async throws {
    try await withServer { path, _ in
      try await VarlinkClient.connected(path: path) { client in
        let info = try await client.call("org.varlink.service.GetInfo")
        #expect(
          info == [
            "vendor": "Vendor", "product": "Product", "version": "1", "url": "https://x.y",
            "interfaces": ["org.varlink.service", "org.example.test"],
          ])
        let description = try await client.call(
          "org.varlink.service.GetInterfaceDescription", ["interface": "org.example.test"])
        #expect(description == ["description": .string(Example.definition)])
      }
    }
  }

  static let errors: [(String, JSON, String, JSON)] = [
    ("org.missing.Do", [:], "InterfaceNotFound", ["interface": "org.missing"]),
    ("nonsense", [:], "InterfaceNotFound", ["interface": "nonsense"]),
    ("org.example.test.Missing", [:], "MethodNotFound", ["method": "org.example.test.Missing"]),
    ("org.example.test.Later", [:], "MethodNotImplemented", ["method": "org.example.test.Later"]),
    ("org.example.test.Echo", [:], "InvalidParameter", ["parameter": "text"]),
    ("org.example.test.Echo", ["text": "x", "extra": 1], "InvalidParameter", ["parameter": "extra"]),
    (
      "org.example.test.Paint", ["things": [["name": "a"], ["name": 1]]], "InvalidParameter",
      ["parameter": "things[1].name"]
    ),
    ("org.example.test.Count", ["upTo": 3], "ExpectedMore", [:]),
    ("org.varlink.service.GetInterfaceDescription", ["interface": "x"], "InterfaceNotFound", ["interface": "x"]),
  ]

  @Test(arguments: errors)
  func `what cannot be answered gets the standard's error`(
    _ method: String, _ parameters: JSON, _ name: String, _ expected: JSON
  ) async throws {
    try await withServer { path, _ in
      try await VarlinkClient.connected(path: path) { client in
        await #expect(throws: VarlinkError.remote(name: "org.varlink.service.\(name)", parameters: expected)) {
          try await client.call(method, parameters)
        }
        // The connection goes on.
        let reply = try await client.call("org.example.test.Echo", ["text": "å"])
        #expect(reply == ["text": "å"])
      }
    }
  }

  @Test func `a handler's error reaches the client by its name`() async throws {
    try await withServer { path, _ in
      try await VarlinkClient.connected(path: path) { client in
        _ = await #expect(
          throws: VarlinkError.remote(name: "org.example.test.Failed", parameters: ["why": "forgotten"])
        ) { try await client.call("org.example.test.Forget") }
      }
    }
  }

  @Test(arguments: [2, 16])
  func `calls that leave the event loop and come back are all answered, in order`(count: Int) async throws {
    // Whoever comes back and waits for an earlier call's reply must not miss it.
    let meeting = Meeting(of: count)
    try await withServer(
      configure: { $0.callsAtOnce = count },
      handler: { call, reply in
        await offEventLoop { await meeting.join() }
        await Example.handle(call, reply)
      }
    ) { path, _ in
      for _ in 0..<40 {
        let client = try RawClient(path)
        defer { client.close() }
        let frames = (0..<count).map { #"{"method":"org.example.test.Echo","parameters":{"text":"\#($0)"}}"# + "\0" }
        try await client.send(Array(frames.joined().utf8))
        for number in 0..<count {
          #expect(try await client.receive() == .frame(#"{"parameters":{"text":"\#(number)"}}"#))
        }
      }
    }
  }

  @Test func `the bytes of a reply are canonical, and an upgrade is refused`() async throws {
    try await withServer { path, _ in
      let client = try RawClient(path)
      defer { client.close() }
      try await client.send(#"{ "parameters": {"text": "x"}, "method": "org.example.test.Echo" }"#)
      #expect(try await client.receive() == .frame(#"{"parameters":{"text":"x"}}"#))
      try await client.send(#"{"method":"org.example.test.Echo","parameters":{"text":"x"},"upgrade":true}"#)
      #expect(
        try await client.receive()
          == .frame(
            #"{"error":"org.varlink.service.MethodNotImplemented","parameters":{"method":"org.example.test.Echo"}}"#))
      try await client.send(#"{"method":"org.example.test.Count","parameters":{"upTo":2},"more":true}"#)
      #expect(try await client.receive() == .frame(#"{"continues":true,"parameters":{"number":1}}"#))
      #expect(try await client.receive() == .frame(#"{"parameters":{"number":2}}"#))
    }
  }

  @Test(arguments: [1, 4, 16])
  func `replies come in the order of calls, however long each takes`(_ atOnce: Int) async throws {
    let first = Counter()
    try await withServer(configure: { $0.callsAtOnce = atOnce }) { call, reply in
      let text = call.parameters["text"]?.string ?? ""
      // With several at once, the first call ends only when the second has been begun.
      if atOnce > 1 {
        if text == "0" { await first.wait(for: 1) } else { first.increment() }
      }
      await reply.reply(call.parameters)
    } _: { path, _ in
      try await VarlinkClient.connected(path: path) { client in
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask { _ = try await client.call("org.example.test.Echo", ["text": "0"]) }
          for index in 1..<50 {
            group.addTask {
              let parameters: JSON = ["text": .string("\(index)")]
              let reply = try await client.call("org.example.test.Echo", parameters)
              #expect(reply == parameters)
            }
          }
          try await group.waitForAll()
        }
      }
      let raw = try RawClient(path)
      defer { raw.close() }
      for index in 1...30 {
        try await raw.send(#"{"method":"org.example.test.Echo","parameters":{"text":"\#(index)"}}"#)
      }
      for index in 1...30 {
        #expect(try await raw.receive() == .frame(#"{"parameters":{"text":"\#(index)"}}"#))
      }
    }
  }

  @Test func `a stream arrives whole and in order`() async throws {
    try await withServer { path, _ in
      try await VarlinkClient.connected(path: path) { client in
        var numbers: [Int64] = []
        for try await reply in try await client.stream("org.example.test.Count", ["upTo": 1000]) {
          numbers.append(reply["number"]?.integer ?? -1)
        }
        #expect(numbers == Array(1...1000))
        #expect(try await client.call("org.example.test.Echo", ["text": "after"]) == ["text": "after"])
      }
    }
  }

  @Test func `a oneway call is handled and never answered`() async throws {
    let handled = Collected<String>()
    try await withServer { call, reply in
      handled.append(call.parameters["text"]?.string ?? "")
      await reply.reply(call.parameters)
    } _: { path, _ in
      let client = try RawClient(path)
      defer { client.close() }
      try await client.send(#"{"method":"org.example.test.Echo","oneway":true,"parameters":{"text":"a"}}"#)
      try await client.send(#"{"method":"org.missing.Do","oneway":true}"#)
      try await client.send(#"{"method":"org.example.test.Echo","parameters":{"text":"b"}}"#)
      #expect(try await client.receive() == .frame(#"{"parameters":{"text":"b"}}"#))
      #expect(handled.all == ["a", "b"])
    }
  }

  @Test func `a oneway call is handled when its sender has gone already`() async throws {
    let handled = Counter()
    try await withServer { call, reply in
      handled.increment()
    } _: { path, _ in
      let client = try RawClient(path)
      try await client.send(#"{"method":"org.example.test.Forget","oneway":true}"#)
      client.close()
      await handled.wait(for: 1)
    }
  }

  @Test func `a client that shuts its side after asking still gets its answers`() async throws {
    try await withServer { path, server in
      let client = try RawClient(path)
      defer { client.close() }
      for index in 0..<20 {
        try await client.send(#"{"method":"org.example.test.Echo","parameters":{"text":"\#(index)"}}"#)
      }
      client.finishSending()
      for index in 0..<20 { #expect(try await client.receive() == .frame(#"{"parameters":{"text":"\#(index)"}}"#)) }
      #expect(try await client.receive() == .closed)
    }
  }

  @Test func `a call knows its peer, its connection and the time of its last byte`() async throws {
    let calls = Collected<VarlinkCall>()
    let clock = Mutex<Int64>(1000)
    try await withServer(configure: { $0.clock = { clock.withLock { $0 } } }) { call, reply in
      calls.append(call)
      await reply.reply(call.parameters)
    } _: { path, _ in
      for connection in 0..<2 {
        let client = try RawClient(path)
        defer { client.close() }
        clock.withLock { $0 = Int64(connection) * 1000 + 5 }
        try await client.send(#"{"method":"org.example.test.Echo","parameters":{"text":"x"}}"#)
        _ = try await client.receive()
      }
      #expect(calls.all.map(\.connection) == [0, 1])
      #expect(calls.all.map(\.receivedMilliseconds) == [5, 1005])
      #expect(calls.all.allSatisfy { $0.peer == Peer(uid: getuid(), gid: getgid(), pid: getpid()) })
      #expect(calls.all.allSatisfy { $0.interface == "org.example.test" && $0.name == "Echo" && !$0.more })
    }
  }

  @Test func `a handler that does not answer costs its caller the connection, and no other`() async throws {
    let events = Collected<ServerEvent>()
    try await withServer(configure: { $0.report = { events.append($0) } }) { path, _ in
      let client = try RawClient(path)
      defer { client.close() }
      let other = try RawClient(path)
      defer { other.close() }
      try await client.send(#"{"method":"org.example.test.Silent"}"#)
      #expect(try await client.receive() == .closed)
      try await other.send(#"{"method":"org.example.test.Echo","parameters":{"text":"x"}}"#)
      #expect(try await other.receive() == .frame(#"{"parameters":{"text":"x"}}"#))
      let peer = Peer(uid: getuid(), gid: getgid(), pid: getpid())
      #expect(events.all == [.ended(peer, .unanswered(method: "org.example.test.Silent"))])
    }
  }

  @Test func `work off the event loop leaves it free`() async throws {
    let gate = Counter()
    try await withServer { call, reply in
      let loop = pthread_self()
      #expect(await offEventLoop { pthread_equal(pthread_self(), loop) == 0 })
      #expect(pthread_equal(pthread_self(), loop) != 0)
      gate.increment()
      await reply.reply(call.parameters)
    } _: { path, _ in
      try await VarlinkClient.connected(path: path) { client in
        _ = try await client.call("org.example.test.Echo", ["text": ""])
      }
    }
    #expect(gate.count == 1)
  }
}

/// Lets so many go on at once, again and again.
private actor Meeting {
  private let count: Int
  private var present: [CheckedContinuation<Void, Never>] = []

  init(of count: Int) { self.count = count }

  func join() async {
    await withCheckedContinuation { continuation in
      present.append(continuation)
      guard present.count == count else { return }
      for other in present { other.resume() }
      present = []
    }
  }
}
