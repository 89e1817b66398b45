import EventLog
import Seeded
import TalentDomain

@testable import TalentService

// How a life of the service goes: mostly what the year asks for, much that nobody may, and now and then an end.
extension Simulator {
  /// Once the last cohort has its certificates.
  var isOver: Bool { calendars.last.map { Clock.day(of: now) > $0.kickOff.adding(days: 330) } ?? false }

  func live(_ life: Life) async throws -> Life.End {
    if model.centres.isEmpty { try await settle() }
    let lasting = 200 + dice.below(1200)
    let start = steps
    while steps < limit, !isOver {
      if dice.below(400) == 0, try await crash(life) { return .crashed }
      try await step(life)
      if steps - start > lasting { break }
    }
    try ledger.check(life.daemon.log.latestCheckpoint)
    try await replay(life)
    try verify()
    return .stopped
  }

  private func step(_ life: Life) async throws {
    let planned = try await planned(life)
    if let planned, dice.below(100) < 62 {
      let done = try await perform(planned.deed, by: planned.actor, for: planned.behalf)
      if done { return }
    }
    if planned == nil { pass(days: 1) }
    if dice.below(100) < 45 { try await wander(life) }
    if dice.below(100) < 6 { try await look(life) }
    if dice.below(300) == 0 { try await upkeep(life) }
    if steps % 64 == 0 {
      try ledger.check(life.daemon.log.latestCheckpoint)
      try checkTold()
    }
  }

  /// The next morning, or one after.
  func pass(days: Int) {
    let day = Clock.day(of: now).adding(days: days)
    now = max(now, Clock.at(day, hour: 8)) + Int64(dice.below(3_600_000))
  }

  func pick<Element>(_ list: [Element]) -> Element? { list.isEmpty ? nil : list[dice.below(list.count)] }

  func chance(_ percent: Int) -> Bool { dice.below(100) < percent }
}
