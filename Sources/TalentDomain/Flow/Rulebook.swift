/// Every rule, in the order in which a refusal names them: the programme's own, and then those that keep the order of a
/// case, so that a form from nobody's employee is refused by R3 whatever else is wrong with it.
package enum Rulebook {
  package static let rules: [Rule] = nomination + assessment + selection + programme + privacy + organisation

  /// The checks that look at one type of event.
  private static let checks: [String: [Rule.Check]] = {
    var checks: [String: [Rule.Check]] = [:]
    for rule in rules { for check in rule.checks { checks[check.type, default: []].append(check) } }
    return checks
  }()

  /// What the rules find against an event, given the state before it.
  package static func judge(_ proposal: Proposal, _ situation: Situation) -> [Finding] {
    let type = "\(Swift.type(of: proposal.fact).type)"
    return checks[type, default: []].flatMap { $0.findings(proposal, situation) }
  }

  /// The kinds of records sealed beside events of this type that rules look at: a replay without the key calls them
  /// attested.
  package static func sealedKinds(of type: String) -> [any SealedRecord.Type] {
    var seen: Set<ObjectIdentifier> = []
    return checks[type, default: []].compactMap(\.sealed).filter { seen.insert(ObjectIdentifier($0)).inserted }
  }
}
