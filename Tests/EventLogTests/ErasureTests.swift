import Crypto
import GRDB
import Glibc
import StrictJSON
import Synchronization
import Testing
import Transparency

@testable import EventLog

@Suite struct ErasureTests {
  /// What must be nowhere once an erasure is done: what wraps the keys, the keys themselves, and the vault's rows.
  private struct Remains {
    var needles: [[UInt8]] = []

    init(of subjects: ClosedRange<UInt64>, _ log: EventLog, _ folder: TemporaryFolder) throws {
      let owned = "sealing_key WHERE subject BETWEEN \(subjects.lowerBound) AND \(subjects.upperBound)"
      let ids = try log.database.read { try Int64.fetchAll($0, sql: "SELECT key FROM \(owned)") }
      for id in ids { needles.append(try #require(try log.keys.key(id)).withUnsafeBytes { Array($0) }) }
      needles += try log.database.read { database in
        try blobs("SELECT box FROM vault WHERE owner IN (SELECT owner FROM \(owned))", database)
          + blobs("SELECT digest FROM vault WHERE owner IN (SELECT owner FROM \(owned))", database)
      }
      let keys = try DatabaseQueue(path: folder.path + "/keys.sqlite3")
      let list = ids.map { "\($0)" }.joined(separator: ", ")
      needles += try keys.read { try blobs("SELECT box FROM key WHERE id IN (\(list))", $0) }
      try keys.close()
    }

    private func blobs(_ sql: String, _ database: Database) throws -> [[UInt8]] {
      let query = try Query(database, sql)
      var found: [[UInt8]] = []
      while try query.step() { found.append(query.bytes(0)) }
      return found
    }

    /// How many of them each file still holds, by their first 16 bytes; files without any are left out.
    func found(in folder: String) throws -> [String: Int] {
      let wanted = Dictionary(needles.map { (Self.word(in: $0, at: 0), Self.word(in: $0, at: 8)) }) { first, _ in first
      }
      var found: [String: Int] = [:]
      for name in Files.list(folder) {
        let count = try Files.read("\(folder)/\(name)").withUnsafeBytes { bytes in
          var hits: Set<UInt64> = []
          var offset = 0
          while offset + 16 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if let second = wanted[word], second == bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self) {
              hits.insert(word)
            }
            offset += 1
          }
          return hits.count
        }
        if count > 0 { found[name] = count }
      }
      return found
    }

    private static func word(in bytes: [UInt8], at offset: Int) -> UInt64 {
      bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    }
  }

  /// Rows of all sizes, from a word to several pages, of many subjects mixed.
  private func fillVault(_ writer: LogWriter<Script>, subjects: ClosedRange<UInt64>, seed: UInt64) async throws {
    for round in 0..<12 as Range<UInt64> {
      _ = try await writer.submit { desk in
        for subject in subjects {
          let size = [8, 60, 300, 900, 2500, 9000, 30_000][Int((seed ^ subject &* 31 ^ round &* 17) % 7)]
          // Text that says whose it is, so that no two rows are alike.
          let text = String(repeating: "\(subject).\(round) ", count: size / 4)
          _ = try desk.append(draft("one", Int(subject), sealed: [field(subject, text)]))
        }
        return 0
      }
    }
  }

  @Test func `after an erasure no byte of the key, of what wraps it, or of the vault's rows is left in any file`()
    async throws
  {
    let folder = try TemporaryFolder()
    let seed = UInt64.random(in: 0...999)
    print("seed \(seed)")
    try await withLog(.test(folder)) { log, writer in
      try await fillVault(writer, subjects: 1...40, seed: seed)
      for (erased, others) in [(1...10, 11...20), (11...20, 21...30), (21...30, 31...40)]
        as [(ClosedRange<UInt64>, ClosedRange<UInt64>)]
      {
        let remains = try Remains(of: erased, log, folder)
        let staying = try Remains(of: others, log, folder)
        #expect(try remains.found(in: folder.path).isEmpty == false, "the scan finds what is there")
        for subject in erased {
          try log.destroyKeys(subject: subject, retentions: ["case", "never used"])
          _ = try await writer.submit { desk in
            _ = try desk.append(draft("record", 0))
            return try desk.deleteSealed(subject: subject, retention: "case")
          }
        }
        try log.finishErasure()
        #expect(try remains.found(in: folder.path) == [:])
        #expect(try staying.found(in: folder.path).isEmpty == false)
      }
      for position in 0..<480 {
        let field = try #require(try log.reader().opened(position: position).first)
        #expect((field.value == nil) == (position % 40 < 30))
      }
    }
    try await Files.untilClosed(folder.path)
    let report = try LogVerifier.verify(folder: folder.path)
    #expect(report.isIntact && report.openedFields == 120 && report.erasedFields == 360, "\(report.findings)")
  }

