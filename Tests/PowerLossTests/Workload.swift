import GRDB
import Glibc
import Seeded
import StrictJSON
import Synchronization

@testable import EventLog

/// Does what each request says.
final class Script: Decider {
  typealias Request = @Sendable (Desk) throws(LogError) -> [Promises.Event]
  typealias Reply = Int

  private let promises: Promises
  init(_ promises: Promises) { self.promises = promises }

  func decide(_ request: Request, at desk: Desk) throws(LogError) -> Int {
    let events = try request(desk)
    promises.with { $0.underWay.append(events) }
    return desk.nextPosition
  }

  func committed(upTo size: Int) {}

  func rolledBack() { promises.rollBack() }
}

/// A clock that every look moves on.
final class StepClock: LogClock {
  private let time: Mutex<Int64>
  init(_ start: Int64) { time = Mutex(start) }

  func now() -> Int64 {
    time.withLock { time in
      time += 1000
      return time
    }
  }
}

/// Everything that a log is asked for in its life, in an order that a seed decides, on a disk that may go at any call.
final class Workload {
  enum Step: CaseIterable {
    case append, appendMany, newSubjects, batch, checkpoint, moveJournal, erase, rotateMasterKey, rotateLogKey, scrub,
      backUp, restore, reopen
  }

  static let origin = "test.example/log"

  let disk: FaultyDisk
  let promises: Promises
  let seed: UInt64
  var random: SeededGenerator
  let clock: StepClock
  /// What ended the process, had it been one.
  let fatal = Fatal()
  /// In the place of the calls, which a run with errors cannot count on.
  var change: @Sendable (inout LogSettings) -> Void = { _ in }
  var done: [Step] = []
  var log: EventLog?
  var writer: LogWriter<Script>?
  var number = 0

  final class Fatal: Sendable {
    private let error = Mutex<LogError?>(nil)
    var met: LogError? { error.withLock { $0 } }
    func meet(_ error: LogError) { self.error.withLock { $0 = $0 ?? error } }
    func forget() { error.withLock { $0 = nil } }
  }

  init(seed: UInt64, disk: FaultyDisk, promises: Promises = Promises()) {
    self.seed = seed
    self.disk = disk
    self.promises = promises
    random = SeededGenerator(seed: seed)
    clock = StepClock(1_803_000_000_000)
  }

  var settings: LogSettings { settings(at: disk.path + "/state") }

  func settings(at folder: String) -> LogSettings {
    var settings = LogSettings(
      folder: folder, origin: Self.origin, simulated: false, clock: clock)
    settings.keyPoolSize = 8
    // Nothing happens by the clock: a run of a seed is the same each time.
    settings.checkpointInterval = .seconds(86_400)
    settings.retryInterval = .seconds(86_400)
    settings.fatal = { [fatal] in fatal.meet($0) }
    settings.backups = Backup.places(disk)
    change(&settings)
    return settings
  }

  // MARK: Open and closed

  /// - Parameter check: called before anything is asked of the log.
  /// - Throws: what the disk does to it.
  func open(_ check: (EventLog) throws -> Void = { _ in }) async throws {
    let log = try EventLog(opening: settings, create: !promises.now.isMade)
    self.log = log
    promises.with { $0.isMade = true }
    try check(log)
    let writer = try LogWriter(log: log) { [promises] in Script(promises) }
    self.writer = writer
    if promises.now.masterKey == nil { try noteMasterKey() }
    // A checkpoint is signed at once, in front of an answer: later ones too come where they are asked for.
    try await submit { desk throws(LogError) in
      desk.checkpointNow()
      return [try Self.append("life", 0, [], desk)]
    }
  }

  func close() async throws {
    await stop()
    log = nil
    try await disk.untilClosed()
  }

  func stop() async {
    let writer = self.writer
    self.writer = nil
    await writer?.stop()
  }

  // MARK: Steps

  /// So many, each as the seed has it.
  func run(_ count: Int, of steps: [Step] = Step.allCases) async throws {
    for _ in 0..<count { try await run(steps[random.below(steps.count)]) }
  }

