import Glibc
import StrictJSON
import TalentDomain
import Testing

/// The views are made from the log alone: whatever becomes of them, they come back the same to the last bit.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ViewTests {
  @Test func `the digest is that of another implementation, and each row of each view changes it`() throws {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .prepared)
      let connection = try daemon.connection()
      let files = ViewFiles(state: daemon.state)
      let whole = try connection.projections()
      #expect(try files.digest(below: whole.position) == whole.digest)

      let other = try ChildProcess(
        PlainPython.command("views.py", ["change", try files.current()]), input: .pipe)
      var told = 0
      func next() throws -> String {
        try other.write([0x0A])
        return try until("the other SQLite changes a row", seconds: 40) {
          let lines = other.output.split(separator: "\n")
          guard other.ended() == nil || lines.count > told else { throw Trouble("it ended: \(other.error)") }
          guard lines.count > told else { return nil }
          told += 1
          return String(lines[told - 1])
        }
      }
      var rows = 0
      while case let change = try next(), change != "end" {
        rows += 1
        #expect(try connection.projections().digest != whole.digest, "\(change) makes no difference")
        #expect(try next() == "back")
        #expect(try connection.projections().digest == whole.digest, "\(change) was put back")
      }
      print("rows of views changed one by one: \(rows)")
      #expect(rows == whole.projections.map(\.rows).reduce(0, +) && rows > 100)
    }
  }

  /// What may happen to the files while nobody serves.
  enum Damage: CaseIterable {
    case allGone, fileGone, pointerGone, pointerSaysNothing, pointerSaysAnother, journalGone
    case emptied, oneByte, headerOnly, cutInTheMiddle, cutAtAPage, lastByteGone, otherFile
  }

  @Test(arguments: Damage.allCases)
  func `views that were deleted or cut off come back with the same digest`(_ damage: Damage) throws {
    try withFolder { folder in
      try Files.copyState(try ViewLog.shared.state(), to: "\(folder)/state")
      let files = ViewFiles(state: "\(folder)/state")
      let position = try ViewLog.shared.position
      let before = try files.digest(below: position)
      try damage.inflict(on: files)

      let daemon = Talentd(in: folder)
      defer { daemon.kill() }
      try daemon.start()
      let list = try daemon.connection().projections()
      // The service's start is on record, too.
      #expect(list.position > position)
      let rebuilt = try daemon.connection().rebuild()
      #expect(rebuilt.before == list.digest && rebuilt.digest == list.digest)
      daemon.kill()
      #expect(try files.digest(below: position) == before)
      #expect(try files.digest(below: list.position) == list.digest)
      // No rebuild leaves anything behind.
      let left = try files.all()
      #expect(left.count <= 4, "\(left)")
    }
  }

  @Test func `a row that was changed while nobody served is told by a rebuild, and mended by it`() throws {
    try withFolder { folder in
      try Files.copyState(try ViewLog.shared.state(), to: "\(folder)/state")
      let files = ViewFiles(state: "\(folder)/state")
      let position = try ViewLog.shared.position
      let right = try files.digest(below: position)
      let alteration = try PlainPython.run("views.py", ["alter", try files.current(), "20"])
      try #require(alteration.status == 0, "\(alteration.error)")
      #expect(try files.digest(below: position) != right)

      let daemon = Talentd(in: folder)
      defer { daemon.kill() }
      try daemon.start()
      let rebuilt = try daemon.connection().rebuild()
      #expect(rebuilt.before != rebuilt.digest)
      daemon.kill()
      #expect(try files.digest(below: position) == right)
    }
  }

  @Test func `after an upgrade that makes their rows otherwise the old views serve, and others are built beside them`()
    throws
  {
    try withFolder { folder in
      try Files.copyState(try ViewLog.shared.state(), to: "\(folder)/state")
      let files = ViewFiles(state: "\(folder)/state")
      let position = try ViewLog.shared.position
      let right = try files.digest(below: position)
      let old = try files.current()
      for action in [["alter", old, "20"], ["age", old]] {
        let run = try PlainPython.run("views.py", action)
        try #require(run.status == 0, "\(run.error)")
      }

      let daemon = Talentd(in: folder)
      defer { daemon.kill() }
      try daemon.start()
      try until("other views serve", seconds: 20) { try files.current() == old ? nil : () }
      #expect(try daemon.connection().projections().position > position)
      daemon.kill()
      #expect(try files.digest(below: position) == right)
      let left = try files.all()
      #expect(left.count <= 4 && !left.contains(old), "\(left)")
    }
  }
}

extension ViewTests.Damage {
  func inflict(on files: ViewFiles) throws {
    let file = try files.current()
    switch self {
    case .allGone: for path in try files.all() { unlink(path) }
    case .fileGone: unlink(file)
    case .pointerGone: unlink(files.pointer)
    case .pointerSaysNothing: try Files.write([], to: files.pointer, mode: 0o600)
    case .pointerSaysAnother: try Files.write(Array("views-000042.sqlite3\n".utf8), to: files.pointer, mode: 0o600)
    case .journalGone: for path in try files.parts() where path != file { unlink(path) }
    case .emptied: try cut(files) { _ in 0 }
    case .oneByte: try cut(files) { _ in 1 }
    case .headerOnly: try cut(files) { _ in 100 }
    case .cutInTheMiddle: try cut(files) { $0 / 2 }
    case .cutAtAPage: try cut(files) { $0 / 2 / 8192 * 8192 }
    case .lastByteGone: try cut(files) { max(0, $0 - 1) }
    case .otherFile:
      try Files.write(Array("not a database, but long enough to look like one".utf8), to: file, mode: 0o600)
    }
  }

  private func cut(_ files: ViewFiles, _ length: (Int) -> Int) throws {
    for path in try files.parts() {
      guard truncate(path, off_t(length(try Files.read(path).count))) == 0 else { throw Trouble("cannot cut \(path)") }
    }
  }
}

/// A state folder that is made once: a small municipality, stopped in good order.
final class ViewLog: Sendable {
  static let shared = ViewLog()

  private let made = Once<(state: String, position: Int)> {
    let folder = try LastingFolder.make()
    let daemon = Talentd(in: folder)
    defer { daemon.kill() }
    try daemon.start()
    _ = try World.built(on: daemon, to: .prepared)
    try daemon.stop()
    let run = try ChildProcess.run([try Programs.talentd(), "verify", daemon.state])
    let events = run.output.split(separator: "\n").first { $0.hasPrefix("events") }?.split(separator: " ").last
    guard let events, let position = Int(events) else { throw Trouble("no log was made: \(run.error)") }
    return (daemon.state, position)
  }

  func state() throws -> String { try made.value.state }
  var position: Int { get throws { try made.value.position } }
}
