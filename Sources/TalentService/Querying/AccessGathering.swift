import CivilTime
import EventLog
import EventWords
import History
import Leaves
import Projections
import StrictJSON
import TalentDomain
import TalentInterface

/// Reads the whole record for what it knows of one person. It reads everything and takes as long as that takes: off the
/// event loops.
struct AccessGathering {
  let person: Alias
  /// The person's parts in cohorts, and who is whom there.
  let parts: [CasePart]
  let links: [Code: LinkIndex]
  private let reader: LogReader
  private let size: Int
  private var reading: AccessReading<MemoryNames>
  private var looks: Looks

  /// - Parameter size: events from here on do not count.
  init(of person: Alias, _ memory: Memory, _ reader: LogReader, _ zone: Zone) throws {
    self.person = person
    self.reader = reader
    size = memory.size
    let known = try Folding.cases(of: person, memory, reader)
    parts = known.map(\.part)
    links = Dictionary(uniqueKeysWithValues: known.map { ($0.part.cohort, $0.links) })
    let names = MemoryNames(names: memory.names, links: links, zone: zone)
    looks = Looks(at: Set([person] + parts.map(\.alias)))
    reading = AccessReading(of: person, in: parts, names: names)
    for stream in [Stream.organisation] + parts.map({ Stream.cohort($0.cohort) }) + [Stream.record] {
      try read(stream)
    }
  }

  /// - Parameter plan: how long the person's data is kept.
  func document(_ plan: RetentionPlan, on day: CivilDate) -> AccessDocument {
    var document = reading.document(on: day)
    document.classes = reading.classes(plan)
    document.looks = looks.list.looks.map { reading.look($0) }
    return document
  }

  private mutating func read(_ stream: String) throws {
    let cohort = Stream.cohort(in: stream)
    try reader.scan(stream: stream, upToPosition: size) { bytes, position in
      let leaf = try Leaf(bytes, position: position)
      guard let type = EventType.all[leaf.type] else { throw LeafError(position: position, .malformed) }
      let header = try Header(leaf)
      let event = AccessEvent(type, try JSON(parsing: Array(leaf.facts)), header, cohort: cohort)
      if stream == Stream.record, event.type.name.hasPrefix(Looks.types) { looks.take(try fact(of: leaf), header) }
      let hasSealed = !leaf.digests.isEmpty
      try reading.take(event) { [reader] in hasSealed ? try reader.sealed(at: position) : [] }
    }
  }
}

extension LogReader {
  fileprivate func sealed(at position: Int) throws -> [AccessSealed] {
    try opened(position: position).map { field in
      AccessSealed(
        owner: field.subject.map { Alias(bits: $0) }, name: field.name,
        value: try field.value.map { try JSON(parsing: $0) })
    }
  }
}

extension Folding {
  /// The cohorts in which somebody is known, with who is whom there: those beside whose events a link of that person is
  /// sealed. Cold cohorts are folded for this once.
  static func cases(
    of person: Alias, _ memory: Memory, _ reader: LogReader
  ) throws -> [(part: CasePart, links: LinkIndex)] {
    var codes: Set<Code> = []
    for field in try reader.sealedFields(subject: person.bits) where field.audience == Audience.link.rawValue {
      let stream = try reader.leaf(at: field.position).withLeaf(at: field.position) { $0.stream }
      if let code = Stream.cohort(in: stream) { codes.insert(code) }
    }
    return try memory.cohortCodes.filter(codes.contains).compactMap { code in
      let cohort = try memory.cohorts[code] ?? Folding.cohort(code, reader, upTo: memory.size)
      return cohort.links.aliasOf[person].map { alias in
        (CasePart(cohort: code, alias: alias, state: cohort.state), cohort.links)
      }
    }
  }
}

/// The names that the service holds in memory, for one reading.
private struct MemoryNames: AccessNames {
  let names: NameIndex
  let links: [Code: LinkIndex]
  let zone: Zone

  func person(_ alias: Alias, in cohort: Code?) -> String? {
    let behind = cohort.flatMap { links[$0]?.personBehind[alias] } ?? alias
    return names.people[behind]?.name.value
  }

  func thing(_ code: Alias, in cohort: Code?) -> String? {
    let behind = cohort.flatMap { links[$0]?.thingBehind[code] } ?? code
    return names.things[behind]?.value
  }

  func method(_ name: String) -> String { Methods.byName[name]?.purpose.da ?? name }

  func local(_ instant: Instant) -> LocalTime { zone.local(instant) }
}
