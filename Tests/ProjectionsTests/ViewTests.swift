import EventLog
import GRDB
import Glibc
import TalentDomain
import Testing

@testable import Projections

@Suite("Views of the log in SQLite")
struct ViewTests {
  @Test func `views built live and views rebuilt have the same digests`() async throws {
    let it = try TestLog()
    let views = try it.openViews()
    #expect(views.opening == .rebuilt(.missing))
    for batch in 0..<20 { try await it.append(Draft.assorted(50, from: batch * 50)) }
    #expect(views.position == 1000)
    let live = try views.reader().digests()
    #expect(live.views.map(\.rows) == [1000, 5, 4])
    let rebuild = try await views.rebuild()
    #expect(rebuild.before == live)
    #expect(rebuild.after == live)
    #expect(try views.reader().digests() == live)
    #expect(views.position == 1000)
    // They go on from there.
    try await it.append(Draft.assorted(10, from: 1000))
    #expect(views.position == 1010)
    #expect(try views.reader().digests(upTo: 1000) == live)
    #expect(try views.reader().digests() != live)
    await it.stop()
  }

  @Test func `digests up to a position are those of then`() async throws {
    let it = try TestLog()
    let views = try it.openViews()
    var then: [ViewDigests] = []
    for batch in 0..<5 {
      try await it.append(Draft.assorted(7, from: batch * 7))
      then.append(try views.reader().digests())
    }
    for digests in then { #expect(try views.reader().digests(upTo: digests.position) == digests) }
    #expect(Set(then.map(\.all)).count == 5)
    #expect(throws: ViewError.outOfRange) { try views.reader().digests(upTo: 36) }
    await it.stop()
  }

  @Test(arguments: [
    "UPDATE audit SET recorded = recorded + 1 WHERE position = 17",
    "UPDATE audit SET behalf = NULL WHERE position = 17",
    "UPDATE audit SET rules = 'R2 R7' WHERE position = 17",
    "UPDATE audit SET command = 'command-9' WHERE position = 17",
    "UPDATE stream SET name = 'cohort/2042' WHERE id = 2",
    "UPDATE stream SET first = first - 1 WHERE id = 2",
    "UPDATE type SET name = 'nomination.refused.v2' WHERE id = 2",
  ])
  func `a single changed value changes the digest`(_ change: String) async throws {
    let it = try TestLog()
    let views = try it.openViews()
    try await it.append(Draft.assorted(100))
    let before = try views.reader().digests()
    try await views.serving.pool.write { try $0.execute(sql: change) }
    let after = try views.reader().digests()
    #expect(after.all != before.all)
    #expect(zip(before.views, after.views).filter { $0.digest != $1.digest }.count == 1)
    await it.stop()
  }

  @Test func `views that are current open as they are, and views that are behind are caught up`() async throws {
    let it = try TestLog()
    try it.openViews()
    try await it.append(Draft.assorted(100))
    let digests = try it.openViews().reader().digests()
    it.closeViews()
    #expect(try it.openViews().opening == .current)
    it.closeViews()
    try await it.append(Draft.assorted(30, from: 100))
    let views = try it.openViews()
    #expect(views.opening == .caughtUp(from: 100))
    #expect(views.position == 130)
    #expect(try views.reader().digests(upTo: 100) == digests)
    await it.stop()
  }

  enum Damage: String, CaseIterable, CustomTestStringConvertible {
    case allGone, pointerGone, pointerSenseless, fileGone, truncated, overwritten, emptied, otherVersion, rowGone
    case indexGone
    var testDescription: String { rawValue }
  }

  @Test(arguments: Damage.allCases)
  func `whatever is missing or broken is rebuilt with the same digest`(_ damage: Damage) async throws {
    let it = try TestLog()
    try it.openViews()
    try await it.append(Draft.assorted(2000))
    let before = try it.openViews().reader().digests()
    try await inflict(damage, on: it)
    let views = try it.openViews()
    #expect(
      views.opening
        == .rebuilt([.allGone, .pointerGone, .pointerSenseless, .fileGone].contains(damage) ? .missing : .damaged))
    #expect(try views.reader().digests() == before)
    // Nothing of the old file is left behind.
    #expect(it.files("views-").filter { $0.hasSuffix(".sqlite3") }.count == 1)
    await it.stop()
  }

  private func inflict(_ damage: Damage, on it: TestLog) async throws {
    let name = try #require(it.files("views-").first { $0.hasSuffix(".sqlite3") })
    let path = "\(it.folder)/\(name)"
    let sql: String? =
      switch damage {
      case .otherVersion: "PRAGMA user_version = 99"
      case .rowGone: "DELETE FROM audit WHERE position = 1234"
      case .indexGone: "DROP INDEX audit_actor"
      default: nil
      }
    if let sql { try await it.openViews().serving.pool.write { try $0.execute(sql: sql) } }
    it.closeViews()
    switch damage {
    case .allGone:
      for name in it.files("views") { unlink("\(it.folder)/\(name)") }
    case .pointerGone: unlink("\(it.folder)/views.current")
    case .pointerSenseless: try put("views-7.sqlite3\n", at: 0, of: "\(it.folder)/views.current")
    case .fileGone: unlink(path)
    case .truncated: #expect(truncate(path, 40_000) == 0)
    case .emptied: #expect(truncate(path, 0) == 0)
    case .overwritten: try put(String(repeating: "x", count: 9000), at: 60_000, of: path)
    case .otherVersion, .rowGone, .indexGone: break
    }
  }

