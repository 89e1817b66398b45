import GRDB
import Glibc
import Testing
import Transparency

@testable import EventLog

/// Logs that older programs wrote. `format-1` was written by the last program of that format: 42 events, with two keys of
/// the log, a subject erased and a command answered.
@Suite("Upgrading") struct UpgradeTests {
  /// The root that the older program saw.
  private static let root = "PFY7yp4hp4LIu74t8QpUXzw0/3OWDs1vOCcYSBO7cvs="

  /// The folder as that program left it.
  private func older() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let source = "\(#filePath)".replacing("UpgradeTests.swift", with: "format-1")
    for name in ["log", "keys"] {
      try Files.write([], to: "\(folder.path)/\(name).sqlite3")
      let database = try DatabaseQueue(path: "\(folder.path)/\(name).sqlite3")
      let sql = String(decoding: try Files.read("\(source)/\(name).sql"), as: UTF8.self)
      try database.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA page_size = 8192")
        try database.execute(sql: sql)
      }
      try database.close()
    }
    try Files.write(try Files.read("\(source)/master.key"), to: "\(folder.path)/master.key")
    mkdir(folder.path + "-erased", 0o700)
    try Files.write(try Files.read("\(source)/register"), to: folder.register)
    return folder
  }

  private func settings(
    _ folder: TemporaryFolder, _ change: (inout LogSettings) -> Void = { _ in }
  ) -> LogSettings {
    .test(folder) {
      $0.program = "test 2"
      $0.backups = BackupPlaces(logs: folder.path + "-backup/log", keys: folder.path + "-backup/keys")
      // After the last event of that log.
      $0.clock = TestClock(1_803_000_100_000)
      change(&$0)
    }
  }

  private func formats(_ folder: TemporaryFolder) throws -> [Int] {
    try formats(log: "\(folder.path)/log.sqlite3", keys: "\(folder.path)/keys.sqlite3")
  }

  private func formats(log: String, keys: String) throws -> [Int] {
    [
      try Connections.look(into: log) { try Schema.format.found(in: $0) },
      try Connections.look(into: keys) { try KeyFile.format.found(in: $0) },
    ]
  }

  /// The names of the backups, the same in both folders.
  private func backups(_ folder: TemporaryFolder) throws -> [String] {
    let names = Files.list(folder.path + "-backup/log")
    #expect(Files.list(folder.path + "-backup/keys") == names)
    return names
  }

  private func removeBackups(_ folder: TemporaryFolder) {
    for part in ["log", "keys"] {
      for name in Files.list("\(folder.path)-backup/\(part)") { Files.remove("\(folder.path)-backup/\(part)/\(name)") }
      rmdir("\(folder.path)-backup/\(part)")
    }
    rmdir("\(folder.path)-backup")
  }

  @Test func `a log of format 1 is backed up, brought to this one's, and goes on with every leaf, key and answer`()
    async throws
  {
    let folder = try older()
    #expect(try formats(folder) == [1, 1])
    // Whoever only looks needs no upgrade.
    let before = try LogVerifier.verify(folder: folder.path)
    #expect(before.isIntact && before.root.base64 == Self.root && before.openedFields == 8, "\(before.findings)")
    defer { removeBackups(folder) }
    let settings = settings(folder)
    try await withLog(settings, create: false) { log, writer in
      #expect(log.size == 42 && log.logKeys.count == 2)
      let answer = try await writer.submit { desk in
        let answer = try desk.storedAnswer(actor: 7, command: "c1")
        return answer?.content == [1, 2] && answer?.outcome == [3] ? 1 : 0
      }
      #expect(answer == 1)
      _ = try await writer.submit { desk in
        try desk.append(draft("one", 42, sealed: [field(1, "after"), field(6, "after")])).position
      }
    }
    #expect(try formats(folder) == [2, 2])
    try await expectBackup(of: folder)
    let after = try LogVerifier.verify(folder: folder.path)
    #expect(after.isIntact && after.size == 43 && after.openedFields == 10, "\(after.findings)")
    // Not a second time.
    try await withLog(settings, create: false) { log, _ in #expect(log.size == 43) }
    #expect(try backups(folder).count == 1)
  }

  /// As it was, listed as any other, and restored as any other.
  private func expectBackup(of folder: TemporaryFolder) async throws {
    let name = try #require(try backups(folder).first)
    let (log, keys) = (
      "\(folder.path)-backup/log/\(name)/log.sqlite3", "\(folder.path)-backup/keys/\(name)/keys.sqlite3"
    )
    #expect(try formats(log: log, keys: keys) == [1, 1])
    let manifest = try #require(BackupManifest(try Files.read("\(folder.path)-backup/log/\(name)/backup.json")))
    #expect(manifest.size == 42 && manifest.root.base64 == Self.root && manifest.daemon == "test 2")
    #expect(manifest.verification.isGood && manifest.verification.openedFields == 8)
    let restored = try TemporaryFolder()
    Files.remove(restored.path)
    let key = try RestoredKey(try Files.read("\(folder.path)/master.key"), origin: "test.example/log")
    var sources = RestoreSources(log: log, keys: keys, masterKey: key)
    sources.register = folder.register
    let report = try LogRestore.run(.test(restored) { $0.program = "test 2" }, from: sources)
    #expect(report.size == 42 && report.verification?.isIntact == true)
    #expect(try formats(restored) == [2, 2])
    #expect(try formats(log: log, keys: keys) == [1, 1], "a backup stays as it is")
    try await withLog(.test(restored), create: false) { log, _ in #expect(log.size == 42) }
  }

  @Test func `an upgraded file has the tables of a new one`() async throws {
    let (upgraded, new) = (try older(), try TemporaryFolder())
    defer { removeBackups(upgraded) }
    try await withLog(settings(upgraded), create: false) { _, writer in try await fill(writer, 1) }
    try await withLog(settings(new)) { _, writer in try await fill(writer, 1) }
    for name in ["log", "keys"] {
      let tables = try [upgraded, new].map { folder in
        try Connections.look(into: "\(folder.path)/\(name).sqlite3") { database in
          try Row.fetchAll(database, sql: "SELECT type, name, sql FROM sqlite_schema ORDER BY name")
        }
      }
      #expect(tables[0] == tables[1], "\(name)")
      let history = try Connections.look(into: "\(upgraded.path)/\(name).sqlite3") { database in
        try Row.fetchAll(database, sql: "SELECT version, program FROM format")
      }
      #expect(history == [["version": 2, "program": "test 2"]])
    }
  }

  @Test(arguments: [CrashPoint.upgradeBackedUp, .upgradeLogDone, .upgradeKeysDone])
  func `a crash at any step of an upgrade leaves what the next start finishes`(_ point: CrashPoint) async throws {
    let folder = try older()
    let copy = try TemporaryFolder()
    defer { for folder in [folder, copy] { removeBackups(folder) } }
    let settings = settings(folder) {
      $0.crashPoint = { reached in
        guard reached == point else { return }
        do { try Files.copy(folder.path, to: copy.path) } catch { Issue.record(error) }
      }
    }
    try await withLog(settings, create: false) { _, _ in }
    #expect(
      try formats(copy)
        == [point == .upgradeBackedUp ? 1 : 2, point == .upgradeKeysDone ? 2 : 1])
    try await withLog(self.settings(copy), create: false) { log, writer in
      #expect(log.size == 42)
      try await fill(writer, 10, from: 50)
    }
    #expect(try formats(copy) == [2, 2])
    let report = try LogVerifier.verify(folder: copy.path)
    #expect(report.isIntact && report.size == 52, "\(report.findings)")
  }

  @Test func `without a backup nothing is upgraded, and not a byte is changed`() async throws {
    let folder = try older()
    let before = try Files.list(folder.path).map { try Files.read("\(folder.path)/\($0)") }
    for places in [nil, BackupPlaces(logs: folder.register + "/log", keys: folder.register + "/keys")] {
      #expect(throws: LogError.upgradeNotBackedUp) {
        try EventLog(opening: settings(folder) { $0.backups = places }, create: false)
      }
    }
    let names = Files.list(folder.path).filter { $0 != "lock" }
    #expect(try names.map { try Files.read("\(folder.path)/\($0)") } == before)
    // Nor where something else is wrong: then it is not even backed up.
    Files.removeFile(folder.register)
    #expect(throws: LogError.registerMissing(path: folder.register)) {
      try EventLog(opening: settings(folder), create: false)
    }
    #expect(Files.list(folder.path + "-backup").isEmpty)
    #expect(try formats(folder) == [1, 1])
  }

  @Test(arguments: ["log.sqlite3", "keys.sqlite3"])
  func `a file of a newer format is refused with the program that wrote it, and nothing is changed`(
    _ file: String
  ) async throws {
    let folder = try TemporaryFolder()
    try await withLog(settings(folder)) { _, writer in try await fill(writer, 5) }
    try Tamper.run(
      folder, file: file, "INSERT INTO format VALUES (3, 0, 'talentd 9.1.0')", "PRAGMA user_version = 3")
    let before = try Files.read("\(folder.path)/\(file)")
    #expect(throws: LogError.newerFormat(3, program: "talentd 9.1.0")) {
      try EventLog(opening: settings(folder), create: true)
    }
    #expect(try Files.read("\(folder.path)/\(file)") == before)
  }
}
