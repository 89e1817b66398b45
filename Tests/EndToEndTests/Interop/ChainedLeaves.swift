import StrictJSON
import TalentDomain
import Transparency

/// Leaves as the service would write them, one after the other, from the program's own types and from fixed numbers, without
/// chance or clock: whoever makes them gets the same bytes.
struct ChainedLeaves {
  struct Entry {
    let leaf: [UInt8]
    /// What may be shown, in the order in which it was sealed.
    let disclosures: [Disclosure]
    /// What is not shown: withheld, or erased.
    let withheld: [Disclosure]
  }

  let origin: String
  /// Milliseconds since 1970, and from one event to the next.
  let start: Int64
  let step: Int64
  private(set) var entries: [Entry] = []
  private(set) var heads: [String: (count: Int, digest: String)] = [:]

  init(origin: String, start: Int64, step: Int64) {
    self.origin = origin
    self.start = start
    self.step = step
  }

  /// When the event at a position is recorded.
  func recorded(_ position: Int) -> Instant { Instant(milliseconds: start + Int64(position) * step) }

  /// - Parameters:
  ///   - shown: how many of the sealed records are disclosed; nil for all of them.
  ///   - earlier: milliseconds that the event was dated back.
  mutating func append(
    _ stream: String, by actor: Alias, behalf: Alias? = nil, _ fact: some Fact, about subject: Alias? = nil,
    command: String? = nil, cause: Int? = nil, ruleSet: String? = nil, sealed: [any SealedRecord] = [],
    showing shown: Int? = nil, earlier: Int64 = 0
  ) {
    let position = entries.count
    let disclosures = sealed.enumerated().map { ordinal, record in disclosure(record, position, ordinal) }
    let head = heads[stream]
    let recorded = recorded(position).adding(milliseconds: -earlier)
    var data: [(String, JSON?)] = [
      ("actor", .string(actor.text)), ("behalf", behalf.map { .string($0.text) }),
      ("cause", cause.map { .integer(Int64($0)) }), ("command", command.map { .string($0) }),
      ("facts", try? JSON(parsing: fact.canonical)), ("localdate", "2027-02-01"),
      ("previous", head.map { .string($0.digest) }), ("received", .string(recorded.adding(milliseconds: -7).text)),
      ("revision", .integer(Int64(head?.count ?? 0))), ("ruleset", ruleSet.map { .string($0) }),
      ("stream", .string(stream)),
    ]
    if !disclosures.isEmpty { data.append(("_sd", .array(disclosures.map(\.digest).sorted().map { .string($0) }))) }
    let type = "\(type(of: fact).type)"
    let leaf = object([
      ("data", object(data)), ("dataschema", .string("urn:talentd:event:\(type)")), ("id", .string(String(position))),
      ("recordedtime", .string(recorded.text)), ("source", .string(origin)), ("specversion", "1.0"),
      ("subject", subject.map { .string($0.text) }), ("time", .string(recorded.text)), ("type", .string(type)),
    ]).canonical()
    let count = shown ?? disclosures.count
    entries.append(
      Entry(
        leaf: leaf, disclosures: Array(disclosures.prefix(count)),
        withheld: Array(disclosures.dropFirst(count))))
    heads[stream] = ((head?.count ?? 0) + 1, LeafDigest(of: leaf).text)
  }

  /// The salt is 16 times the same byte: the position times sixteen and the ordinal, as far as a byte holds them.
  private func disclosure(_ record: any SealedRecord, _ position: Int, _ ordinal: Int) -> Disclosure {
    Disclosure(
      salt: Array(repeating: UInt8(truncatingIfNeeded: position << 4 | ordinal), count: 16),
      name: "\(type(of: record).name)", value: record.canonical)
  }
}

/// An object of those members that are there.
func object(_ members: [(String, JSON?)]) -> JSON {
  .object(members.compactMap { name, value in value.map { JSON.Member(name: name, value: $0) } })
}
