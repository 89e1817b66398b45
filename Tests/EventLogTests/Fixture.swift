import EventLog
import Glibc
import StrictJSON
import Synchronization
import Testing
import Transparency

/// A folder that goes when the test does.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/event-log-XXXXXX".utf8CString)
    path = try template.withUnsafeMutableBufferPointer { buffer in
      let start = try #require(buffer.baseAddress)
      let made = try #require(mkdtemp(start))
      return String(cString: made)
    }
  }

  /// Where the register of erased keys is unless a setting says otherwise.
  var register: String { path + "-erased/register" }

  deinit {
    Files.remove(path)
    Files.remove(path + "-erased")
  }
}

/// What tests do to files behind the log's back.
enum Files {
  static func list(_ folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func remove(_ folder: String) {
    for name in list(folder) { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  /// The last connections go a moment after the log's object, and their write-ahead logs with them.
  static func untilClosed(_ folder: String) async throws {
    for _ in 0..<1000 where list(folder).contains(where: { $0.hasSuffix("-shm") }) {
      try await Task.sleep(for: .milliseconds(10))
    }
    try #require(!list(folder).contains { $0.hasSuffix("-shm") }, "a connection to the log stays open")
  }

  static func removeFile(_ path: String) { unlink(path) }

  static func read(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "rb"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) throws {
    let file = try #require(fopen(path, "wb"))
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    fclose(file)
    chmod(path, mode)
  }

  /// As a crash would leave the folder: every file as it is now, but for the lock, which the kernel lets go of; and the
  /// register of erased keys.
  static func copy(_ folder: String, to copy: String) throws {
    for name in list(folder) where name != "lock" && !name.hasSuffix("-shm") {
      try write(try read("\(folder)/\(name)"), to: "\(copy)/\(name)")
    }
    guard list(folder + "-erased").contains("register") else { return }
    mkdir(copy + "-erased", 0o700)
    try write(try read(folder + "-erased/register"), to: copy + "-erased/register")
  }
}

/// A clock that goes where the test sets it, one millisecond a look.
final class TestClock: LogClock {
  let time: Mutex<Int64>
  init(_ start: Int64 = 1_803_000_000_000) { time = Mutex(start) }
  func now() -> Int64 {
    time.withLock { time in
      time += 1
      return time
    }
  }
}

/// Does what each request says, and remembers what the writer told it.
final class Script: Decider {
  typealias Request = @Sendable (Desk) throws -> Int
  typealias Reply = Int

  enum Told: Hashable { case committed(Int), rolledBack }
  final class Diary: Sendable { let entries = Mutex<[Told]>([]) }

  private let diary: Diary
  init(_ diary: Diary = Diary()) { self.diary = diary }

  func decide(_ request: Request, at desk: Desk) throws(LogError) -> Int {
    do { return try request(desk) } catch let error as LogError { throw error } catch {
      Issue.record(error)
      throw .outOfRange
    }
  }
  func committed(upTo size: Int) { diary.entries.withLock { $0.append(.committed(size)) } }
  func rolledBack() { diary.entries.withLock { $0.append(.rolledBack) } }
}

extension LogSettings {
  static func test(_ folder: TemporaryFolder, _ change: (inout LogSettings) -> Void = { _ in }) -> LogSettings {
    var settings = LogSettings(folder: folder.path, origin: "test.example/log", simulated: false, clock: TestClock())
    settings.keyPoolSize = 16
    change(&settings)
    return settings
  }
}

func draft(
  _ stream: String = "one", _ number: Int = 0, sealed: [SealedField] = [], actor: String = "a1"
) -> Draft {
  Draft(
    stream: stream, type: "thing.happened.v1", subject: "s\(number % 7)", effective: 1_800_000_000_000 + Int64(number),
    facts: Array("{\"number\":\(number)}".utf8), sealed: sealed, actor: actor, command: "c\(number)",
    received: 1_800_000_000_000, localDate: "2027-03-01", ruleSet: "2027.1")
}

func field(_ subject: UInt64, _ value: String, retention: String = "case", audience: String = "hr") -> SealedField {
  SealedField(
    subject: subject, retention: retention, audience: audience, name: "remark", value: JSON.string(value).canonical())
}

/// Opens, runs, and closes again, so that the folder is free afterwards.
func withLog<Value>(
  _ settings: LogSettings, create: Bool = true, diary: Script.Diary = Script.Diary(),
  _ body: (EventLog, LogWriter<Script>) async throws -> Value
) async throws -> Value {
  let log = try EventLog(opening: settings, create: create)
  let writer = try LogWriter(log: log) { Script(diary) }
  do {
    let value = try await body(log, writer)
    await writer.stop()
    return value
  } catch {
    await writer.stop()
    throw error
  }
}

/// Appends so many events over three streams, a sealed field with every fifth, in batches.
func fill(_ writer: LogWriter<Script>, _ count: Int, from first: Int = 0) async throws {
  for start in stride(from: first, to: first + count, by: 100) {
    _ = try await writer.submit { desk in
      for number in start..<min(start + 100, first + count) {
        let sealed = number % 5 == 0 ? [field(UInt64(number % 11 + 1), "note \(number)")] : []
        _ = try desk.append(draft(["one", "two", "three"][number % 3], number, sealed: sealed))
      }
      return desk.nextPosition
    }
  }
}
