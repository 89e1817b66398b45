import Synchronization
import TalentDomain

/// What one answer shows of whom: people whose sealed data was opened for it, and people who are named in it. It is what a
/// trace is made of.
final class Sight: Sendable {
  /// A person, by the alias of a stream.
  struct Seen: Hashable, Sendable, Comparable {
    let stream: String
    let person: Alias

    static func < (one: Seen, other: Seen) -> Bool { (one.stream, one.person) < (other.stream, other.person) }
  }

  private struct Found {
    var opened: Set<Seen> = []
    var named: Set<Seen> = []
    /// What a trace has been left of, where one answer comes in several replies.
    var traced: Set<Seen> = []
  }

  private let found = Mutex(Found())

  /// More than the name was opened.
  func open(_ person: Alias, in stream: String) {
    _ = found.withLock { $0.opened.insert(Seen(stream: stream, person: person)) }
  }

  /// The name was opened.
  func name(_ person: Alias, in stream: String) {
    _ = found.withLock { $0.named.insert(Seen(stream: stream, person: person)) }
  }

  /// What has been found since this was last asked, in order; each person once.
  func take() -> (opened: [Seen], named: [Seen]) {
    found.withLock { found in
      let opened = found.opened.subtracting(found.traced)
      let named = found.named.subtracting(found.traced).subtracting(opened)
      found.traced.formUnion(opened)
      found.traced.formUnion(named)
      return (opened.sorted(), named.sorted())
    }
  }
}
