import EventLog
import GRDB
import Testing
import Transparency

/// Changes a log behind its back, past the triggers that stop accidents.
enum Tamper {
  static func run(_ folder: TemporaryFolder, file: String = "log.sqlite3", _ statements: String...) throws {
    let database = try DatabaseQueue(path: "\(folder.path)/\(file)")
    try database.write { database in
      let triggers = try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger)") }
      for statement in statements { try database.execute(sql: statement) }
    }
    try database.close()
  }

  static let changeByte = """
    UPDATE leaf SET bytes = CAST(replace(CAST(bytes AS TEXT), '"actor":"a1"', '"actor":"a2"') AS BLOB) WHERE position =
    """
}

@Suite struct TamperTests {
  private static let count = 600

  /// A copy of a log that is made once.
  private func log() async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try Files.copy(try await Original.shared.folder().path, to: folder.path)
    return folder
  }

  private actor Original {
    static let shared = Original()
    private var made: TemporaryFolder?

    func folder() async throws -> TemporaryFolder {
      if let made { return made }
      let folder = try await TamperTests.make(TamperTests.count)
      made = folder
      return folder
    }
  }

  private static func make(_ count: Int) async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { _, writer in
      try await fill(writer, 100)
      _ = try await writer.submit { desk in
        desk.checkpointNow()
        return 0
      }
      try await fill(writer, count - 100, from: 100)
    }
    return folder
  }

  /// What opening says, nil where it is content.
  private func opening(_ folder: TemporaryFolder) -> LogError? {
    do throws(LogError) {
      _ = try EventLog(opening: .test(folder), create: false)
      return nil
    } catch {
      return error
    }
  }

  @Test func `an untouched log is intact`() async throws {
    let folder = try await log()
    let report = try LogVerifier.verify(folder: folder.path)
    #expect(report.isIntact && report.size == Self.count && report.openedFields == 120 && report.erasedFields == 0)
    #expect(report.vaultClosed == nil && report.checkpoints >= 2)
    #expect(opening(folder) == nil)
  }

  @Test(arguments: [0, 1, 255, 256, 511, 512, 599])
  func `one changed byte is found at its position`(_ position: Int) async throws {
    let folder = try await log()
    try Tamper.run(folder, "\(Tamper.changeByte) \(position)")
    let report = try LogVerifier.verify(folder: folder.path)
    #expect(report.firstBadPosition == position)
    #expect(report.findings.first == .init(position: position, flaw: .leafChanged))
    #expect(opening(folder) == .corrupt(position: position, .leafChanged))
  }

  @Test func `a leaf rewritten together with its hash contradicts the tree and its stream`() async throws {
    let folder = try await log()
    let database = try DatabaseQueue(path: folder.path + "/log.sqlite3")
    let stored = try await database.read {
      try String.fetchOne($0, sql: "SELECT CAST(bytes AS TEXT) FROM leaf WHERE position = 300")
    }
    try database.close()
    let text = try #require(stored).replacing("\"actor\":\"a1\"", with: "\"actor\":\"a2\"")
    let hash = Array(text.utf8).withUnsafeBytes { TreeHash.leaf($0) }
    try Tamper.run(
      folder, "UPDATE leaf SET bytes = CAST('\(text)' AS BLOB), hash = x'\(hash.hex)' WHERE position = 300")
    let report = try LogVerifier.verify(folder: folder.path)
    #expect(report.findings.contains(.init(position: 256, flaw: .tileDiffers)))
    #expect(report.findings.contains(.init(position: 303, flaw: .previousDiffers)))
    #expect(report.findings.contains { $0.flaw == .checkpointDiffers })
    #expect(opening(folder) == .corrupt(position: 256, .tileDiffers))
  }

  @Test func `a missing tail is found at the first position that is gone`() async throws {
    let folder = try await log()
    try Tamper.run(folder, "DELETE FROM leaf WHERE position >= 590")
    #expect(try LogVerifier.verify(folder: folder.path).firstBadPosition == 590)
    #expect(opening(folder) == .corrupt(position: 590, .leafMissing))
  }

  @Test func `a gap is found at its first position`() async throws {
    let folder = try await log()
    try Tamper.run(folder, "DELETE FROM leaf WHERE position BETWEEN 257 AND 260")
    let report = try LogVerifier.verify(folder: folder.path)
    #expect(report.firstBadPosition == 257 && report.findings.first?.flaw == .leafMissing)
    #expect(opening(folder) == .corrupt(position: 257, .leafMissing))
  }

  @Test(arguments: [(10, 400), (595, 598)])
  func `two swapped leaves are found at the first of them`(_ first: Int, _ second: Int) async throws {
    let folder = try await log()
    try Tamper.run(
      folder, "UPDATE leaf SET position = -1 WHERE position = \(first)",
      "UPDATE leaf SET position = \(first) WHERE position = \(second)",
      "UPDATE leaf SET position = \(second) WHERE position = -1")
    #expect(try LogVerifier.verify(folder: folder.path).firstBadPosition == first)
    #expect(opening(folder) == .corrupt(position: first, .leafMisplaced))
  }

  @Test func `a removed checkpoint is missed, be it the last, an earlier one or all`() async throws {
    for condition in ["size = (SELECT max(size) FROM checkpoint)", "size = (SELECT min(size) FROM checkpoint)", "1"] {
      let folder = try await log()
      try Tamper.run(folder, "DELETE FROM checkpoint WHERE \(condition)")
      let report = try LogVerifier.verify(folder: folder.path)
      #expect(report.findings.contains { $0.flaw == .checkpointMissing }, "\(condition)")
      // Opening looks at the newest alone.
      if !condition.contains("min") {
        guard case .corrupt(_, .checkpointMissing)? = opening(folder) else {
          Issue.record("opened without \(condition)")
          continue
        }
      }
    }
  }

  @Test func `a checkpoint by another key, or of another root, is refused`() async throws {
    let folder = try await log()
    let other = try await Self.make(300)
    let note = try await DatabaseQueue(path: other.path + "/log.sqlite3").read {
      try String.fetchOne($0, sql: "SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1")
    }
    try Tamper.run(folder, "UPDATE checkpoint SET note = '\(try #require(note))' WHERE size = 600")
    #expect(try LogVerifier.verify(folder: folder.path).firstBadPosition == 599)
    #expect(opening(folder) == .corrupt(position: 599, .checkpointInvalid))
  }

  @Test func `a changed tile, edge, index or vault row is found`() async throws {
    let edge = "UPDATE frontier SET edge = CAST(substr(edge, 1, length(edge) - 1) || x'00' AS BLOB)"
    let cases: [(String, Flaw, Int?)] = [
      ("UPDATE tile SET hashes = CAST(substr(hashes, 33) || substr(hashes, 1, 32) AS BLOB)", .tileDiffers, 0),
      ("DELETE FROM tile", .tileDiffers, 0), (edge, .frontierDiffers, 592),
      ("UPDATE stream_leaf SET position = position + 3 WHERE revision = 4", .streamIndexDiffers, 12),
      ("DELETE FROM stream_leaf WHERE position = 77", .streamIndexDiffers, 77),
      ("UPDATE vault SET id = id + 256 WHERE id = 1280", .sealedMissing, 5),
      ("DELETE FROM vault WHERE id = 1280", .sealedMissing, 5),
      ("UPDATE vault SET digest = zeroblob(32) WHERE id = 1280", .sealedUnknown, 5),
      ("UPDATE vault SET box = zeroblob(length(box)) WHERE id = 1280", .sealedUnreadable, 5),
      ("UPDATE vault SET owner = owner + 1 WHERE id = 1280", .sealedUnreadable, 5),
    ]
    for (sql, flaw, position) in cases {
      let folder = try await log()
      try Tamper.run(folder, sql)
      let report = try LogVerifier.verify(folder: folder.path)
      #expect(report.findings.contains(.init(position: position, flaw: flaw)), "\(sql): \(report.findings)")
      #expect(report.firstBadPosition == position, "\(sql): \(report.findings)")
      if flaw == .tileDiffers || flaw == .frontierDiffers {
        #expect(opening(folder) == .corrupt(position: position, flaw), "\(sql)")
      }
    }
  }

  @Test func `scrubbing an open log finds what changed under it, names it, and stops the writer`() async throws {
    let folder = try await log()
    try await withLog(.test(folder), create: false) { log, writer in
      try await log.scrub()
      #expect(log.scrubMark == 512 && log.halted == nil)
      try Tamper.run(folder, "\(Tamper.changeByte) 200")
      await #expect(throws: LogError.corrupt(position: 200, .leafChanged)) { try await log.scrub() }
      #expect(log.halted == .corrupt(position: 200, .leafChanged))
      await #expect(throws: WriterError.readOnly) {
        try await writer.submit { desk in try desk.append(draft()).position }
      }
      #expect(log.size == Self.count)
    }
  }

  @Test func `without the master key all but the vault is verified`() async throws {
    let folder = try await log()
    try Files.write([], to: folder.path + "/master.key")
    let report = try LogVerifier.verify(folder: folder.path)
    #expect(report.isIntact && report.vaultClosed == .masterKeyMalformed && report.openedFields == 0)
  }
}
