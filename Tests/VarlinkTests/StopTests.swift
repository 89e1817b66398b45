import CPlatform
import Glibc
import NIOCore
import StrictJSON
import Testing

@testable import Varlink

@Suite(.timeLimit(.minutes(1))) struct StopTests {
  @Test func `a stopping server finishes the calls it accepted`() async throws {
    let begun = Counter()
    let gate = Counter()
    try await withServer { call, reply in
      begun.increment()
      await gate.wait(for: 1)
      await reply.reply(call.parameters)
    } _: { path, server in
      let client = try RawClient(path)
      defer { client.close() }
      try await client.send(HostileTests.echo)
      await begun.wait(for: 1)
      server.stop()
      gate.increment()
      #expect(try await client.receive() == HostileTests.echoed)
      #expect(try await client.receive() == .closed)
      #expect(talent_connect_socket(path) == -ECONNREFUSED)
    }
  }

  @Test func `a stopping server ends its streams`() async throws {
    let begun = Counter()
    try await withServer { call, reply in
      do {
        try await reply.continues(["number": 0])
        begun.increment()
        try await Task.sleep(for: .seconds(3600))
      } catch is CancellationError {
        await reply.error("org.example.test.Failed", ["why": "stopping"])
      } catch {}
    } _: { path, server in
      let client = try RawClient(path)
      defer { client.close() }
      try await client.send(#"{"method":"org.example.test.Count","more":true,"parameters":{"upTo":9}}"#)
      await begun.wait(for: 1)
      #expect(try await client.receive() == .frame(#"{"continues":true,"parameters":{"number":0}}"#))
      server.stop()
      #expect(
        try await client.receive() == .frame(#"{"error":"org.example.test.Failed","parameters":{"why":"stopping"}}"#))
      #expect(try await client.receive() == .closed)
    }
  }

  @Test func `a stream that had not begun when the server stopped is ended too`() async throws {
    let begun = Counter()
    let gate = Counter()
    try await withServer { call, reply in
      begun.increment()
      if call.name == "Echo" {
        await gate.wait(for: 1)
        await reply.reply(call.parameters)
      } else {
        try? await Task.sleep(for: .seconds(3600))
        await reply.reply(["number": 0])
      }
    } _: { path, server in
      let client = try RawClient(path)
      defer { client.close() }
      // One write, so that the stream has been read when the first call begins.
      let frames = [HostileTests.echo, #"{"method":"org.example.test.Count","more":true,"parameters":{"upTo":9}}"#]
      try await client.send(frames.joined(separator: "\0"))
      await begun.wait(for: 1)
      server.stop()
      gate.increment()
      #expect(try await client.receive() == HostileTests.echoed)
      #expect(try await client.receive() == .frame(#"{"parameters":{"number":0}}"#))
      #expect(try await client.receive() == .closed)
    }
  }

  @Test func `a call that never ends is cancelled when the grace of the stop is over`() async throws {
    let begun = Counter()
    try await withServer(configure: { $0.stopGrace = .milliseconds(50) }) { call, reply in
      begun.increment()
      try? await Task.sleep(for: .seconds(3600))
    } _: { path, server in
      let client = try RawClient(path)
      defer { client.close() }
      try await client.send(HostileTests.echo)
      await begun.wait(for: 1)
      // Leaving here waits for the server's end.
      server.stop()
    }
  }

  @Test func `a client that does not read cannot hold up the stop`() async throws {
    let begun = Counter()
    try await withServer(configure: { $0.stopGrace = .milliseconds(200) }) { call, reply in
      begun.increment()
      await reply.reply(["text": .string(String(repeating: "x", count: 1 << 20))])
    } _: { path, server in
      let client = try RawClient(path)
      defer { client.close() }
      try await client.send(HostileTests.echo)
      await begun.wait(for: 1)
    }
  }

  @Test func `a cancelled server ends as gracefully`() async throws {
    let begun = Counter()
    let gate = Counter()
    try await withFolder { folder in
      let server = try VarlinkServer(
        .path("\(folder)/socket", mode: 0o600), info: ServiceInfo(vendor: "", product: "", version: "", url: ""),
        interfaces: [VarlinkInterface(parsing: Example.definition)],
        handler: ClosureHandler { call, reply in
          begun.increment()
          await gate.wait(for: 1)
          await reply.reply(call.parameters)
        })
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        let client = try RawClient("\(folder)/socket")
        defer { client.close() }
        try await client.send(HostileTests.echo)
        await begun.wait(for: 1)
        group.cancelAll()
        gate.increment()
        #expect(try await client.receive() == HostileTests.echoed)
        #expect(try await client.receive() == .closed)
        try await group.waitForAll()
      }
    }
  }

  @Test(arguments: [false, true])
  func `a stream's handler is cancelled when its client goes`(_ isHalfClosedFirst: Bool) async throws {
    let begun = Counter()
    let ended = Counter()
    try await withServer { call, reply in
      begun.increment()
      try? await Task.sleep(for: .seconds(3600))
      ended.increment()
      await #expect(throws: ReplyEnded.self) { try await reply.continues(["number": 0]) }
      await reply.reply(["number": 0])
    } _: { path, server in
      let client = try RawClient(path)
      try await client.send(#"{"method":"org.example.test.Count","more":true,"parameters":{"upTo":9}}"#)
      await begun.wait(for: 1)
      if isHalfClosedFirst { client.finishSending() }
      client.close()
      await ended.wait(for: 1)
      while server.connections > 0 { await Task.yield() }
    }
  }

  @Test func `a socket that was handed over is served`() async throws {
    try await withFolder { folder in
      let descriptor = talent_open_socket("\(folder)/socket", 0o600)
      try #require(descriptor >= 0)
      let server = try VarlinkServer(
        .descriptor(descriptor), info: ServiceInfo(vendor: "", product: "", version: "", url: ""), interfaces: [],
        handler: ClosureHandler { _, _ in })
      async let running: Void = server.run()
      try await VarlinkClient.connected(path: "\(folder)/socket") { client in
        let info = try await client.call("org.varlink.service.GetInfo")
        #expect(info["interfaces"] == ["org.varlink.service"])
      }
      server.stop()
      try await running
    }
  }
}
