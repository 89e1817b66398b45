import GRDB
import StrictJSON
import Synchronization
import Testing

@testable import EventLog

@Suite struct CrashTests {
  @Test(arguments: CrashPoint.ofCommit)
  func `a crash at any point of a commit leaves all of the batch or nothing, and keys that open it`(
    _ point: CrashPoint
  ) async throws {
    let folder = try TemporaryFolder()
    let copies = Mutex<[TemporaryFolder]>([])
    let isArmed = Atomic<Bool>(false)
    let settings = LogSettings.test(folder) {
      $0.keyPoolSize = 4
      $0.crashPoint = { reached in
        guard reached == point, isArmed.load(ordering: .relaxed) else { return }
        do {
          let copy = try TemporaryFolder()
          try Files.copy(folder.path, to: copy.path)
          copies.withLock { $0.append(copy) }
        } catch {
          Issue.record(error)
        }
      }
    }
    try await withLog(settings) { _, writer in
      try await fill(writer, 30)
      isArmed.store(true, ordering: .relaxed)
      // New subjects, so that keys of the pool are assigned in the very transaction that the crash hits.
      for round in 0..<8 {
        _ = try await writer.submit { desk in
          for number in 0..<5 {
            _ = try desk.append(draft("one", number, sealed: [field(UInt64(1000 + 5 * round + number), "r\(round)")]))
          }
          return 0
        }
      }
      isArmed.store(false, ordering: .relaxed)
    }
    let left = copies.withLock { $0 }
    print("crash point \(point): \(left.count) copies")
    #expect(left.count == 8)
    for (round, copy) in left.enumerated() {
      let expected = 30 + 5 * (point == .appended ? round : round + 1)
      try await withLog(.test(copy), create: false) { log, writer in
        #expect(log.size == expected)
        // The pool must not hand out a key twice: this seals for new subjects, and everything opens after.
        _ = try await writer.submit { desk in
          for subject in 5000..<5010 as Range<UInt64> { _ = try desk.append(draft(sealed: [field(subject, "after")])) }
          return 0
        }
      }
      let report = try LogVerifier.verify(folder: copy.path)
      #expect(report.isIntact && report.size == expected + 10, "\(report.findings)")
      #expect(report.openedFields == 6 + expected - 30 + 10)
    }
  }

  @Test func `a full disk turns the writer read-only until there is room, and loses nothing`() async throws {
    let folder = try TemporaryFolder()
    let diary = Script.Diary()
    let settings = LogSettings.test(folder) {
      $0.retryInterval = .milliseconds(20)
      $0.keyPoolSize = 64
    }
    try await withLog(settings, diary: diary) { log, writer in
      try await fill(writer, 200)
      try log.limitPages(by: 20)
      let big = Array(("{\"text\":\"" + String(repeating: "x", count: 60_000) + "\"}").utf8)
      let append: Script.Request = { desk in
        var draft = draft(sealed: [field(77, "y")])
        draft.facts = big
        return try desk.append(draft).position
      }
      var acknowledged = 200
      var refused = 0
      for _ in 0..<10 {
        do {
          let position = try await writer.submit(append)
          #expect(position == acknowledged)
          acknowledged += 1
        } catch {
          #expect(error as? WriterError == .readOnly)
          refused += 1
        }
      }
      #expect(refused > 0 && acknowledged > 200)
      #expect(log.size == acknowledged && log.halted == nil)
      #expect(diary.entries.withLock { $0.contains(.rolledBack) })
      // Reading goes on meanwhile.
      #expect(try log.reader().leaf(at: 199).isEmpty == false)
      try log.limitPages(by: 1_000_000)
      let deadline = ContinuousClock.now + .seconds(20)
      var position: Int?
      while position == nil, ContinuousClock.now < deadline { position = try? await writer.submit(append) }
      #expect(position == acknowledged)
    }
    let report = try LogVerifier.verify(folder: folder.path)
    #expect(report.isIntact, "\(report.findings)")
  }
}

extension EventLog {
  /// Lets the file grow by so many pages from now on: SQLite then says that the disk is full.
  fileprivate func limitPages(by more: Int) throws {
    try database.writeWithoutTransaction { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(pages + more)")
    }
  }
}
