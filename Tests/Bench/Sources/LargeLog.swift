import EventLog
import Glibc
import Leaves
import Seeded
import Synchronization
import TalentDomain

/// Fills the log with cohorts up to the number of events asked for: through the log's own writer, sealed like any other, but
/// without asking the rules.
struct LargeLog {
  let bench: Bench

  /// The one that queries ask about.
  static let lastCohort: Code = "last"

  static func settings(_ bench: Bench) -> LogSettings {
    LogSettings(folder: bench.state, origin: "bench.talentd.example/log", simulated: true)
  }

  func measured() async throws -> [Measurement] {
    let log = try EventLog(opening: LargeLog.settings(bench), create: false)
    let before = log.size
    let start = ContinuousClock.now
    let writer = try LogWriter(log: log) { Appender() }
    try fill(writer, from: before, staff: try staff(log))
    // Answers what it has taken before it ends.
    await writer.stop()
    let seconds = Double(nanoseconds: ContinuousClock.now - start) / 1e9
    guard log.size >= bench.events else { throw Trouble("not every event was appended") }
    return [
      Measurement(
        "appending, sealed, without rules and socket", Double(log.size - before) / seconds, "events/s",
        target: .atLeast(25_000))
    ]
  }

  private func fill(_ writer: LogWriter<Appender>, from size: Int, staff: [Alias]) throws {
    var chance = SeededGenerator(seed: Bench.seed)
    var size = size
    var number = 0
    // The commands before may have made as many already: the last cohort is there all the same.
    repeat {
      number += 1
      let isLast = size + CohortDrafts.count >= bench.events
      let code = isLast ? LargeLog.lastCohort : Code("b\(number)") ?? .blank
      let cohort = CohortDrafts(code, staff: staff, chance: &chance)
      for command in cohort.commands { try submit(command, to: writer) }
      size += CohortDrafts.count
    } while size < bench.events
  }

  private func submit(_ command: CommandDrafts, to writer: LogWriter<Appender>) throws {
    while true {
      do throws(WriterError) {
        return try writer.submit(command) { _ in }
      } catch {
        guard error == .busy else { throw error }
        usleep(200)
      }
    }
  }

  /// The ids of the people whom the service has registered.
  private func staff(_ log: EventLog) throws -> [Alias] {
    var people: [Alias] = []
    try log.reader().scan(stream: "organisation") { bytes, position in
      let leaf = try Leaf(bytes, position: position)
      if leaf.type == "\(PersonRegistered.type)", let person = leaf.subject.flatMap({ Alias($0) }) {
        people.append(person)
      }
    }
    guard people.count > CohortDrafts.nominees else { throw Trouble("there are too few people") }
    return people
  }
}

/// What one command would have recorded, and the id under which its answer is kept.
struct CommandDrafts: Sendable {
  let id: String
  let actor: UInt64
  let drafts: [Draft]
}

/// Appends what it is given and keeps an answer, as the service does.
final class Appender: Decider {
  func decide(_ command: CommandDrafts, at desk: Desk) throws(LogError) -> Int {
    let digest = try desk.hmac(command.drafts.first?.facts ?? [], subject: command.actor, retention: "record")
    let first = desk.nextPosition
    var types: [String] = []
    var revision = 0
    for draft in command.drafts {
      revision = try desk.append(draft).revision + 1
      types.append("\"\(draft.type)\"")
    }
    let outcome =
      "{\"findings\":[],\"first\":\(first),\"revision\":\(revision),\"types\":[\(types.joined(separator: ","))]}"
    try desk.storeAnswer(actor: command.actor, command: command.id, content: digest, outcome: Array(outcome.utf8))
    return first
  }

  func committed(upTo size: Int) {}
  func rolledBack() {}
}
