import Crypto
import GRDB
import Glibc
import StrictJSON
import Synchronization
import Testing
import Transparency

@testable import EventLog

@Suite("Changing the master key")
struct MasterKeyTests {
  @Test func `afterwards the old key opens nothing and the new one everything, while the log goes on`() async throws {
    let folder = try TemporaryFolder()
    let old = try await withLog(.test(folder)) { log, writer in
      let old = try Files.read("\(folder.path)/master.key")
      try await fill(writer, 60)
      _ = try await writer.submit { desk in try desk.rotateKey(until: desk.now + 86_400_000).key.utf8.count }
      // Sealing, reading, erasing and drawing from the pool go on meanwhile.
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for number in 0..<40 {
            _ = try await writer.submit { desk in
              for subject in 0..<5 {
                _ = try desk.append(draft(sealed: [field(UInt64(1000 + number * 5 + subject), "new")]))
              }
              return 0
            }
          }
        }
        group.addTask {
          for _ in 0..<200 {
            for position in stride(from: 0, to: 60, by: 5) {
              let fields = try log.reader().opened(position: position)
              #expect(fields.count == 1)
            }
          }
        }
        group.addTask {
          for _ in 0..<10 {
            let state = try log.rotateMasterKey()
            #expect(!state.isAwaited)
          }
        }
        group.addTask { try log.destroyKeys(subject: 1, retentions: ["case"]) }
        try await group.waitForAll()
      }
      _ = try await writer.submit { try $0.deleteSealed(subject: 1, retention: "case") }
      try log.finishErasure()
      #expect(log.masterKey.ordinal == 10 && log.masterKey.source == .file)
      #expect(try log.unrecordedRotations() == Array(1...10))
      for ordinal in 1...9 { try log.noteRotationRecorded(ordinal) }
      return old
    }
    let new = try Files.read("\(folder.path)/master.key")
    #expect(new != old && new.count == 45)
    #expect(Files.list(folder.path).contains("master.key.next") == false)
    try await withLog(.test(folder), create: false) { log, writer in
      #expect(log.masterKey.ordinal == 10 && log.size == 260)
      #expect(try log.unrecordedRotations() == [10])
      _ = try await writer.submit { desk in try desk.append(draft(sealed: [field(77, "after")])).position }
    }
    let report = try LogVerifier.verify(folder: folder.path)
    #expect(report.isIntact && report.vaultClosed == nil, "\(report.findings)")
    #expect(report.openedFields == 12 + 200 + 1 - report.erasedFields)

    try Files.write(old, to: "\(folder.path)/master.key")
    #expect(throws: LogError.masterKeyOld) { try EventLog(opening: .test(folder), create: false) }
    let keys = try DatabaseQueue(path: "\(folder.path)/keys.sqlite3")
    let opened = try await keys.read { database in
      let key = try MasterKey.parse(old)
      return try Row.fetchAll(database, sql: "SELECT id FROM key").filter { row in
        (try? KeyFile.key(row[0], master: key, in: database)) != nil
      }.count
    }
    #expect(opened == 0)
    try keys.close()
  }

  @Test(arguments: [
    CrashPoint.rotationWrapped, .rotationKeyWritten, .rotationKeyReplaced, .rotationHandedOver,
  ])
  func `a crash at any step opens with the key that is in its place, and the change is whole`(
    _ point: CrashPoint
  ) async throws {
    let folder = try TemporaryFolder()
    let left = try TemporaryFolder()
    let settings = LogSettings.test(folder) {
      $0.crashPoint = { reached in
        guard reached == point else { return }
        do { try Files.copy(folder.path, to: left.path) } catch { Issue.record(error) }
      }
    }
    let old = try await withLog(settings) { log, writer in
      let old = try Files.read("\(folder.path)/master.key")
      try await fill(writer, 60)
      _ = try log.rotateMasterKey()
      return old
    }
    try await withLog(.test(left), create: false) { log, writer in
      #expect(log.masterKey.ordinal == 1 && !log.masterKey.isAwaited)
      #expect(try log.unrecordedRotations() == [1])
      try await fill(writer, 10, from: 60)
      #expect(try log.reader().opened(position: 0).first?.value != nil)
    }
    #expect(try Files.read("\(left.path)/master.key") != old)
    #expect(try Files.read("\(left.path)/master.key") == Files.read("\(folder.path)/master.key"))
    #expect(try LogVerifier.verify(folder: left.path).openedFields == 14)
    try Files.write(old, to: "\(left.path)/master.key")
    #expect(throws: LogError.masterKeyOld) { try EventLog(opening: .test(left), create: false) }
  }

  @Test func `a key that is a credential waits for the credential to be changed`() async throws {
    let folder = try TemporaryFolder()
    let elsewhere = try TemporaryFolder()
    let credential = "\(elsewhere.path)/master-key"
    let first = MasterKey.text(SymmetricKey(size: .bits256))
    try Files.write(first, to: credential, mode: 0o400)
    let settings = LogSettings.test(folder) { $0.masterKeyCredential = credential }
    let new = try await withLog(settings) { log, writer in
      #expect(log.masterKey.source == .credential)
      #expect(!Files.list(folder.path).contains("master.key"))
      try await fill(writer, 20)
      #expect(try log.rotateMasterKey().isAwaited)
      #expect(throws: LogError.masterKeyAwaited) { try log.rotateMasterKey() }
      return log.escrowed.file
    }
    // The old credential still leads to the new key.
    try await withLog(settings, create: false) { log, writer in
      #expect(log.masterKey.isAwaited && log.escrowed.file == new)
      try await fill(writer, 20, from: 20)
    }
    try Files.write(new, to: credential, mode: 0o400)
    try await withLog(settings, create: false) { log, _ in #expect(!log.masterKey.isAwaited) }
    try Files.write(first, to: credential, mode: 0o400)
    #expect(throws: LogError.masterKeyOld) { try EventLog(opening: settings, create: false) }
    // Both are there while one takes the other's place; two different ones are a riddle.
    try Files.write(new, to: credential, mode: 0o400)
    try Files.write(new, to: "\(folder.path)/master.key")
    try await withLog(settings, create: false) { log, _ in #expect(log.masterKey.source == .credential) }
    try Files.write(first, to: "\(folder.path)/master.key")
    #expect(throws: LogError.masterKeysDiffer) { try EventLog(opening: settings, create: false) }
  }

  @Test(arguments: ["stopped", "killed"])
  func `whatever is wrong with a key, no byte and no time in the folder changes`(_ end: String) async throws {
    let made = try TemporaryFolder()
    let folder = try TemporaryFolder()
    var old: [UInt8] = []
    try await withLog(.test(made)) { log, writer in
      old = try Files.read("\(made.path)/master.key")
      try await fill(writer, 60)
      _ = try log.rotateMasterKey()
      try await fill(writer, 30, from: 60)
      // As a kill leaves it: with write-ahead logs and their indexes.
      if end == "killed" {
        for name in Files.list(made.path) where name != "lock" {
          try Files.write(try Files.read("\(made.path)/\(name)"), to: "\(folder.path)/\(name)")
        }
        try Files.copy(made.path, to: folder.path)
      }
    }
    if end == "stopped" {
      try await Files.untilClosed(made.path)
      try Files.copy(made.path, to: folder.path)
    }
    #expect(Files.list(folder.path).contains("keys.sqlite3-wal") == (end == "killed"))
    try Files.write([], to: "\(folder.path)/lock")
    let right = try Files.read("\(folder.path)/master.key")
    let path = "\(folder.path)/master.key"
    func expect(_ error: LogError, _ what: String, _ register: [UInt8]? = nil) throws {
      let before = try stamps(folder)
      #expect(throws: error, "\(what)") { try EventLog(opening: .test(folder), create: true) }
      #expect(try stamps(folder) == before, "\(what)")
    }
    for (bytes, error, what) in [
      (MasterKey.text(SymmetricKey(size: .bits256)), LogError.masterKeyWrong, "wrong"), (old, .masterKeyOld, "old"),
      (Array(right.dropLast()), .masterKeyMalformed, "malformed"),
    ] {
      try Files.write(bytes, to: path)
      try expect(error, what)
    }
    Files.removeFile(path)
    try expect(.masterKeyMissing, "missing")
    try Files.write(right, to: path, mode: 0o640)
    try expect(.tooOpen(path: path, mode: 0o640, isFolder: false), "key too open")
    chmod(path, 0o600)
    for name in ["log.sqlite3", "keys.sqlite3"] {
      chmod("\(folder.path)/\(name)", 0o604)
      try expect(.tooOpen(path: "\(folder.path)/\(name)", mode: 0o604, isFolder: false), name)
      chmod("\(folder.path)/\(name)", 0o600)
    }
    chmod(folder.path, 0o750)
    try expect(.tooOpen(path: folder.path, mode: 0o750, isFolder: true), "folder too open")
    chmod(folder.path, 0o700)
    let register = try Files.read(folder.register)
    Files.removeFile(folder.register)
    try expect(.registerMissing(path: folder.register), "register missing")
    try Files.write(register, to: folder.register)
    try await withLog(.test(folder), create: false) { log, _ in #expect(log.size == 90) }
  }

  /// Every file of the folder by its bytes and times, and the folder's own.
  private func stamps(_ folder: TemporaryFolder) throws -> [String] {
    try (Files.list(folder.path).map { "\(folder.path)/\($0)" } + [folder.path]).map { path in
      var status = stat()
      #expect(stat(path, &status) == 0)
      let digest = path == folder.path ? "" : Hash(of: try Files.read(path)).hex
      return "\(path) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_size) \(digest)"
    }
  }
}
