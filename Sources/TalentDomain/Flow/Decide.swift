/// What became of a command: the events to append, and where rules refused it, why.
package struct Verdict: Sendable {
  /// Events for the command's own stream; after a refusal those that are kept all the same.
  package let events: [Proposal]
  /// Empty where the command is accepted.
  package let findings: [Finding]
  /// What changes of that which was recorded before, where the command changes any of it.
  package let ripple: Ripple?

  init(events: [Proposal], findings: [Finding], ripple: Ripple? = nil) {
    self.events = events
    self.findings = findings
    self.ripple = ripple
  }
}

/// The whole of a decision: unless the case is closed to whoever sends it, the command proposes events, the rules judge each of them against the state that those before
/// it would leave, and one finding is enough to refuse them all.
package func decide(
  _ command: some CohortCommand, _ cohort: Cohort, _ organisation: Organisation, _ context: Context
) throws(Refusal) -> Verdict {
  if let closed = Finding.closedCase(command, cohort, context) { return Verdict(events: [], findings: [closed]) }
  let proposals: [Proposal]
  var findings: [Finding] = []
  do {
    proposals = try command.propose(cohort, organisation, context)
    findings = judge(proposals, cohort, organisation, context, revision: cohort.revision)
  } catch .rules(let early) {
    proposals = []
    findings = early
  }
  guard findings.isEmpty else {
    return Verdict(events: command.keep(findings, cohort, context), findings: findings)
  }
  return Verdict(events: proposals, findings: [], ripple: Ripple(proposals, cohort, organisation, context))
}

package func decide(
  _ command: some OrganisationCommand, _ organisation: Organisation, _ context: Context
) throws(Refusal) -> Verdict {
  let proposals: [Proposal]
  do {
    proposals = try command.propose(organisation, context)
  } catch .rules(let early) {
    return Verdict(events: [], findings: early)
  }
  let findings = judge(proposals, Cohort(), organisation, context, revision: organisation.revision)
  return Verdict(events: findings.isEmpty ? proposals : [], findings: findings)
}

private func judge(
  _ proposals: [Proposal], _ cohort: Cohort, _ organisation: Organisation, _ context: Context, revision: Int
) -> [Finding] {
  var (cohort, organisation) = (cohort, organisation)
  var findings: [Finding] = []
  for (index, proposal) in proposals.enumerated() {
    let header = Header(proposal, context, revision: revision + index)
    findings += Rulebook.judge(proposal, Situation(organisation: organisation, cohort: cohort, header: header))
    // Nobody looks at the state after the last one, and a copy of a whole cohort is worth saving.
    if index == proposals.count - 1 { break }
    if let fact = proposal.fact as? any CohortFact { fact.apply(to: &cohort, header) }
    if let fact = proposal.fact as? any OrganisationFact { fact.apply(to: &organisation, header) }
  }
  return findings
}

extension Header {
  /// The header that a proposal would get if it were appended now. Its position is not known yet.
  package init(_ proposal: Proposal, _ context: Context, revision: Int) {
    self.init(
      position: -1, revision: revision, effective: proposal.effective ?? context.recorded, recorded: context.recorded,
      received: context.received, localDate: context.localDate, actor: context.actor, behalf: context.behalf?.alias,
      subject: proposal.subject, cause: proposal.cause)
  }
}
