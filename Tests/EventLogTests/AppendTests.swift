import EventLog
import Leaves
import Synchronization
import Testing
import Transparency

@Suite struct AppendTests {
  @Test func `positions are dense, revisions count within streams, and each leaf names the one before it`() async throws
  {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      try await fill(writer, 700)
      #expect(log.size == 700)
      var next = 0
      var streams: [String: (next: Int, digest: String)] = [:]
      try log.reader().scan { bytes, position in
        #expect(position == next)
        next += 1
        let leaf = try Leaf(bytes, position: position)
        let before = streams[leaf.stream]
        #expect(leaf.revision == before?.next ?? 0)
        #expect(leaf.previous == before?.digest)
        streams[leaf.stream] = (leaf.revision + 1, LeafDigest(of: bytes).text)
      }
      #expect(next == 700)
      #expect(try log.reader().streams().sorted() == ["one", "three", "two"])
    }
  }

  @Test func `a stream is read from any revision and up to any position`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      try await fill(writer, 300)
      let reader = log.reader()
      for (first, end) in [(0, nil), (0, 300), (40, 200), (99, 300), (100, 300), (0, 0), (0, 1)] as [(Int, Int?)] {
        var positions: [Int] = []
        try reader.scan(stream: "two", fromRevision: first, upToPosition: end) { _, position in
          positions.append(position)
        }
        #expect(positions == (0..<(end ?? 300)).filter { $0 % 3 == 1 && $0 / 3 >= first })
      }
      #expect(try reader.revisions(of: "two") == 100)
      #expect(try reader.revisions(of: "none") == 0)
      try reader.scan(stream: "none") { _, _ in Issue.record("there is no such stream") }
    }
  }

  @Test func `a scan longer than a page may read on from within`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      try await fill(writer, 2500)
      let reader = log.reader()
      var sum = 0
      try reader.scan(from: 100) { _, position in
        if position % 500 == 0 { try reader.scan(from: position, to: position + 1) { _, inner in sum += inner } }
        sum += 1
      }
      #expect(sum == 2400 + 500 + 1000 + 1500 + 2000)
      var two = 0
      try reader.scan(stream: "two") { _, _ in two += 1 }
      #expect(two == 833)
    }
  }

  @Test func `after a restart the log goes on where it ended`() async throws {
    let folder = try TemporaryFolder()
    let settings = LogSettings.test(folder)
    let before = try await withLog(settings) { log, writer in
      try await fill(writer, 520)
      return try log.reader().root(size: 520)
    }
    try await withLog(settings, create: false) { log, writer in
      #expect(log.size == 520)
      #expect(try log.reader().root(size: 520) == before)
      try await fill(writer, 300, from: 520)
      let leaf = try log.reader().leaf(at: 520)
      try leaf.withLeaf(at: 520) { leaf in #expect(leaf.stream == "two" && leaf.revision == 173) }
    }
    let report = try LogVerifier.verify(folder: folder.path)
    #expect(report.isIntact && report.size == 820 && report.streams == 3)
  }

  @Test func `recorded time never goes back, not even when the clock does or the log is opened again`() async throws {
    let folder = try TemporaryFolder()
    let clock = TestClock(2_000_000)
    let settings = LogSettings.test(folder) { $0.clock = clock }
    let append: Script.Request = { desk in
      let first = try desk.append(draft())
      let second = try desk.append(draft())
      #expect(first.recorded == second.recorded, "time stands still within a request")
      return Int(second.recorded)
    }
    let (early, last) = try await withLog(settings) { _, writer in
      let first = try await writer.submit(append)
      #expect(first > 2_000_000)
      clock.time.withLock { $0 = 1000 }
      #expect(try await writer.submit(append) == first)
      clock.time.withLock { $0 = 3_000_000 }
      return (first, try await writer.submit(append))
    }
    clock.time.withLock { $0 = 5000 }
    try await withLog(settings, create: false) { log, writer in
      let again = try await writer.submit(append)
      #expect(again == last)
      let reader = log.reader()
      #expect(try reader.position(recordedBy: Int64(early) - 1) == nil)
      #expect(try reader.position(recordedBy: Int64(early)) == 3)
      #expect(try reader.position(recordedBy: 2_999_999) == 3)
      #expect(try reader.position(recordedBy: .max) == 7)
    }
  }

  @Test func `an answer is kept for its command and actor, and over a restart`() async throws {
    let folder = try TemporaryFolder()
    let command = "0190c8a4-7f3b-7000-8000-000000000001"
    try await withLog(.test(folder)) { _, writer in
      let appended = try await writer.submit { desk in
        let none = try desk.storedAnswer(actor: 7, command: command)
        #expect(none == nil)
        try desk.storeAnswer(actor: 7, command: command, content: [1, 2], outcome: [])
        let pending = try desk.storedAnswer(actor: 7, command: command)
        #expect(pending?.outcome == [])
        return try desk.append(draft()).position
      }
      #expect(appended == 0)
      // A second answer would contradict the first: the request fails by itself.
      await #expect {
        try await writer.submit { desk in
          try desk.storeAnswer(actor: 7, command: command, content: [3], outcome: [9])
          return 0
        }
      } throws: { error in
        guard case WriterError.failed(.storage) = error else { return false }
        return true
      }
    }
    try await withLog(.test(folder), create: false) { _, writer in
      _ = try await writer.submit { desk in
        let own = try desk.storedAnswer(actor: 7, command: command)
        let other = try desk.storedAnswer(actor: 8, command: command)
        #expect(own?.content == [1, 2] && other == nil)
        return 0
      }
    }
  }
}
