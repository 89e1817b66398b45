import CivilTime
import EventLog
import TalentDomain
import TalentInterface

// Events go to the log, and what is in memory follows each.
extension CommandDecider {
  func append(
    _ proposal: Proposal, _ decision: Decision, _ request: CommandRequest, _ desk: Desk
  ) throws(LogError) {
    let ruleSet = decision.cohort.flatMap {
      live.cohorts[$0]?.state.setup.ruleSetVersion(on: zone.local(Instant(milliseconds: desk.now)).date)
    }
    try append(
      proposal, to: decision.stream, actor: decision.actor, behalf: decision.behalf, command: request.call.id,
      received: decision.received, ruleSet: ruleSet, desk)
    guard let cohort = decision.cohort else { return }
    for entry in proposal.sealed { live.cohorts[cohort]?.links.take(entry.record) }
  }

  func append(_ proposal: Proposal, actor: Alias, to stream: String, _ desk: Desk) throws(LogError) {
    try append(
      proposal, to: stream, actor: actor, behalf: nil, command: nil, received: Instant(milliseconds: desk.now),
      ruleSet: nil, desk)
  }

  private func append(
    _ proposal: Proposal, to stream: String, actor: Alias, behalf: Alias?, command: CommandID?, received: Instant,
    ruleSet: Code?, _ desk: Desk
  ) throws(LogError) {
    let date = zone.local(Instant(milliseconds: desk.now)).date
    let effective = proposal.effective?.milliseconds ?? desk.now
    let event = try desk.append(
      Draft(
        stream: stream, type: "\(type(of: proposal.fact).type)", subject: proposal.subject?.text,
        effective: effective, facts: proposal.fact.canonical, sealed: proposal.sealed.map(\.field),
        actor: actor.text, behalf: behalf?.text, cause: proposal.cause, command: command?.text,
        received: received.milliseconds, localDate: date.text, ruleSet: ruleSet?.value))
    appended.append((event.position, event.bytes))
    evolve(
      proposal, stream,
      Header(
        position: event.position, revision: event.revision, effective: Instant(milliseconds: effective),
        recorded: Instant(milliseconds: event.recorded), received: received, localDate: date, actor: actor,
        behalf: behalf, subject: proposal.subject, cause: proposal.cause))
  }

  private func evolve(_ proposal: Proposal, _ stream: String, _ header: Header) {
    if let fact = proposal.fact as? any CohortFact, let code = Stream.cohort(in: stream) {
      if header.revision == 0 { live.cohortCodes.append(code) }
      live.cohorts[code, default: WarmCohort()].take(fact, header)
    } else if let fact = proposal.fact as? any OrganisationFact {
      live.organisation.revision += 1
      fact.apply(to: &live.organisation, header)
      live.names.take(fact, proposal.sealed.map(\.record))
      if let fact = fact as? SubjectKeyDestroyed { live.forget(fact) }
    } else if let fact = proposal.fact as? CheckpointAnchored {
      live.anchors.take(fact, position: header.position)
    }
  }

  /// Folds a cohort when it is first asked for.
  func warm(_ code: Code) throws(LogError) {
    askings += 1
    if live.cohorts[code] == nil {
      guard live.cohortCodes.contains(code) else { return }
      live.cohorts[code] = try Folding.cohort(code, desksLog.reader())
      live.left.giveBack(code)
    }
    live.cohorts[code]?.used = askings
  }
}

extension WarmCohort {
  mutating func take(_ fact: some CohortFact, _ header: Header) {
    fact.evolve(&state, header)
  }
}
