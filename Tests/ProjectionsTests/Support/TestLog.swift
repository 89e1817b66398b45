import EventLog
import Glibc
import Synchronization
import TalentDomain
import Testing

@testable import Projections

/// A real log in a folder that goes with it. Its views are moved on by the writer's thread after each commit, as in the
/// service, once `views` have been opened.
final class TestLog: Sendable {
  let folder: String
  let log: EventLog
  private let writer: LogWriter<AppendingDecider>
  private let bound: BoundViews

  init() throws {
    folder = try TestLog.temporaryFolder()
    log = try EventLog(
      opening: LogSettings(folder: folder, origin: "example.org/views", simulated: false, clock: TickingClock()),
      create: true)
    let bound = BoundViews()
    self.bound = bound
    writer = try LogWriter(log: log) { AppendingDecider(bound) }
  }

  deinit {
    for name in files("") where name != "." && name != ".." { unlink("\(folder)/\(name)") }
    rmdir(folder)
    unlink("\(folder)-erased/register")
    rmdir("\(folder)-erased")
  }

  func append(_ drafts: [Draft]) async throws { _ = try await writer.submit(drafts) }

  /// Opens the views, to be moved on by the writer from now on.
  @discardableResult
  func openViews() throws -> Views {
    let views = try Views(folder: folder, reader: log.reader(), size: log.size)
    bound.views.withLock { $0 = views }
    return views
  }

  /// Nobody moves them on any more, and once nobody holds them, their files are closed.
  func closeViews() { bound.views.withLock { $0 = nil } }

  func stop() async { await writer.stop() }

  /// Files in the folder whose names begin so.
  func files(_ prefix: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasPrefix(prefix) { names.append(name) }
    }
    return names.sorted()
  }

  static func temporaryFolder() throws -> String {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    var template = Array("\(base)/projections-XXXXXX".utf8CString)
    return try template.withUnsafeMutableBufferPointer { buffer in
      let start = try #require(buffer.baseAddress)
      let made = try #require(mkdtemp(start))
      return String(cString: made)
    }
  }
}

final class BoundViews: Sendable {
  let views = Mutex<Views?>(nil)
}

/// Appends what it is given, and moves the views on after the commit.
final class AppendingDecider: Decider {
  private let bound: BoundViews
  private var appended: [(position: Int, bytes: [UInt8])] = []

  init(_ bound: BoundViews) { self.bound = bound }

  func decide(_ request: [Draft], at desk: Desk) throws(LogError) -> Int {
    for draft in request {
      let event = try desk.append(draft)
      appended.append((event.position, event.bytes))
    }
    return desk.nextPosition
  }

  func committed(upTo size: Int) {
    if let views = bound.views.withLock({ $0 }) {
      do { try views.makeWriter().apply(appended) } catch { Issue.record(error) }
    }
    appended.removeAll()
  }

  func rolledBack() { appended.removeAll() }
}

/// One millisecond a look.
final class TickingClock: LogClock {
  private let time = Mutex<Int64>(1_803_000_000_000)
  func now() -> Int64 {
    time.withLock { time in
      time += 1
      return time
    }
  }
}

extension Draft {
  /// An event of a fact; the times are what the test does not care about.
  init(
    _ fact: some Fact, in stream: String, by actor: Int = 1, behalf: Int? = nil, about subject: Int? = nil,
    command: String? = nil, effective: Int64 = 1_803_000_000_000, localDate: String = "2027-02-18"
  ) {
    let alias = { (number: Int) in Alias(bits: UInt64(number)).text }
    self.init(
      stream: stream, type: "\(Swift.type(of: fact).type)", subject: subject.map(alias), effective: effective,
      facts: fact.canonical, actor: alias(actor), behalf: behalf.map(alias), command: command,
      received: 1_803_000_000_000, localDate: localDate)
  }

  /// So many events of a cohort and of the organisation, the same each time.
  static func assorted(_ count: Int, from first: Int = 0) -> [Draft] {
    (first..<first + count).map { number in
      let command = "command-\(number / 2)"
      switch number % 4 {
      case 0:
        return Draft(PersonRegistered(person: Alias(bits: UInt64(number))), in: "organisation", about: number % 7)
      case 1:
        var refused = NominationRefused()
        refused.id = Alias(bits: UInt64(number))
        refused.rules = ["R2", "R6"]
        return Draft(refused, in: "cohort/2027", by: 2, behalf: 3, about: number % 7, command: command)
      case 2:
        var received = NominationReceived()
        received.id = Alias(bits: UInt64(number))
        return Draft(
          received, in: "cohort/\(2027 + number % 3)", by: 4, about: number % 7, command: command,
          effective: 1_803_000_000_000 + Int64(number) * 1000)
      default: return Draft(ServiceStopped(), in: "record", by: 5)
      }
    }
  }
}
