import EventLog
import GRDB
import Glibc
import Leaves
import Testing

@Suite struct OpeningTests {
  @Test func `an empty folder holds no log, until one is made`() async throws {
    let folder = try TemporaryFolder()
    let settings = LogSettings.test(folder)
    #expect(throws: LogError.noLog) { try EventLog(opening: settings, create: false) }
    #expect(Files.list(folder.path) == ["lock"], "nothing is made by looking")
    let log = try EventLog(opening: settings, create: true)
    #expect(log.size == 0 && log.latestCheckpoint == nil)
  }

  @Test func `one folder is opened once at a time`() async throws {
    let folder = try TemporaryFolder()
    let settings = LogSettings.test(folder)
    do {
      let log = try EventLog(opening: settings, create: true)
      #expect(throws: LogError.locked) { try EventLog(opening: settings, create: true) }
      let writer = try LogWriter(log: log) { Script() }
      #expect(throws: LogError.locked) { try LogWriter(log: log) { Script() } }
      await writer.stop()
    }
    _ = try EventLog(opening: settings, create: false)
  }

  @Test func `the master key is made for its owner alone, and a wrong or missing one opens nothing`() async throws {
    let folder = try TemporaryFolder()
    let settings = LogSettings.test(folder)
    try await withLog(settings) { _, writer in try await fill(writer, 10) }
    let path = folder.path + "/master.key"
    let key = try Files.read(path)
    #expect(key.count == 45 && key.last == 0x0A)
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)

    for mode in [0o640, 0o604, 0o660] as [mode_t] {
      chmod(path, mode)
      #expect(throws: LogError.tooOpen(path: path, mode: mode, isFolder: false)) {
        try EventLog(opening: settings, create: true)
      }
    }
    chmod(path, 0o600)
    for bytes in [[], Array(key.dropLast()), Array("not a key\n".utf8), key + [0x0A]] {
      try Files.write(bytes, to: path)
      #expect(throws: LogError.masterKeyMalformed) { try EventLog(opening: settings, create: false) }
    }
    try Files.write(Array("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n".utf8), to: path)
    #expect(throws: LogError.masterKeyWrong) { try EventLog(opening: settings, create: false) }
    unlink(path)
    #expect(throws: LogError.masterKeyMissing) { try EventLog(opening: settings, create: true) }
    try Files.write(key, to: path)
    #expect(try EventLog(opening: settings, create: false).size == 10)
  }

  @Test func `a log keeps its origin and whether it is a simulation`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { _, writer in try await fill(writer, 1) }
    #expect(throws: LogError.originDiffers(found: "test.example/log")) {
      try EventLog(opening: .test(folder) { $0.origin = "test.example/other" }, create: false)
    }
    #expect(throws: LogError.simulationDiffers(found: false)) {
      try EventLog(opening: .test(folder) { $0.simulated = true }, create: false)
    }
    let other = try TemporaryFolder()
    try await withLog(.test(other) { $0.simulated = true }) { log, writer in
      try await fill(writer, 1)
      try log.reader().leaf(at: 0).withLeaf(at: 0) { leaf in #expect(leaf.simulated) }
    }
    #expect(try LogVerifier.verify(folder: other.path).simulated)
    #expect(throws: LogError.simulationDiffers(found: true)) { try EventLog(opening: .test(other), create: false) }
  }

  @Test func `a newer format and another program's file are refused`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { _, writer in try await fill(writer, 1) }
    try Tamper.run(folder, "PRAGMA user_version = 9")
    #expect(throws: LogError.newerFormat(9, program: nil)) { try EventLog(opening: .test(folder), create: true) }
    try Tamper.run(folder, "PRAGMA application_id = 7")
    #expect(throws: LogError.notALog) { try EventLog(opening: .test(folder), create: true) }
    let other = try TemporaryFolder()
    try Tamper.run(other, "CREATE TABLE theirs (x)")
    chmod(other.path + "/log.sqlite3", 0o600)
    #expect(throws: LogError.notALog) { try EventLog(opening: .test(other), create: true) }
  }

  @Test func `making a log that was interrupted after any file is taken up again`() async throws {
    for leftOver in [["master.key"], ["master.key", "keys.sqlite3"]] {
      let made = try TemporaryFolder()
      do { _ = try EventLog(opening: .test(made), create: true) }
      let folder = try TemporaryFolder()
      for name in leftOver { try Files.write(try Files.read("\(made.path)/\(name)"), to: "\(folder.path)/\(name)") }
      if leftOver.contains("keys.sqlite3") { try notYetMade(folder) }
      try await withLog(.test(folder)) { _, writer in try await fill(writer, 30) }
      #expect(try LogVerifier.verify(folder: folder.path).isIntact)
    }
  }

  @Test(arguments: ["removed", "emptied"])
  func `a log that was made and is gone is not begun anew`(_ how: String) async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { _, writer in try await fill(writer, 5) }
    for name in Files.list(folder.path) where name.hasPrefix("log.sqlite3") {
      if how == "removed" {
        Files.removeFile("\(folder.path)/\(name)")
      } else {
        try Files.write([], to: "\(folder.path)/\(name)")
      }
    }
    #expect(throws: LogError.corrupt(position: 0, .leafMissing)) { try EventLog(opening: .test(folder), create: true) }
  }

  /// The key file as a crash before the log's making leaves it.
  private func notYetMade(_ folder: TemporaryFolder) throws {
    let database = try DatabaseQueue(path: "\(folder.path)/keys.sqlite3")
    try database.write { try $0.execute(sql: "DROP TABLE format; PRAGMA user_version = 0") }
    try database.close()
  }

  @Test func `update and delete of a leaf or a checkpoint are refused by the file itself`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { _, writer in try await fill(writer, 5) }
    let database = try DatabaseQueue(path: folder.path + "/log.sqlite3")
    for sql in [
      "UPDATE leaf SET bytes = x'00' WHERE position = 1", "DELETE FROM leaf WHERE position = 4",
      "UPDATE checkpoint SET note = ''", "DELETE FROM checkpoint",
    ] {
      #expect(throws: DatabaseError.self) { try database.write { try $0.execute(sql: sql) } }
    }
  }
}
