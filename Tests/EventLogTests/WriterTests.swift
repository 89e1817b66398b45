import Dispatch
import EventLog
import Synchronization
import Testing

@Suite struct WriterTests {
  @Test func `a full queue answers busy, and what was accepted is answered`() async throws {
    let folder = try TemporaryFolder()
    let settings = LogSettings.test(folder) {
      $0.queueLimit = 3
      $0.batchLimit = 1
    }
    try await withLog(settings) { log, writer in
      let isHeld = DispatchSemaphore(value: 0)
      let goOn = DispatchSemaphore(value: 0)
      let answers = Mutex<[Result<Int, WriterError>]>([])
      let note: @Sendable (Result<Int, WriterError>) -> Void = { answer in answers.withLock { $0.append(answer) } }
      try writer.submit(
        { desk in
          isHeld.signal()
          goOn.wait()
          return try desk.append(draft()).position
        }, completion: note)
      isHeld.wait()
      for _ in 0..<3 {
        try writer.submit({ desk in try desk.append(draft()).position }, completion: note)
      }
      #expect(throws: WriterError.busy) { try writer.submit({ _ in 0 }, completion: note) }
      goOn.signal()
      await writer.stop()
      #expect(answers.withLock { $0 } == [.success(0), .success(1), .success(2), .success(3)])
      #expect(throws: WriterError.stopped) { try writer.submit({ _ in 0 }, completion: note) }
      #expect(log.size == 4)
    }
  }

  @Test func `while a batch runs the next one gathers, and shares one commit`() async throws {
    let folder = try TemporaryFolder()
    let diary = Script.Diary()
    try await withLog(.test(folder), diary: diary) { log, writer in
      let isHeld = DispatchSemaphore(value: 0)
      let goOn = DispatchSemaphore(value: 0)
      try writer.submit(
        { desk in
          isHeld.signal()
          goOn.wait()
          return try desk.append(draft()).position
        }, completion: { _ in })
      isHeld.wait()
      for number in 1...300 {
        try writer.submit({ desk in try desk.append(draft("one", number)).position }) { _ in }
      }
      goOn.signal()
      await writer.stop()
      #expect(diary.entries.withLock { $0 } == [.committed(1), .committed(257), .committed(301)])
    }
  }

  @Test func `many clients at once each get their own position`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      let positions = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<400 {
          group.addTask {
            try await writer.submit { desk in try desk.append(draft("one", number)).position }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(positions.sorted() == Array(0..<400))
    }
    #expect(try LogVerifier.verify(folder: folder.path).isIntact)
  }

  @Test func `a request that fails takes nothing with it, and the others of its batch are decided once more`()
    async throws
  {
    let folder = try TemporaryFolder()
    let diary = Script.Diary()
    try await withLog(.test(folder), diary: diary) { log, writer in
      let isHeld = DispatchSemaphore(value: 0)
      let goOn = DispatchSemaphore(value: 0)
      let answers = Mutex<[Int: Result<Int, WriterError>]>([:])
      try writer.submit(
        { _ in
          isHeld.signal()
          goOn.wait()
          return 0
        }, completion: { _ in })
      isHeld.wait()
      for number in 0..<5 {
        try writer.submit(
          { desk in
            let position = try desk.append(draft("one", number, sealed: [field(UInt64(number + 1), "x")])).position
            if number == 2 { throw LogError.invalidDraft(.facts) }
            return position
          }, completion: { answer in answers.withLock { $0[number] = answer } })
      }
      goOn.signal()
      await writer.stop()
      #expect(
        answers.withLock { $0 } == [
          0: .success(0), 1: .success(1), 2: .failure(.failed(.invalidDraft(.facts))), 3: .success(2), 4: .success(3),
        ])
      #expect(diary.entries.withLock { $0 } == [.committed(0), .rolledBack, .committed(4)])
    }
    let report = try LogVerifier.verify(folder: folder.path)
    #expect(report.isIntact && report.size == 4 && report.openedFields == 4)
  }

  @Test func `a request that appends nothing needs no commit and is answered`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      let next = try await writer.submit { desk in desk.nextPosition }
      #expect(next == 0)
      #expect(log.size == 0)
    }
  }

  @Test func `a decider that cannot be made is reported, and leaves the log free`() async throws {
    struct Broken: Error {}
    let folder = try TemporaryFolder()
    let log = try EventLog(opening: .test(folder), create: true)
    #expect(throws: Broken.self) { try LogWriter<Script>(log: log) { throw Broken() } }
    let deadline = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < deadline {
      if let writer = try? LogWriter(log: log, decider: { Script() }) {
        await writer.stop()
        return
      }
    }
    Issue.record("the log was never given back")
  }

  @Test func `within decide a reader sees the batch, outside it only what is durable`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      let reader = log.reader()
      _ = try await writer.submit { desk in
        let appended = try desk.append(draft())
        let seen = try reader.leaf(at: 0)
        #expect(seen == appended.bytes && log.size == 0)
        return 0
      }
      #expect(log.size == 1)
    }
  }
}
