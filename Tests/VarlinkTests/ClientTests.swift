import Glibc
import NIOPosix
import StrictJSON
import Testing

@testable import Varlink

@Suite(.timeLimit(.minutes(1))) struct ClientTests {
  @Test func `the plain client calls, streams, and tells errors apart`() async throws {
    try await withServer { path, _ in
      try await NIOThreadPool.singleton.runIfActive {
        var client = try BlockingVarlinkClient(path: path, timeoutMilliseconds: 10_000)
        #expect(try client.call("org.example.test.Echo", ["text": "å"]) == ["text": "å"])
        let long = String(repeating: "x", count: 900_000)
        #expect(
          try client.call("org.example.test.Echo", ["text": .string(long)])["text"]?.string?.utf8.count == 900_000)
        do throws(VarlinkError) {
          _ = try client.call("org.example.test.Forget")
          Issue.record("no error")
        } catch {
          #expect(error == .remote(name: "org.example.test.Failed", parameters: ["why": "forgotten"]))
        }
        try client.oneway("org.example.test.Silent")
        var numbers: [Int64] = []
        try client.stream("org.example.test.Count", canonical: Array(#"{"upTo":5}"#.utf8)) { reply in
          numbers.append(reply["number"]?.integer ?? -1)
          return true
        }
        #expect(numbers == [1, 2, 3, 4, 5])
        #expect(try client.call("org.example.test.Echo", ["text": "again"]) == ["text": "again"])
      }
    }
  }

  @Test func `a service that is not there, or closes, is told apart from one that is slow`() async throws {
    try await withFolder { folder in
      let missing = #expect(throws: VarlinkError.self) { _ = try BlockingVarlinkClient(path: "\(folder)/none") }
      #expect(missing == .connection(.system(ENOENT)))
    }
    try await withServer { call, reply in
      if call.name == "Silent" { return }
      try? await Task.sleep(for: .milliseconds(500))
      await reply.reply(call.parameters)
    } _: { path, _ in
      try await NIOThreadPool.singleton.runIfActive {
        var client = try BlockingVarlinkClient(path: path, timeoutMilliseconds: 50)
        let slow = #expect(throws: VarlinkError.self) { try client.call("org.example.test.Echo", ["text": ""]) }
        #expect(slow == .connection(.timedOut))
        var other = try BlockingVarlinkClient(path: path)
        let closed = #expect(throws: VarlinkError.self) { try other.call("org.example.test.Silent") }
        #expect(closed == .connection(.closed))
      }
    }
  }

  @Test func `a call that is given up leaves the connection in order`() async throws {
    let gate = Counter()
    try await withServer { call, reply in
      if call.parameters["text"] == "slow" { await gate.wait(for: 1) }
      await reply.reply(call.parameters)
    } _: { path, _ in
      try await VarlinkClient.connected(path: path) { client in
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            await #expect(throws: CancellationError.self) {
              try await client.call("org.example.test.Echo", ["text": "slow"])
            }
          }
          group.cancelAll()
          try await group.waitForAll()
        }
        gate.increment()
        #expect(try await client.call("org.example.test.Echo", ["text": "next"]) == ["text": "next"])
      }
    }
  }

  @Test func `when the service closes, every call that waits is told`() async throws {
    try await withServer { path, _ in
      try await VarlinkClient.connected(path: path) { client in
        await withTaskGroup(of: Void.self) { group in
          for _ in 0..<3 {
            group.addTask {
              await #expect(throws: VarlinkError.connection(.closed)) {
                try await client.call("org.example.test.Silent")
              }
            }
          }
        }
        await #expect(throws: VarlinkError.connection(.closed)) {
          try await client.call("org.example.test.Echo", ["text": ""])
        }
      }
    }
  }

  @Test func `a stream that is taken slowly is read slowly`() async throws {
    let sent = Counter()
    let text = String(repeating: "x", count: 64 << 10)
    try await withServer { call, reply in
      guard call.name == "Count" else { return await reply.reply(call.parameters) }
      do {
        for _ in 0..<500 {
          try await reply.continues(["text": .string(text)])
          sent.increment()
        }
      } catch {}
      await reply.reply([:])
    } _: { path, _ in
      try await VarlinkClient.connected(path: path) { client in
        var taken = 0
        for try await _ in try await client.stream("org.example.test.Count", ["upTo": 1]) {
          taken += 1
          if taken == 1 {
            // Give the server every chance to run ahead.
            try await VarlinkClient.connected(path: path) { other in
              for _ in 0..<200 { _ = try await other.call("org.example.test.Echo", ["text": ""]) }
            }
            #expect(sent.count < 64)
          }
        }
        #expect(taken == 501)
      }
    }
  }
}
