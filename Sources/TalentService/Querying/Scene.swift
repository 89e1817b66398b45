import EventLog
import Projections
import TalentDomain
import TalentInterface

/// Where a query is answered: who asks, what was known at the moment it asks about, and what it had to open.
struct Scene {
  let memory: Memory
  let caller: Caller
  /// What is shown of whom.
  let sight: Sight
  let reader: LogReader
  /// Positions from here on do not count; nil means the present.
  let end: Int?
  /// The organisation as of then.
  let organisation: Organisation
  let today: CivilDate

  /// A viewer by today's roles, whatever moment is looked at.
  func viewer(in cohort: Code?, alias: Alias = .none) -> Viewer {
    Viewer(
      person: caller.person, alias: alias, capacities: caller.capacities(memory.organisation, in: cohort),
      isShutOut: Impartiality.closesLog(to: caller.person, memory) != nil)
  }

  /// What the caller may be shown of that which is sealed in a stream: the organisation's or the record's where no cohort is
  /// named.
  func disclosing(in cohort: Code? = nil) -> Disclosing {
    let warm = cohort.flatMap { memory.cohorts[$0] }
    let alias = warm?.links.aliasOf[caller.person] ?? .none
    return Disclosing(to: viewer(in: cohort, alias: alias), memory.organisation, warm)
  }

  /// - Parameter limit: only what was in effect before this counts.
  func reading(
    _ code: Code, effectiveBefore limit: Instant? = nil
  ) throws(LogError) -> CohortReading<VaultOpener>? {
    guard let warm = memory.cohorts[code] else { return nil }
    let state =
      end == nil && limit == nil
      ? nil : try Folding.cohort(code, reader, upTo: size, effectiveBefore: limit, opensLinks: false).state
    let cohort = state ?? warm.state
    guard cohort.isOpen else { return nil }
    let disclosing = disclosing(in: code)
    let opener = VaultOpener(reader, disclosing, warm.links, Stream.cohort(code), sight)
    return CohortReading(
      organisation: organisation, cohort: cohort, present: warm.state, viewer: disclosing.viewer, opener: opener)
  }

  /// The same with what has happened since.
  func renewed(_ memory: Memory) -> Scene {
    Scene(
      memory: memory, caller: caller, sight: sight, reader: reader, end: end, organisation: organisation, today: today)
  }

  var organisationReading: OrganisationReading<NameIndex> {
    OrganisationReading(organisation: organisation, viewer: viewer(in: nil), names: memory.names)
  }

  /// Fills in whom a query means, by number or id; nobody stays nobody.
  func resolved<Q: Query>(_ query: Q) throws(Fault) -> Q {
    var query = query
    let cohort = (query as? any CohortQuery)?.cohort
    var resolver = QueryResolver(memory: memory, links: cohort.flatMap { memory.cohorts[$0]?.links } ?? LinkIndex())
    try query.resolve(&resolver)
    return query
  }

  /// The size of the log at the moment asked about.
  var size: Int { end ?? memory.size }
}

struct QueryResolver: Resolver {
  let memory: Memory
  let links: LinkIndex

  mutating func resolve(_ reference: inout PersonRef) throws(Fault) {
    let id = Alias(reference.given)
    reference.person =
      memory.names.byNumber[reference.given]
      ?? id.flatMap { memory.organisation.knows($0) ? $0 : links.personBehind[$0] } ?? .none
    reference.alias = links.aliasOf[reference.person] ?? .none
  }

  mutating func resolve(_ person: inout Person) throws(Fault) {}
  mutating func resolve(_ thing: inout Thing) throws(Fault) {}
}
