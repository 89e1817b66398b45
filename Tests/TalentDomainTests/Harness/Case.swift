import StrictJSON
import TalentDomain
import Testing

/// A log with one cohort, in memory: commands go through the wire, the rules and the leaves, as they do in the service.
///
///     var it = try Case.prepared()
///     try it.accept(SubmitNomination(…), as: Staff.chief)
///     #expect(try it.refused(SubmitNomination(…), as: Staff.otherChief) == ["R5"])
struct Case {
  var organisation = Organisation()
  var cohort = Cohort()
  let directory = TestDirectory()
  /// The time of the next command; it stays until a command names another.
  var now = at("2027-01-04 09:00")
  /// Every event so far, in order: its position is its index.
  private(set) var events: [(fact: any Fact, header: Header, sealed: [Sealed])] = []

  func person(_ number: String) -> Alias { directory.person(number: number) ?? .none }
  /// The alias in the cohort.
  func alias(_ number: String) -> Alias { directory.alias(of: person(number)) }

  /// The facts of one type so far.
  func facts<F: Fact>(_ type: F.Type) -> [F] { events.compactMap { $0.fact as? F } }
  func sealed<S: SealedRecord>(_ kind: S.Type) -> [S] {
    events.flatMap { $0.sealed }.compactMap { $0.record as? S }
  }

  /// The cohort as it was known at a time, folded anew from what had been recorded by then.
  func known(by time: Instant) throws -> Cohort {
    var cohort = Cohort()
    for event in events where event.header.recorded <= time {
      (event.fact as? any CohortFact)?.apply(to: &cohort, event.header)
    }
    return cohort
  }

  // MARK: When

  /// Carries out a command and applies its events, also those that a refusal keeps.
  @discardableResult
  mutating func when<C: CohortCommand>(
    _ command: C, as actor: String = Staff.hr, for behalf: String? = nil, at time: Instant? = nil,
    received: Instant? = nil, portal: Bool = false
  ) throws -> Verdict {
    let context = try context(actor, behalf, time, received, portal, isCohort: true)
    var command = try carried(command)
    var resolver = TestResolver(directory: directory, organisation: organisation, isCohort: true)
    try command.resolve(&resolver)
    let verdict = try decide(command, cohort, organisation, context)
    for proposal in verdict.events { try append(proposal, context, revision: cohort.revision) }
    return verdict
  }

  @discardableResult
  mutating func when<C: OrganisationCommand>(
    _ command: C, as actor: String = Staff.administrator, for behalf: String? = nil, at time: Instant? = nil
  ) throws -> Verdict {
    let context = try context(actor, behalf, time, nil, false, isCohort: false)
    var command = try carried(command)
    var resolver = TestResolver(directory: directory, organisation: organisation, isCohort: false)
    try command.resolve(&resolver)
    let verdict = try decide(command, organisation, context)
    for proposal in verdict.events { try append(proposal, context, revision: organisation.revision) }
    return verdict
  }

  // MARK: Then

  /// Carries out a command that no rule may refuse, and gives its facts.
  @discardableResult
  mutating func accept<C: CohortCommand>(
    _ command: C, as actor: String = Staff.hr, for behalf: String? = nil, at time: Instant? = nil,
    received: Instant? = nil, portal: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [any Fact] {
    let verdict = try when(command, as: actor, for: behalf, at: time, received: received, portal: portal)
    return try verdict.accepted(sourceLocation)
  }

  @discardableResult
  mutating func accept<C: OrganisationCommand>(
    _ command: C, as actor: String = Staff.administrator, for behalf: String? = nil, at time: Instant? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [any Fact] {
    try when(command, as: actor, for: behalf, at: time).accepted(sourceLocation)
  }

  /// The rules that refuse a command, each once, the one that names the refusal first; empty if none does.
  mutating func refused<C: CohortCommand>(
    _ command: C, as actor: String = Staff.hr, for behalf: String? = nil, at time: Instant? = nil,
    received: Instant? = nil, portal: Bool = false
  ) throws -> [String] {
    try when(command, as: actor, for: behalf, at: time, received: received, portal: portal).rules
  }

  mutating func refused<C: OrganisationCommand>(
    _ command: C, as actor: String = Staff.administrator, for behalf: String? = nil, at time: Instant? = nil
  ) throws -> [String] {
    try when(command, as: actor, for: behalf, at: time).rules
  }

  // MARK: As the service does it

  private mutating func context(
    _ actor: String, _ behalf: String?, _ time: Instant?, _ received: Instant?, _ portal: Bool, isCohort: Bool
  ) throws -> Context {
    if let time { now = time }
    let directory = directory
    let ids = { (number: String) throws -> (person: Alias, alias: Alias) in
      let person =
        number == Staff.administrator
        ? Alias.administrator : try #require(directory.person(number: number), "nobody has the number \(number)")
      return (person, isCohort ? directory.alias(of: person) : person)
    }
    let (person, alias) = try ids(actor)
    return Context(
      person: person, actor: alias, behalf: try behalf.map(ids), recorded: now, received: received ?? now,
      localDate: CopenhagenClock.local(now).date, isPortal: portal, directory: directory)
  }

  /// Writes the event's leaf, and folds what can be read from it.
  private mutating func append(_ proposal: Proposal, _ context: Context, revision: Int) throws {
    var header = Header(proposal, context, revision: revision)
    header.position = directory.append(proposal)
    for sealed in proposal.sealed {
      _ = try carried(sealed.record)
      #expect(
        Swift.type(of: proposal.fact).sealed.contains { $0 == Swift.type(of: sealed.record) },
        "\(proposal.fact) does not say that \(sealed.record) is sealed beside it")
    }
    let fact = try carried(proposal.fact)
    events.append((fact, header, proposal.sealed))
    let type = "\(Swift.type(of: fact).type)"
    try fact.canonical.withUnsafeBytes { bytes in
      var cursor = CanonicalCursor(bytes)
      if let fold = FactRegistry.cohortFolds[type] {
        try fold.apply(&cursor, &cohort, header)
      } else {
        let fold = try #require(FactRegistry.organisationFolds[type], "\(type) stands in no register")
        try fold.apply(&cursor, &organisation, header)
      }
    }
  }
}

extension Verdict {
  /// The rules that refused, each once.
  var rules: [String] {
    var seen: Set<String> = []
    return findings.map(\.rule).filter { seen.insert($0).inserted }
  }

  fileprivate func accepted(_ location: SourceLocation) throws -> [any Fact] {
    let problems = findings.map { "\($0.rule): \($0.problem.en)" }.joined(separator: "; ")
    #expect(findings.isEmpty, "\(problems)", sourceLocation: location)
    return events.map(\.fact)
  }
}
