package import TalentDomain

/// Who looked at one person: what the record's events say of it, summed by reader, day, cohort and method.
///
///     var looks = Looks(at: ids)
///     for (fact, header) in record { looks.take(fact, header) }
///     looks.list
package struct Looks {
  private struct Key: Hashable {
    let reader: Alias
    let day: CivilDate
    let stream: String
    let method: Line?
  }

  private let ids: Set<Alias>
  private let hidden: Set<String>
  private var counts: [Key: Int] = [:]

  /// The types of events that tell of looks begin so.
  package static let types = "access"

  /// - Parameters:
  ///   - ids: every id of the person: the organisation's, and the alias in each cohort. They are random, so that none is
  ///     another's in another stream.
  ///   - untold: cohorts of which the person is not told yet how the case was decided. Who looks at a case, and how often,
  ///     tells where it stands: for the person's own eyes it waits until then.
  package init(at ids: Set<Alias>, hiding untold: Set<Code> = []) {
    self.ids = ids
    hidden = Set(untold.map { "cohort/\($0.value)" })
  }

  /// Takes in an event of the stream `record`; the reader is its actor.
  package mutating func take(_ fact: any Fact, _ header: Header) {
    switch fact {
    case let fact as AccessDocumentGiven where ids.contains(fact.person):
      let method = Line("dk.talentd.\(GiveAccessDocument.area.rawValue).\(GiveAccessDocument.method)")
      count(1, header.actor, header.localDate, "organisation", method)
    case let fact as AccessGiven where !ids.isDisjoint(with: fact.of):
      count(1, header.actor, header.localDate, fact.stream?.value ?? "", fact.method)
    case let fact as AccessesCounted:
      for look in fact.looks where ids.contains(look.of) {
        count(look.count, header.actor, fact.day, look.stream.value, nil)
      }
    default: break
    }
  }

  /// The latest day first; of one day by reader, cohort and method.
  package var list: LookList {
    var list = LookList()
    list.looks = counts.map { key, count in
      var line = LookLine()
      line.cohort = key.stream.hasPrefix("cohort/") ? Code(String(key.stream.dropFirst("cohort/".count))) : nil
      line.count = count
      line.day = key.day
      line.method = key.method
      line.reader = Person(key.reader)
      return line
    }.sorted { one, other in
      (other.day, one.reader.id, one.cohort?.value ?? "", one.method?.value ?? "")
        < (one.day, other.reader.id, other.cohort?.value ?? "", other.method?.value ?? "")
    }
    return list
  }

  private mutating func count(_ count: Int, _ reader: Alias, _ day: CivilDate, _ stream: String, _ method: Line?) {
    // What somebody saw of their own is nobody's business.
    guard !ids.contains(reader), !hidden.contains(stream) else { return }
    counts[Key(reader: reader, day: day, stream: stream, method: method), default: 0] += count
  }
}
