import TalentDomain

/// Which refusals are on record already, and how many of each actor within the hour: the same one once, and after sixty a
/// summary instead of more.
struct RefusalRegister {
  enum Word: Equatable {
    case known, new, tooMany
    /// How many there were, and since when.
    case summarise(Int, since: Int64)
  }

  static let limit = 60
  private static let hour: Int64 = 3_600_000

  private struct Key: Hashable {
    let actor: Alias
    let content: [UInt8]
    let rules: [Line]
  }

  private struct Count {
    var since: Int64
    var count: Int
  }

  /// What one note has changed, to be taken back where it does not become durable.
  private struct Step {
    let actor: Alias
    let count: Count?
    var key: Key?
  }

  private var seen: Set<Key> = []
  private var counts: [Alias: Count] = [:]
  private var sinceCommit: [Step] = []

  /// What was noted is on record.
  mutating func committed() { sinceCommit.removeAll(keepingCapacity: true) }

  /// Nothing noted since the last commit is: sent again, it is new.
  mutating func rolledBack() {
    for step in sinceCommit.reversed() {
      counts[step.actor] = step.count
      if let key = step.key { seen.remove(key) }
    }
    committed()
  }

  mutating func note(actor: Alias, content: [UInt8], rules: [Line], at now: Int64) -> Word {
    let key = Key(actor: actor, content: content, rules: rules)
    if seen.contains(key) { return .known }
    var step = Step(actor: actor, count: counts[actor])
    defer { sinceCommit.append(step) }
    var count = counts[actor] ?? Count(since: now, count: 0)
    if now - count.since >= Self.hour { count = Count(since: now, count: 0) }
    count.count += 1
    counts[actor] = count
    if count.count == Self.limit + 1 { return .summarise(count.count, since: count.since) }
    if count.count > Self.limit { return .tooMany }
    if seen.count >= 100_000 { seen.removeAll() }
    seen.insert(key)
    step.key = key
    return .new
  }
}
