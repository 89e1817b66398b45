import EventLog
import Projections
import TalentDomain

// A batch of the writer's: what is asked, one after the other, and what follows once it is durable, or is not.
extension CommandDecider: Decider {
  func decide(_ request: WriterRequest, at desk: Desk) throws(LogError) -> WriterReply {
    try noteClock(desk)
    requestsInBatch += 1
    switch request {
    case .commands(let requests):
      var outcomes: [Outcome] = []
      outcomes.reserveCapacity(requests.count)
      for request in requests {
        request.timing?.mark(.begun)
        outcomes.append(try carryOut(request, desk))
        request.timing?.mark(.decided)
        if let timing = request.timing { timings.append(timing) }
      }
      return .outcomes(outcomes)
    case .record(let actor, let proposals, let time):
      setClock(time, desk)
      for proposal in proposals { try append(proposal, actor: actor, to: Stream.record, desk) }
      return .done
    case .letter(let rendering):
      let (fact, position) = try record(rendering, desk)
      return .rendered(fact, position: position)
    case .export(let fact, let actor, let time):
      setClock(time, desk)
      return .exported(position: try record(fact, actor, desk))
    case .rotateKey(let days, let actor, let time):
      setClock(time, desk)
      return .rotated(stillUntil: try rotateKey(overlapDays: days, actor, desk))
    case .anchor(let fact, let actor): return try keep(fact, actor, desk)
    case .restored:
      try recordRestored(desk)
      return .done
    case .keysDestroyed(let person, let classes):
      try recordDestroyed(person, classes, desk)
      return .done
    case .checkpoint:
      desk.checkpointNow()
      return .done
    // That is done with every request.
    case .lookAtClock: return .done
    case .warm(let code):
      try warm(code)
      return .done
    case .reconfigure(let candidate):
      try reconfigure(candidate, desk)
      return .done
    }
  }

  private func reconfigure(_ candidate: InForce, _ desk: Desk) throws(LogError) {
    setClock(nil, desk)
    let fact = ServiceReconfigured(
      administrators: candidate.identification.administrators.count,
      configuration: candidate.settings.digest.flatMap { Digest($0) } ?? .blank)
    try append(Proposal(fact), actor: .service, to: Stream.record, desk)
    inForce = candidate
    live.anchors = live.anchors.judged(by: candidate.settings.anchor.policy)
  }

  static func isReading(_ request: WriterRequest) -> Bool {
    if case .warm = request { true } else { false }
  }

  /// A cohort that nobody has asked for lately is read also while the disk is full.
  func read(_ request: WriterRequest) throws(LogError) -> WriterReply {
    if case .warm(let code) = request {
      try warm(code)
      live.letGoOfCohorts()
      published.publish(live)
    }
    return .done
  }

  func committed(upTo size: Int) {
    for timing in timings { timing.mark(.durable) }
    metrics.committed(requests: requestsInBatch, events: appended.count)
    refusals.committed()
    requestsInBatch = 0
    do {
      try views.apply(appended)
    } catch {
      // The log is what counts: a view that fell behind is caught up when it can be written (`ViewService`).
      report(.viewsFellBehind)
    }
    appended.removeAll(keepingCapacity: true)
    live.size = size
    live.letGoOfCohorts()
    committedClock = clock
    if inForce !== standing.inForce { standing.publish(inForce) }
    published.publish(live)
    for timing in timings { timing.mark(.projected) }
    timings.removeAll(keepingCapacity: true)
    guard let before = beforeTurningPoint else { return }
    beforeTurningPoint = nil
    if !inForce.anchoring.wants(sizeBefore: before) { report(.anchorBellSilent) }
  }

  func rolledBack() {
    appended.removeAll()
    timings.removeAll(keepingCapacity: true)
    refusals.rolledBack()
    requestsInBatch = 0
    inForce = standing.inForce
    beforeTurningPoint = nil
    clock = committedClock
    live = published.read()
  }

  /// In a simulated log it is the time that somebody says, or else that of the last event. The machine's clock has no place
  /// there: it may be years ahead of the time that is played, and recorded time never goes back.
  func setClock(_ time: Instant?, _ desk: Desk) {
    desk.simulate(now: (time ?? Instant.beginningOfSimulation).milliseconds)
  }
}

extension Instant {
  /// 2000-01-01: when the service of an empty simulated log starts, before any time that somebody may want to play.
  fileprivate static let beginningOfSimulation = Instant(milliseconds: 946_684_800_000)
}
