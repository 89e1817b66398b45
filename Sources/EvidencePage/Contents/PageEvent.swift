internal import EventWords
internal import History
internal import Leaves
internal import StrictJSON
internal import TalentDomain

/// One event as the page shows it.
struct PageEvent: Sendable {
  let type: EventType
  let stream: String
  let header: Header
  let ruleSet: String?
  let facts: JSON
  let sealed: [SealedField]

  var position: Int { header.position }

  init(_ leaf: Leaf, sealed: [SealedField]) throws(LeafError) {
    guard let type = EventType.all[leaf.type], let facts = try? JSON(parsing: leaf.facts) else {
      throw LeafError(position: leaf.position, .malformed)
    }
    self.type = type
    self.facts = facts
    self.sealed = sealed
    stream = leaf.stream
    ruleSet = leaf.ruleSet
    header = try Header(leaf)
  }
}

extension PageEvent {
  /// Types of the organisation's stream that say who could do what.
  private static let powers: Set<String> = [
    "\(CentreChiefAppointed.type)", "\(CentrePostVacated.type)", "\(DelegationGranted.type)",
    "\(DelegationRevoked.type)", "\(RoleGranted.type)", "\(RoleRevoked.type)",
  ]
  /// Of the stream `record`, those that concern the log as a whole.
  private static let log: Set<String> = ["\(ClockStepped.type)", "\(LogKeyRotated.type)"]

  /// Whether a cohort's page tells of it: its own events, and of the others those that have to do with it. The rest is in
  /// the bundle, and counted.
  func concerns(_ cohort: String) -> Bool {
    if stream == "cohort/\(cohort)" { return true }
    if PageEvent.powers.contains(type.name) { return facts["cohort"]?.string.map { $0 == cohort } ?? true }
    switch type.name {
    case "\(CommandRefused.type)": return facts["stream"]?.string == "cohort/\(cohort)"
    case "\(LetterRendered.type)", "\(BundleExported.type)": return facts["cohort"]?.string == cohort
    default: return PageEvent.log.contains(type.name)
    }
  }
}
