import EventLog
import TalentDomain

/// Events that somebody with the log's files appends around the service and its rules: well formed, in their stream, with
/// what belongs sealed beside them. No proof shows them; only whoever judges them again finds them.
struct Planted: Sendable {
  let fact: any Fact
  let actor: Alias
  var behalf: Alias?
  var subject: Alias?
  var at: SimulatedTime
  var day: CivilDate
  var sealed: [Sealed] = []
  var stream: String

  init(
    _ fact: any Fact, by actor: Alias, behalf: Alias? = nil, about subject: Alias? = nil, at time: String,
    in stream: String = "cohort/2027", sealed: [Sealed] = []
  ) {
    self.fact = fact
    self.actor = actor
    self.behalf = behalf
    self.subject = subject
    at = EndToEndTests.at(time)
    day = date(String(time.prefix(10)))
    self.sealed = sealed
    self.stream = stream
  }

  var draft: Draft {
    Draft(
      stream: stream, type: "\(Swift.type(of: fact).type)", subject: subject?.text, effective: at.milliseconds,
      facts: fact.canonical, sealed: sealed.map(\.field), actor: actor.text, behalf: behalf?.text,
      received: at.milliseconds, localDate: day.text)
  }
}

extension Sealed {
  fileprivate var field: SealedField {
    let kind = type(of: record)
    return SealedField(
      subject: subject.bits, retention: kind.retention.rawValue, audience: kind.audience.rawValue,
      name: "\(kind.name)", value: record.canonical)
  }
}

extension Talentd {
  /// Stops it, appends, and starts it again; gives the position of the last of them.
  @discardableResult
  func plant(_ events: Planted...) async throws -> Int {
    try stop()
    let position = try await append(events)
    // The writer's thread lets go of the folder a moment after it has ended.
    try until("the log is free again", seconds: 20) { (try? start()) == nil ? nil : true }
    return position
  }

  private func append(_ events: [Planted]) async throws -> Int {
    let log = try EventLog(
      opening: LogSettings(folder: state, origin: settings.origin, simulated: true), create: false)
    let writer = try LogWriter(log: log) { Planter() }
    let position = try await writer.submit(events)
    await writer.stop()
    return position
  }
}

private final class Planter: Decider {
  func decide(_ events: [Planted], at desk: Desk) throws(LogError) -> Int {
    var last = -1
    for event in events {
      desk.simulate(now: event.at.milliseconds)
      last = try desk.append(event.draft).position
    }
    return last
  }

  func committed(upTo size: Int) {}
  func rolledBack() {}
}
