import CPlatform
import CivilTime
import EventLog
import Projections
import TalentDomain
import TalentInterface

// The trace of reading, left before anybody is shown anything. Whoever guards, audits or administers the record leaves an
// event each time; everybody else is counted by day and person. What somebody sees of their own is nobody's business.
extension Daemon {
  /// - Parameter sight: what the answer, or the next part of it, shows of whom.
  func leaveTrace(
    _ sight: Sight, _ method: String, _ caller: Caller, _ memory: Memory, at time: Instant?
  ) async throws {
    let (opened, named) = sight.take()
    let isOfOthers = { (seen: Sight.Seen) in seen.person != memory.alias(of: caller.person, in: seen.stream) }
    let others = (opened: opened.filter(isOfOthers), named: named.filter(isOfOthers))
    if caller.isGuardian(memory.organisation) {
      try await record(others.opened + others.named, method, caller, at: time)
    } else {
      try await count(
        others.opened.filter { $0.person != .organisation } + memory.cases(among: others.named), caller, memory,
        at: time)
    }
  }

  /// Looks of days that have passed; with `all`, as when the service stops, those of today too.
  func recordLooks(all: Bool = false) async throws {
    // A simulated log has the days that its readers say: a later look tells that one has passed.
    guard all || !settings.simulate else { return }
    try await record(looks.due(before: all ? nil : zone.local(Instant(milliseconds: talent_realtime_ms())).date))
  }

  private func record(_ seen: [Sight.Seen], _ method: String, _ caller: Caller, at time: Instant?) async throws {
    let proposals = Dictionary(grouping: seen, by: \.stream).sorted { $0.key < $1.key }.flatMap { stream, seen in
      seen.map(\.person).pages(of: AccessGiven.limit).map { people in
        Proposal(AccessGiven(method: Line(method), of: Array(people), stream: Line(stream)))
      }
    }
    guard !proposals.isEmpty else { return }
    _ = try await writer.submit(.record(actor: caller.person, proposals, at: time))
  }

  private func count(_ seen: [Sight.Seen], _ caller: Caller, _ memory: Memory, at time: Instant?) async throws {
    guard !seen.isEmpty else { return }
    let now = if let time { time } else { try present(memory) }
    let day = zone.local(now).date
    try? await record(looks.due(before: day))
    let first = looks.first(seen, by: caller.person, on: day)
    for fact in LookCounter.facts(day, first.map { ($0, 1) }) {
      let look = LookCounter.Due(reader: caller.person, fact: fact)
      // Everyday work goes on while nothing can be written; what was seen meanwhile is recorded as soon as it can be.
      if try await !submit(look) { looks.keep(look) }
    }
    looks.recorded(first, by: caller.person, on: day)
  }

  private func record(_ due: [LookCounter.Due]) async throws {
    for (index, look) in due.enumerated() {
      do {
        guard try await !submit(look) else { continue }
        return due[index...].forEach(looks.keep)
      } catch {
        due[index...].forEach(looks.keep)
        throw error
      }
    }
  }

  /// Records looks at the log's own time: looking, in a simulated log, sets no clock.
  /// - Returns: false while nothing can be written.
  private func submit(_ look: LookCounter.Due) async throws -> Bool {
    do {
      _ = try await writer.submit(.record(actor: look.reader, [Proposal(look.fact)], at: nil))
      return true
    } catch {
      if error == .readOnly { return false }
      throw error
    }
  }

  /// The present: of a simulated log its last event's moment.
  func present(_ memory: Memory) throws(LogError) -> Instant {
    guard settings.simulate, memory.size > 0 else { return Instant(milliseconds: talent_realtime_ms()) }
    return Instant(milliseconds: try log.reader().recordedTime(at: memory.size - 1))
  }
}

extension Caller {
  /// Whether every look of theirs is an event of its own, in whichever cohort they hold the office.
  func isGuardian(_ organisation: Organisation) -> Bool {
    isConfigured
      || organisation.roles[person, default: []].contains { [.administrator, .auditor, .dpo].contains($0.role) }
  }
}

extension Memory {
  /// Somebody's id in a stream.
  fileprivate func alias(of person: Alias, in stream: String) -> Alias {
    guard let code = Stream.cohort(in: stream) else { return person }
    return cohorts[code]?.links.aliasOf[person] ?? .none
  }

  /// Those whose case or year stands in the stream: who is named there in an office is not looked at.
  fileprivate func cases(among seen: [Sight.Seen]) -> [Sight.Seen] {
    var nominees: [String: Set<Alias>] = [:]
    return seen.filter { seen in
      guard let code = Stream.cohort(in: seen.stream), let cohort = cohorts[code]?.state else { return false }
      let known = nominees[seen.stream] ?? Set(cohort.nominations.forms.values.map(\.nominee))
      nominees[seen.stream] = known
      return known.contains(seen.person)
    }
  }
}