  func run(_ step: Step) async throws {
    done.append(step)
    switch step {
    case .append: try await append(1 + random.below(3))
    case .appendMany: try await append(20 + random.below(40))
    case .newSubjects: try await addSubjects()
    case .batch: try await batch()
    case .checkpoint: try await signCheckpoint()
    case .moveJournal: try moveJournal()
    case .erase: try await erase()
    case .rotateMasterKey: try rotateMasterKey()
    case .rotateLogKey: try await rotateLogKey()
    case .scrub: try await theLog().scrub()
    case .backUp: try backUp()
    case .restore: try restore()
    case .reopen:
      try await close()
      try await open()
    }
  }

  func theLog() throws(LogError) -> EventLog {
    guard let log else { throw .noLog }
    return log
  }

  func submit(_ request: @escaping Script.Request) async throws {
    guard let writer else { throw LogError.noLog }
    _ = try await writer.submit(request)
    promises.acknowledge()
  }

  static func append(
    _ stream: String, _ number: Int, _ fields: [Promises.Field], _ desk: Desk
  ) throws(LogError) -> Promises.Event {
    let sealed = fields.map {
      SealedField(subject: $0.subject, retention: "case", audience: "hr", name: "remark", value: $0.value)
    }
    let appended = try desk.append(
      Draft(
        stream: stream, type: "thing.happened.v1", effective: 1_800_000_000_000 + Int64(number),
        facts: Array("{\"number\":\(number)}".utf8), sealed: sealed, actor: "0000000000001", command: "c\(number)",
        received: 1_800_000_000_000, localDate: "2027-03-01"))
    return Promises.Event(bytes: appended.bytes, sealed: fields)
  }

  func field(subject: UInt64) -> Promises.Field {
    let length = [1, 10, 100, 1000, 4000][random.below(5)]
    return Promises.Field(
      subject: subject, value: JSON.string("\(subject)." + String(repeating: "x", count: length)).canonical())
  }

  private func append(_ count: Int) async throws {
    let drafts = (0..<count).map { _ in
      number += 1
      let fields = random.below(2) == 0 ? [field(subject: UInt64(1 + random.below(12)))] : []
      return (["one", "two", "three"][random.below(3)], number, fields)
    }
    let log = try theLog()
    try await submit { desk throws(LogError) in
      var events: [Promises.Event] = []
      for (stream, number, fields) in drafts {
        events.append(try Self.append(stream, number, fields, desk))
        log.keys.finish()
      }
      if let first = drafts.first {
        try desk.storeAnswer(actor: 1, command: "c\(first.1)", content: [1, 2, 3], outcome: [4])
      }
      return events
    }
  }

  /// More than the pool of keys has left, so that it is filled again. Here as wherever keys are drawn, that is waited for after
  /// each: how many the pool then lacks, and when they are written, must follow from the seed alone.
  private func addSubjects() async throws {
    let fields = (0..<6).map { _ in
      number += 1
      return field(subject: UInt64(1000 + number))
    }
    let (first, log) = (number, try theLog())
    try await submit { desk throws(LogError) in
      var events: [Promises.Event] = []
      for field in fields {
        events.append(try Self.append("one", first, [field], desk))
        log.keys.finish()
      }
      return events
    }
  }

  /// Several requests in one commit: one before them holds the writer until they have come.
  private func batch() async throws {
    guard let writer else { throw LogError.noLog }
    number += 3
    let number = number
    let fields = [field(subject: 3), field(subject: UInt64(1000 + number))]
    let (gate, replies, log) = (Gate(), Replies(), try theLog())
    let first: Script.Request = { _ throws(LogError) in
      gate.wait()
      return []
    }
    try writer.submit(first, completion: { replies.add($0) })
    while !gate.isReached, replies.count == 0 { sched_yield() }
    defer { gate.open() }
    for (index, field) in fields.enumerated() {
      let request: Script.Request = { desk throws(LogError) in
        let event = try Self.append("two", number + index, [field], desk)
        log.keys.finish()
        return [event]
      }
      try writer.submit(request, completion: { replies.add($0) })
    }
    gate.open()
    try replies.wait(for: 3)
    promises.acknowledge()
  }

  private func signCheckpoint() async throws {
    number += 1
    let number = number
    try await submit { desk throws(LogError) in
      desk.checkpointNow()
      return [try Self.append("one", number, [], desk)]
    }
  }

  private func moveJournal() throws {
    let truncates = random.below(2) == 0
    try LogError.mapping {
      try theLog().database.writeWithoutTransaction { _ = try $0.checkpoint(truncates ? .truncate : .passive) }
    }
  }
}