  private func put(_ text: String, at offset: Int, of path: String) throws {
    let file = try #require(fopen(path, "r+"))
    defer { fclose(file) }
    fseek(file, offset, SEEK_SET)
    #expect(fwrite(Array(text.utf8), 1, text.utf8.count, file) == text.utf8.count)
  }

  @Test func `views ahead of the log are rebuilt`() async throws {
    let it = try TestLog()
    try it.openViews()
    try await it.append(Draft.assorted(50))
    it.closeViews()
    // The log as a backup of earlier would have it: ten events fewer.
    let views = try Views(folder: it.folder, reader: it.log.reader(), size: 40)
    #expect(views.opening == .rebuilt(.aheadOfLog))
    #expect(views.position == 40)
    await it.stop()
  }

  @Test func `the views of another log are rebuilt`() async throws {
    let (one, other) = (try TestLog(), try TestLog())
    try one.openViews()
    try await one.append(Draft.assorted(50))
    one.closeViews()
    try await other.append(Draft.assorted(60, from: 3))
    let views = try Views(folder: one.folder, reader: other.log.reader(), size: 60)
    #expect(views.opening == .rebuilt(.differsFromLog))
    #expect(views.position == 60)
    await one.stop()
    await other.stop()
  }

  @Test func `a commit that was missed is made up for by the next`() async throws {
    let it = try TestLog()
    let views = try it.openViews()
    try await it.append(Draft.assorted(10))
    it.closeViews()
    try await it.append(Draft.assorted(10, from: 10))
    #expect(views.position == 10)
    let position = 19
    try views.makeWriter().apply([(position, it.log.reader().leaf(at: position))])
    #expect(views.position == 20)
    // What was applied before is passed over.
    try views.makeWriter().apply([(position, it.log.reader().leaf(at: position))])
    #expect(views.position == 20)
    await it.stop()
  }

  @Test func `a rebuild replaces the file while events come in`() async throws {
    let it = try TestLog()
    let views = try it.openViews()
    try await it.append(Draft.assorted(500))
    let old = views.serving.number
    let rebuild = try await views.rebuild { _, _ in
      try await it.append(Draft.assorted(20, from: 500))
      await #expect(throws: ViewError.rebuilding) { try await views.rebuild() }
    }
    #expect(rebuild.after.position == 500)
    #expect(rebuild.before == rebuild.after)
    #expect(views.serving.number == old + 1)
    #expect(views.position == 520)
    #expect(it.files("views-").filter { $0.hasSuffix(".sqlite3") }.count == 1)
    let digests = try views.reader().digests()
    it.closeViews()
    let again = try Views(folder: it.folder, reader: it.log.reader(), size: it.log.size)
    #expect(again.opening == .current)
    #expect(try again.reader().digests() == digests)
    await it.stop()
  }

  @Test func `views whose rows another version made serve, and take what comes, until others are built beside them`()
    async throws
  {
    let it = try TestLog()
    try it.openViews()
    try await it.append(Draft.assorted(100))
    let right = try it.openViews().reader().digests()
    try await it.openViews().serving.pool.write {
      try $0.execute(
        sql: """
          UPDATE audit SET effective = effective + 1 WHERE position >= 90;
          PRAGMA user_version = \((ViewSchema.making + 1) << 16 | ViewSchema.shape)
          """)
    }
    it.closeViews()
    let views = try it.openViews()
    #expect(views.opening == .current && views.areOutdated)
    try await it.append(Draft.assorted(10, from: 100))
    let row = try #require(try views.reader().row(at: 105))
    #expect(row.position == 105 && views.position == 110)
    let rebuild = try await views.rebuild()
    #expect(rebuild.before != rebuild.after && !views.areOutdated)
    #expect(try views.reader().digests(upTo: 100) == right)
    it.closeViews()
    let again = try it.openViews()
    #expect(again.opening == .current && !again.areOutdated)
    await it.stop()
  }

  @Test func `of another version's rows, too, those of another log are not served`() async throws {
    let (one, other) = (try TestLog(), try TestLog())
    try one.openViews()
    try await one.append(Draft.assorted(50))
    let version = (ViewSchema.making + 1) << 16 | ViewSchema.shape
    try await one.openViews().serving.pool.write { try $0.execute(sql: "PRAGMA user_version = \(version)") }
    one.closeViews()
    try await other.append(Draft.assorted(60, from: 3))
    let views = try Views(folder: one.folder, reader: other.log.reader(), size: 60)
    #expect(views.opening == .rebuilt(.differsFromLog) && !views.areOutdated)
    await one.stop()
    await other.stop()
  }

  @Test func `a rebuild that fails leaves the old views serving`() async throws {
    struct Stopped: Error {}
    let it = try TestLog()
    let views = try it.openViews()
    try await it.append(Draft.assorted(100))
    let digests = try views.reader().digests()
    await #expect(throws: Stopped.self) { try await views.rebuild { _, _ in throw Stopped() } }
    #expect(try views.reader().digests() == digests)
    #expect(it.files("views-").filter { $0.hasSuffix(".sqlite3") }.count == 1)
    #expect(try await views.rebuild().after == digests)
    await it.stop()
  }
}
