/// What somebody asks to be done. One record a method of the socket; the method bears the record's name.
package protocol Command: Record {
  /// What it does, for the interface's reader.
  static var purpose: Bilingual { get }
  /// The interface it belongs to: `organisation`, `cohort`, `nomination`, `assessment`, `selection`, `programme`, `record`.
  static var area: Area { get }
}

extension Command {
  /// The method's name on the socket, such as `SubmitNomination`.
  package static var method: String { String(describing: Self.self) }
}

/// The interfaces of the socket: `dk.talentd.<area>`.
package enum Area: String, Sendable, CaseIterable {
  case organisation, cohort, nomination, assessment, selection, programme, record, administration
}

/// A command to the organisation's stream.
package protocol OrganisationCommand: Command {
  func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal]
}

/// A command to one cohort's stream.
package protocol CohortCommand: Command {
  /// The cohort's year, such as `2027`.
  var cohort: Code { get }
  func propose(_ cohort: Cohort, _ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal]
  /// What is kept in the cohort's stream although rules refused the command: a form, for the HR Centre receives them all.
  func keep(_ findings: [Finding], _ cohort: Cohort, _ context: Context) -> [Proposal]
}

extension CohortCommand {
  package func keep(_ findings: [Finding], _ cohort: Cohort, _ context: Context) -> [Proposal] { [] }
}

/// Everything that a decision may not find out for itself: who asks, what time it is, and ids drawn at random.
package struct Context: Sendable {
  /// The actor's id in the organisation's stream.
  package let person: Alias
  /// The actor's alias in the stream that is written to.
  package let actor: Alias
  /// On whose behalf, by the same two ids.
  package let behalf: (person: Alias, alias: Alias)?
  package let recorded: Instant
  package let received: Instant
  /// The date of `recorded` in Europe/Copenhagen.
  package let localDate: CivilDate
  /// Whether the account's word on when a form was handed in counts (the permission `portal`).
  package let isPortal: Bool
  package let directory: any Directory

  package init(
    person: Alias, actor: Alias, behalf: (person: Alias, alias: Alias)? = nil, recorded: Instant, received: Instant,
    localDate: CivilDate, isPortal: Bool = false, directory: any Directory
  ) {
    self.person = person
    self.actor = actor
    self.behalf = behalf
    self.recorded = recorded
    self.received = received
    self.localDate = localDate
    self.isPortal = isPortal
    self.directory = directory
  }

  /// In whose name: the person and the alias.
  package var principal: (person: Alias, alias: Alias) { behalf ?? (person, actor) }
}

/// What the service knows beside the leaves: sealed links opened, ids drawn, and the zone's clock. Drawn ids become links
/// sealed beside the event that first uses them; of a refused command nothing is kept.
package protocol Directory: Sendable {
  func fresh() -> Alias
  /// The person with this employee number.
  func person(number: String) -> Alias?
  /// The person to whom an operating-system account is bound.
  func person(uid: Int) -> Alias?
  /// The alias of a person in the command's cohort, drawn where there was none.
  func alias(of person: Alias) -> Alias
  /// The person behind an alias of the command's cohort; nil once the link is erased.
  func person(behind alias: Alias) -> Alias?
  /// The code of a centre, workplace or profession in the command's cohort, drawn where there was none.
  func code(of thing: Alias) -> Alias
  /// Centres, workplaces and professions by name, in the organisation's stream; a new one is drawn for a new name.
  func centre(named name: String) -> Alias?
  func workplace(named name: String) -> Alias
  func profession(named name: String) -> Alias
  /// The instant of a local time in a zone; nil for an unknown zone or an hour that the clocks skipped.
  func instant(of time: LocalTime, zone: String) -> Instant?
  /// The local time of an instant in a zone.
  func local(_ instant: Instant, zone: String) -> LocalTime?
  /// SHA-256 of canonical bytes, for digests of what is public.
  func digest(_ bytes: [UInt8]) -> Digest
  /// Whether there is a cohort of this code.
  func knows(cohort: Code) -> Bool
  /// The cohorts in which a person takes part, or did, in any capacity; those whose link is erased are unknown.
  func cases(of person: Alias) -> [CasePart]
  /// The sealed record of this kind beside an earlier event of the command's stream; nil once erased.
  func opened<S: SealedRecord>(_ kind: S.Type, at position: Int) -> S?
}

extension PersonRef {
  /// The person, if there is one.
  package func known() throws(Refusal) -> PersonRef {
    guard person != .none else { throw .notFound }
    return self
  }
}
