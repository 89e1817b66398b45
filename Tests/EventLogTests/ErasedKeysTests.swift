import GRDB
import Glibc
import StrictJSON
import Testing

@testable import EventLog

@Suite("The register of erased keys")
struct ErasedKeysTests {
  @Test func `it is made with the log, and each erased key is a line of it`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      #expect(try text(folder) == "erased-keys/1 test.example/log\n")
      var status = stat()
      #expect(stat(folder.register, &status) == 0 && status.st_mode & 0o777 == 0o600)
      #expect(stat(folder.path + "-erased", &status) == 0 && status.st_mode & 0o777 == 0o700)
      try await fill(writer, 60)
      let ids = try log.destroyKeys(subject: 1, retentions: ["case"])
      let lines = try text(folder).split(separator: "\n").dropFirst()
      #expect(lines.map { $0.split(separator: " ")[0] } == ids.map { "\($0)" })
      #expect(lines.allSatisfy { $0.hasSuffix("Z") && $0.utf8.count == 17 + 1 + 24 })
      try log.destroyKeys(subject: 1, retentions: ["case"])
      #expect(try text(folder).split(separator: "\n").count == 2, "once is enough")
    }
  }

  @Test func `where it cannot be written no key is destroyed`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      try await fill(writer, 60)
      let position = try #require(try log.reader().sealedFields(subject: 1).first?.position)
      let register = try Files.read(folder.register)
      Files.removeFile(folder.register)
      #expect(throws: LogError.registerMissing(path: folder.register)) {
        try log.destroyKeys(subject: 1, retentions: ["case"])
      }
      #expect(try log.reader().opened(position: position).first?.value != nil)
      try Files.write(register, to: folder.register)
      try log.destroyKeys(subject: 1, retentions: ["case"])
      #expect(try log.reader().opened(position: position).first?.value == nil)
    }
  }

  @Test func `one that somebody put in its place meanwhile is not cut off, and an older one not gone by`() async throws
  {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      try await fill(writer, 60)
      try log.destroyKeys(subject: 1, retentions: ["case"])
      let before = try Files.read(folder.register)
      let more = Array("4711 2027-03-01T00:00:00.000Z\n".utf8)
      try Files.write(before + more, to: folder.register)
      try log.destroyKeys(subject: 2, retentions: ["case"])
      #expect(try Files.read(folder.register).starts(with: before + more))
      #expect(try text(folder).split(separator: "\n").count == 4)
      try Files.write(before, to: folder.register)
      #expect(throws: LogError.registerBehind(path: folder.register, missing: 2)) {
        try log.destroyKeys(subject: 3, retentions: ["case"])
      }
    }
  }

  @Test func `a log without its register is not opened, nor with another's, a harmed or an older one`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      try await fill(writer, 60)
      try log.destroyKeys(subject: 1, retentions: ["case"])
      _ = try await writer.submit { try $0.deleteSealed(subject: 1, retention: "case") }
      try log.destroyKeys(subject: 2, retentions: ["case"])
      _ = try await writer.submit { try $0.deleteSealed(subject: 2, retention: "case") }
    }
    let path = folder.register
    let whole = try text(folder)
    let lines = whole.split(separator: "\n").map(String.init)
    func expect(_ error: LogError, _ text: String) throws {
      try Files.write(Array(text.utf8), to: path)
      #expect(throws: error) { try EventLog(opening: .test(folder), create: true) }
    }
    Files.removeFile(path)
    #expect(throws: LogError.registerMissing(path: path)) { try EventLog(opening: .test(folder), create: true) }
    try expect(
      .registerOfAnother(path: path, found: "test.example/other"),
      whole.replacing("test.example/log", with: "test.example/other"))
    try expect(.registerMalformed(path: path, line: 1), "")
    try expect(.registerMalformed(path: path, line: 1), "erased-keys/2 test.example/log\n")
    try expect(.registerMalformed(path: path, line: 2), lines[0] + "\nsomething else\n" + lines[2] + "\n")
    try expect(.registerMalformed(path: path, line: 3), lines[0] + "\n" + lines[1] + "\n\n" + lines[2] + "\n")
    try expect(.registerMalformed(path: path, line: 2), lines[0] + "\n-" + lines[1] + "\n")
    try expect(.registerBehind(path: path, missing: 1), lines[0] + "\n" + lines[1] + "\n")
    try expect(.registerBehind(path: path, missing: 2), lines[0] + "\n")
    // Cut short in the last line: what the log has recorded is no longer all there.
    try expect(.registerBehind(path: path, missing: 1), String(whole.dropLast(9)))
    try Files.write(Array(whole.utf8), to: path, mode: 0o644)
    #expect(throws: LogError.tooOpen(path: path, mode: 0o644, isFolder: false)) {
      try EventLog(opening: .test(folder), create: true)
    }
    try Files.write(Array(whole.utf8), to: path)
    _ = try EventLog(opening: .test(folder), create: false)
  }

  @Test func `a line that a crash cut short was never acted upon, and the next one takes its place`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { _, writer in try await fill(writer, 60) }
    try Files.write(try Files.read(folder.register) + Array("72057594037927936 2027-0".utf8), to: folder.register)
    try await withLog(.test(folder), create: false) { log, _ in
      #expect(try log.unrecordedErasures().isEmpty)
      let ids = try log.destroyKeys(subject: 1, retentions: ["case"])
      let lines = try text(folder).split(separator: "\n").dropFirst()
      #expect(lines.map { $0.split(separator: " ").first.map(String.init) } == ids.map { "\($0)" })
    }
  }

  @Test func `a log that is gone is not begun anew beside a register of its erased keys`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      try await fill(writer, 20)
      try log.destroyKeys(subject: 1, retentions: ["case"])
    }
    Files.remove(folder.path)
    mkdir(folder.path, 0o700)
    #expect(throws: LogError.registerWithoutLog(path: folder.register)) {
      try EventLog(opening: .test(folder), create: true)
    }
  }

  @Test func `a key in use that nobody erased is missed at the start`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { _, writer in try await fill(writer, 60) }
    let keys = try DatabaseQueue(path: folder.path + "/keys.sqlite3")
    try await keys.write { try $0.execute(sql: "DELETE FROM key WHERE id = (SELECT min(id) FROM key)") }
    try keys.close()
    #expect(throws: LogError.keysMissing(1)) { try EventLog(opening: .test(folder), create: false) }
  }

  /// A backup from before the erasure of subject 1 and after its neighbours were sealed for; which file is put back.
  @Test(arguments: [["log.sqlite3"], ["keys.sqlite3"], ["log.sqlite3", "keys.sqlite3"]])
  func `whichever file is put back, what was erased stays so, and the log learns of it`(_ files: [String]) async throws
  {
    let folder = try TemporaryFolder()
    let backup = try TemporaryFolder()
    try await withLog(.test(folder)) { _, writer in try await fill(writer, 60) }
    try await Files.untilClosed(folder.path)
    try Files.copy(folder.path, to: backup.path)
    let position = try await withLog(.test(folder), create: false) { log, writer in
      let position = try #require(try log.reader().sealedFields(subject: 1).first?.position)
      try log.destroyKeys(subject: 1, retentions: ["case"])
      _ = try await writer.submit { desk in
        _ = try desk.append(draft("record", 0))
        return try desk.deleteSealed(subject: 1, retention: "case")
      }
      try log.finishErasure()
      return position
    }
    try await Files.untilClosed(folder.path)
    for file in files { try Files.write(try Files.read("\(backup.path)/\(file)"), to: "\(folder.path)/\(file)") }

    try await withLog(.test(folder), create: false) { log, writer in
      #expect(try log.reader().opened(position: position).map(\.content) == [.withheld(.erased)])
      let owed = try log.unrecordedErasures()
      #expect(owed.map(\.subject) == (files.contains("log.sqlite3") ? [1] : []))
      for one in owed {
        _ = try await writer.submit { try $0.deleteSealed(subject: one.subject, retention: one.retention) }
      }
      try log.finishErasure()
      #expect(try log.unrecordedErasures().isEmpty)
    }
    let report = try LogVerifier.verify(folder: folder.path)
    #expect(report.isIntact, "\(report.findings)")
  }

  @Test func `after an older log is put back no number of a key is given twice, and nobody's key from then is left`()
    async throws
  {
    let folder = try TemporaryFolder()
    let backup = try TemporaryFolder()
    try await withLog(.test(folder)) { _, writer in try await fill(writer, 20) }
    try await Files.untilClosed(folder.path)
    try Files.copy(folder.path, to: backup.path)
    let lost = try await withLog(.test(folder), create: false) { log, writer in
      _ = try await writer.submit { desk in
        for subject in 500..<540 as Range<UInt64> { _ = try desk.append(draft(sealed: [field(subject, "lost")])) }
        return 0
      }
      try log.destroyKeys(subject: 539, retentions: ["case"])
      return try assigned(log)
    }
    try await Files.untilClosed(folder.path)
    try Files.write(try Files.read("\(backup.path)/log.sqlite3"), to: "\(folder.path)/log.sqlite3")
    try await withLog(.test(folder), create: false) { log, writer in
      let before = try assigned(log)
      for id in lost.subtracting(before) { #expect(try log.keys.key(id) == nil) }
      _ = try await writer.submit { desk in
        for subject in 900..<940 as Range<UInt64> { _ = try desk.append(draft(sealed: [field(subject, "new")])) }
        return 0
      }
      let new = try assigned(log).subtracting(before)
      #expect(new.count == 40 && new.isDisjoint(with: lost))
      #expect(try #require(new.min()) > #require(lost.max()))
      #expect(try log.unrecordedErasures().isEmpty)
    }
    #expect(try LogVerifier.verify(folder: folder.path).isIntact)
  }

  @Test func `a log that does not verify loses no key`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { _, writer in try await fill(writer, 60) }
    try await Files.untilClosed(folder.path)
    let before = try Files.read("\(folder.path)/keys.sqlite3")
    // Its last events are cut off, and with them what says whose the keys are.
    try Tamper.run(folder, "DELETE FROM leaf WHERE position > 20", "DELETE FROM sealing_key WHERE owner > 3")
    try await Files.untilClosed(folder.path)
    #expect(throws: LogError.corrupt(position: 21, .leafMissing)) {
      try EventLog(opening: .test(folder), create: false)
    }
    #expect(try Files.read("\(folder.path)/keys.sqlite3") == before)
  }

  private func assigned(_ log: EventLog) throws -> Set<Int64> {
    try log.database.read { Set(try Int64.fetchAll($0, sql: "SELECT key FROM sealing_key")) }
  }

  private func text(_ folder: TemporaryFolder) throws -> String {
    String(decoding: try Files.read(folder.register), as: UTF8.self)
  }
}
