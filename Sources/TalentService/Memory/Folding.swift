import EventLog
import Evidence
import History
import Leaves
import Projections
import TalentDomain

/// Folds streams from the log: at start-up, when a cohort is first asked for, and for every question about an earlier time.
enum Folding {
  /// One cohort, up to before a position; with its links opened where they are wanted.
  /// - Parameter limit: what takes effect from then on is left out; nothing else moves.
  static func cohort(
    _ code: Code, _ reader: LogReader, upTo end: Int? = nil, effectiveBefore limit: Instant? = nil,
    opensLinks: Bool = true
  ) throws(LogError) -> WarmCohort {
    var cohort = WarmCohort()
    var sealedAt: [Int] = []
    try scan(reader, Stream.cohort(code), end) { leaf in
      if let limit, leaf.effective >= limit.milliseconds { return }
      try fold(leaf, into: &cohort.state)
      if opensLinks, !leaf.digests.isEmpty { sealedAt.append(leaf.position) }
    }
    try open(sealedAt, reader, .only([Audience.link.rawValue])) { _, fields in
      for field in fields {
        if let link = [field].sealedRecord(PersonLink.self) { cohort.links.take(link) }
        if let link = [field].sealedRecord(CodeLink.self) { cohort.links.take(link) }
      }
    }
    return cohort
  }

  /// The events that a cohort's letters rest on, up to before a position.
  static func letterGrounds(_ code: Code, _ reader: LogReader, upTo end: Int?) throws(LogError) -> LetterGrounds {
    var grounds = LetterGrounds()
    try scan(reader, Stream.cohort(code), end) { leaf in
      grounds.take(try fact(of: leaf), try Header(leaf))
    }
    return grounds
  }

  /// The events of one nominee's case, up to before a position and to what was in effect before `limit`.
  static func caseSteps(
    of nominee: Alias, _ code: Code, _ reader: LogReader, upTo end: Int?, effectiveBefore limit: Instant?
  ) throws(LogError) -> CaseSteps {
    var steps = CaseSteps(of: nominee)
    try scan(reader, Stream.cohort(code), end) { leaf in
      if let limit, leaf.effective >= limit.milliseconds { return }
      steps.take(try fact(of: leaf), try Header(leaf))
    }
    return steps
  }

  /// The organisation up to before a position, without names.
  static func organisation(_ reader: LogReader, upTo end: Int) throws(LogError) -> Organisation {
    var organisation = Organisation()
    try scan(reader, Stream.organisation, end) { leaf in try fold(leaf, into: &organisation) }
    return organisation
  }

  /// The memory that the service starts with: the organisation, its names, and which cohorts there are.
  /// - Parameter progress: called with how far in the log it has come, and with how far it goes.
  static func memory(
    _ reader: LogReader, size: Int, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(LogError) -> Memory {
    var memory = Memory()
    memory.size = size
    var positions: [Int] = []
    var facts: [any Fact] = []
    try scan(reader, Stream.organisation, size) { leaf in
      try fold(leaf, into: &memory.organisation)
      positions.append(leaf.position)
      if positions.count & 1023 == 0 { progress(leaf.position, size) }
      facts.append(try fact(of: leaf))
    }
    try open(positions, reader, .all) { index, fields in
      memory.names.take(facts[index], fields.organisationRecords)
    }
    memory.cohortCodes = try reader.streams().compactMap(Stream.cohort(in:))
    return memory
  }

  /// What others have signed of late.
  static func anchors(
    _ views: ViewReader, _ reader: LogReader, _ policy: WitnessPolicy?
  ) throws -> AnchorRegister {
    var register = AnchorRegister(policy)
    let type = "\(CheckpointAnchored.type)"
    for position in try views.latest(AnchorRegister.limit, type: type, in: Stream.record).reversed() {
      let fact = try recordedFact(at: position, reader)
      if let fact = fact as? CheckpointAnchored { register.take(fact, position: position) }
    }
    return register
  }

  static func recordedFact(at position: Int, _ reader: LogReader) throws -> any Fact {
    try reader.leaf(at: position).withUnsafeBytes { bytes throws -> any Fact in
      try fact(of: Leaf(bytes, position: position))
    }
  }

  private static func open(
    _ positions: [Int], _ reader: LogReader, _ audiences: Audiences, _ body: (Int, [OpenedField]) -> Void
  ) throws(LogError) {
    do { try reader.opened(at: positions, audiences: audiences, body) } catch let error as LogError {
      throw error
    } catch {
      throw .corrupt(position: nil, .sealedUnreadable)
    }
  }

  private static func scan(
    _ reader: LogReader, _ stream: String, _ end: Int?, _ body: (Leaf) throws -> Void
  ) throws(LogError) {
    do {
      try reader.scan(stream: stream, upToPosition: end) { bytes, position in
        try body(try Leaf(bytes, position: position))
      }
    } catch let error as LogError {
      throw error
    } catch let error as LeafError {
      throw LogError(error)
    } catch {
      throw .corrupt(position: nil, .leafMalformed)
    }
  }
}

extension [OpenedField] {
  /// The sealed records of the organisation's stream among what was opened.
  fileprivate var organisationRecords: [any SealedRecord] {
    var records: [any SealedRecord] = []
    if let record = sealedRecord(PersonName.self) { records.append(record) }
    if let record = sealedRecord(EmploymentNames.self) { records.append(record) }
    if let record = sealedRecord(AccountBinding.self) { records.append(record) }
    return records
  }
}
