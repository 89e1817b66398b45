package import TalentDomain

extension Replay {
  /// The answer in pages: the summary, then the findings, then, if `all`, every event.
  /// - Parameter effectiveBefore: only events that were in effect before this count; each was judged as it was recorded.
  package func pages(all: Bool, effectiveBefore limit: Instant? = nil) -> [ReplayPage] {
    let events = judged.filter { event in limit.map { event.header.effective < $0 } ?? true }
    let findings = events.flatMap(findings)
    var first = ReplayPage()
    first.summary = summary(events)
    var pages = [first]
    for part in findings.parts(of: Replay.pageSize) {
      var page = ReplayPage()
      page.findings = part
      pages.append(page)
    }
    for part in all ? events.parts(of: Replay.pageSize) : [] {
      var page = ReplayPage()
      page.events = part.map(Replay.line)
      pages.append(page)
    }
    return pages
  }

  /// Findings hold sentences in two languages: so many stay far below the limit of a reply.
  private static let pageSize = 400

  private func summary(_ events: [JudgedEvent]) -> ReplaySummary {
    let positions = Set(events.map(\.position))
    var summary = ReplaySummary()
    summary.cohort = code
    summary.events = events.count
    summary.last = events.last?.position
    for event in events {
      switch event.verdict {
      case .against:
        summary.against += 1
        if event.findings.allSatisfy({ !explanations(of: $0, event).isEmpty }) { summary.explained += 1 }
      case .attested: summary.attested += 1
      case .noLongerCheckable: summary.noLongerCheckable += 1
      case .within: summary.within += 1
      }
    }
    summary.recomputed = recomputed.filter { positions.contains($0.position) }
    summary.dispensations = dispensations.filter { positions.contains($0.position) }.map { dispensation in
      var line = ReplayDispensation()
      line.kind = dispensation.kind
      line.person = dispensation.person.map { Person($0) }
      line.position = dispensation.position
      line.rule = Line(dispensation.rule.rawValue)
      return line
    }
    return summary
  }

  private func findings(_ event: JudgedEvent) -> [ReplayFinding] {
    event.findings.map { finding in
      var line = ReplayFinding()
      line.actor = Person(event.header.actor)
      line.explainedBy = explanations(of: finding, event)
      line.finding = FindingLine(finding)
      line.position = event.position
      line.recorded = event.header.recorded
      line.subject = event.header.subject.map { Person($0) }
      line.type = Line(event.type)
      return line
    }
  }

  private func explanations(of finding: Finding, _ event: JudgedEvent) -> [Int] {
    dispensations.filter { $0.explains(finding, of: event) }.map(\.position)
  }

  private static func line(_ event: JudgedEvent) -> ReplayEventLine {
    var line = ReplayEventLine()
    line.actor = Person(event.header.actor)
    line.effective = event.header.effective
    line.position = event.position
    line.recorded = event.header.recorded
    line.rules = event.findings.rules
    line.subject = event.header.subject.map { Person($0) }
    line.type = Line(event.type)
    line.verdict = event.verdict
    line.wanting = event.wanting.keys.sorted { $0.rawValue < $1.rawValue }
    return line
  }
}

extension Array {
  fileprivate func parts(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