  /// Why the vault is written anew. SQLite promises neither, so what it leaves is printed and not expected.
  @Test func `many erasures, one after the other, leave nothing once they are finished`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      var random = SystemRandomNumberGenerator()
      for _ in 0..<40 {
        _ = try await writer.submit { desk in
          for subject in 1...30 as ClosedRange<UInt64> {
            let text = String(
              repeating: "\(UInt64.random(in: 0 ... .max)) ", count: [1, 4, 20, 80, 300].randomElement()!)
            _ = try desk.append(draft("one", sealed: [field(subject, text)]))
          }
          return 0
        }
      }
      let remains = try Remains(of: 1...25, log, folder)
      for subject in (1...25 as ClosedRange<UInt64>).shuffled(using: &random) {
        try log.destroyKeys(subject: subject, retentions: ["case"])
        _ = try await writer.submit { try $0.deleteSealed(subject: subject, retention: "case") }
        try await log.database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      }
      print("left by deleting \(remains.needles.count) pieces: \(try remains.found(in: folder.path))")
      try log.finishErasure()
      #expect(try remains.found(in: folder.path) == [:])
      #expect(try await !log.owesErasure())
    }
  }

  @Test func `a subject of whom nothing was ever sealed is erased by doing nothing`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      try await fill(writer, 10)
      #expect(try log.destroyKeys(subject: 4711, retentions: ["case", "other"]) == [])
      let deleted = try await writer.submit { try $0.deleteSealed(subject: 4711, retention: "case") }
      #expect(deleted == 0)
      try log.finishErasure()
    }
  }

  @Test func `the desk finds what is sealed for a class, in the batch and after the key has gone`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      _ = try await writer.submit { desk in
        try desk.append(draft(sealed: [field(1, "a"), field(1, "b", retention: "x"), field(2, "c")])).position
      }
      _ = try await writer.submit { desk in
        _ = try desk.append(draft(sealed: [field(1, "d", audience: "board")]))
        let references = try desk.sealedReferences(subject: 1, retention: "case")
        #expect(references.map(\.position) == [0, 1] && references.map(\.audience) == ["hr", "board"])
        return 0
      }
      try log.destroyKeys(subject: 1, retentions: ["case"])
      _ = try await writer.submit { desk in
        // Sealed after the erasure, under a key of its own.
        _ = try desk.append(draft(sealed: [field(1, "e")]))
        let references = try desk.sealedReferences(subject: 1, retention: "case")
        #expect(references.map(\.position) == [0, 1, 2])
        return try desk.deleteSealed(subject: 1, retention: "case")
      }
      _ = try await writer.submit { desk in
        let references = try desk.sealedReferences(subject: 1, retention: "case")
        #expect(references.map(\.position) == [2])
        return 0
      }
    }
  }

  @Test func `a reader in the way is waited for, and then it is not done yet`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      try await fill(writer, 60)
      try log.destroyKeys(subject: 1, retentions: ["case"])
      _ = try await writer.submit { try $0.deleteSealed(subject: 1, retention: "case") }
      // Held by hand: somebody who does not stop reading.
      var lasting = Configuration()
      lasting.allowsUnsafeTransactions = true
      let reader = try DatabaseQueue(path: folder.path + "/log.sqlite3", configuration: lasting)
      try await reader.writeWithoutTransaction { database in
        try database.execute(sql: "BEGIN")
        _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM vault")
      }
      #expect(throws: LogError.readerInTheWay) { try log.finishErasure() }
      #expect(try await log.owesErasure())
      try await fill(writer, 5, from: 60)
      try await reader.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
      try log.finishErasure()
      try reader.close()
    }
    #expect(try LogVerifier.verify(folder: folder.path).isIntact)
  }

  @Test(arguments: [
    CrashPoint.erasureRegistered, .erasureKeysDeleted, .appended, .committed, .erasureKeysPurged,
    .erasureVaultRewritten,
    .erasureJournalTruncated,
  ])
  func `a crash at any step of an erasure leaves it to be finished by the next start, and nothing else is lost`(
    _ point: CrashPoint
  ) async throws {
    let folder = try TemporaryFolder()
    let left = try TemporaryFolder()
    let isArmed = Atomic<Bool>(false)
    let settings = LogSettings.test(folder) {
      $0.crashPoint = { reached in
        guard reached == point, isArmed.exchange(false, ordering: .relaxed) else { return }
        do { try Files.copy(folder.path, to: left.path) } catch { Issue.record(error) }
      }
    }
    let remains = try await withLog(settings) { log, writer in
      try await fillVault(writer, subjects: 1...12, seed: 5)
      let remains = try Remains(of: 3...3, log, folder)
      isArmed.store(true, ordering: .relaxed)
      try log.destroyKeys(subject: 3, retentions: ["case"])
      _ = try await writer.submit { desk in
        _ = try desk.append(draft("record", 0))
        return try desk.deleteSealed(subject: 3, retention: "case")
      }
      try log.finishErasure()
      let isStillArmed = isArmed.load(ordering: .relaxed)
      #expect(!isStillArmed, "the point was passed")
      return remains
    }
    try await withLog(.test(left), create: false) { log, writer in
      let owed = try log.unrecordedErasures()
      let isRecorded = ![.erasureRegistered, .erasureKeysDeleted, .appended].contains(point)
      #expect(owed.map(\.subject) == (isRecorded ? [] : [3]))
      for one in owed {
        _ = try await writer.submit { desk in
          _ = try desk.append(draft("record", 0))
          return try desk.deleteSealed(subject: one.subject, retention: one.retention)
        }
      }
      if !owed.isEmpty { try log.finishErasure() }
      #expect(try log.unrecordedErasures().isEmpty)
      #expect(try remains.found(in: left.path) == [:])
    }
    let report = try LogVerifier.verify(folder: left.path)
    #expect(report.isIntact && report.openedFields == 132 && report.erasedFields == 12, "\(report.findings)")
  }
}

extension EventLog {
  fileprivate func owesErasure() async throws -> Bool { try await database.read { try Meta.hasResidue(in: $0) } }
}
