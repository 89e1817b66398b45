import Synchronization
import TalentDomain

/// Counts everyday looks by reader, day and person. The first of a day is recorded at once, before the reply; those after it
/// are counted here, and recorded when the day has passed, when there are too many to keep, or when the service stops. A
/// crash loses no more than those counts.
///
/// Counts add up, so that none of this needs to be exact about who was first: two first looks at the same moment are two
/// events of one look each, and so is the first after a restart.
final class LookCounter: Sendable {
  /// Looks to record: a reader's, of one day.
  struct Due: Sendable, Equatable {
    let reader: Alias
    let fact: AccessesCounted
  }

  private struct Key: Hashable {
    let reader: Alias
    let day: CivilDate
    let seen: Sight.Seen
  }

  /// So many are kept at most.
  static let limit = 50_000

  /// Looks that are in no event yet, by what has had its first look recorded.
  private let counts = Mutex<[Key: Int]>([:])

  /// Whose first look of this reader and day it is; of the others one more is counted.
  func first(_ seen: [Sight.Seen], by reader: Alias, on day: CivilDate) -> [Sight.Seen] {
    counts.withLock { counts in
      seen.filter { one in
        let key = Key(reader: reader, day: day, seen: one)
        guard let count = counts[key] else { return true }
        counts[key] = count + 1
        return false
      }
    }
  }

  /// The first looks are on record: from here on they are counted.
  func recorded(_ seen: [Sight.Seen], by reader: Alias, on day: CivilDate) {
    counts.withLock { counts in
      for one in seen where counts[Key(reader: reader, day: day, seen: one)] == nil {
        counts[Key(reader: reader, day: day, seen: one)] = 0
      }
    }
  }

  /// Looks that could not be recorded: they are as if counted here.
  func keep(_ due: Due) {
    counts.withLock { counts in
      for look in due.fact.looks {
        let seen = Sight.Seen(stream: look.stream.value, person: look.of)
        counts[Key(reader: due.reader, day: due.fact.day, seen: seen), default: 0] += look.count
      }
    }
  }

  /// Takes out what is to be recorded now: of days before this one, or all.
  func due(before day: CivilDate? = nil) -> [Due] {
    let taken = counts.withLock { counts in
      let full = counts.count > LookCounter.limit
      let taken = counts.filter { full || day == nil || $0.key.day < day! }
      for key in taken.keys { counts[key] = nil }
      return taken.filter { $0.value > 0 }
    }
    let grouped = Dictionary(grouping: taken) { Reading(reader: $0.key.reader, day: $0.key.day) }
    return grouped.sorted { $0.key < $1.key }.flatMap { reading, counts in
      LookCounter.facts(reading.day, counts.map { ($0.key.seen, $0.value) }).map {
        Due(reader: reading.reader, fact: $0)
      }
    }
  }

  /// As events: one, or as many as the people need.
  static func facts(_ day: CivilDate, _ counts: [(seen: Sight.Seen, count: Int)]) -> [AccessesCounted] {
    let lines = counts.sorted { $0.seen < $1.seen }.map {
      LookCount(count: $0.count, of: $0.seen.person, stream: Line($0.seen.stream))
    }
    return stride(from: 0, to: lines.count, by: AccessesCounted.limit).map { start in
      AccessesCounted(day: day, looks: Array(lines[start..<min(start + AccessesCounted.limit, lines.count)]))
    }
  }

  private struct Reading: Hashable, Comparable {
    let reader: Alias
    let day: CivilDate

    static func < (one: Reading, other: Reading) -> Bool { (one.day, one.reader) < (other.day, other.reader) }
  }
}
