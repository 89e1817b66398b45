package import TalentDomain

extension CohortReading {
  /// The answer to `ShowSelection`: the latest proposal with its grounds. Before there is one, an answer without a digest.
  package func selection() -> SelectionShown? {
    guard cohort.isOpen, seesOutcomes else { return nil }
    var shown = SelectionShown()
    guard let proposal = cohort.selection.proposal else { return shown }
    shown.digest = proposal.digest
    shown.position = viewer.seesPositions ? proposal.position : nil
    shown.proposer = Person(proposal.proposer)
    shown.status = proposal.status

    let standings = Dictionary(standings().map { ($0.entry.nominee, $0) }) { first, _ in first }
    let grounds = Dictionary(
      opener.records(DepartureGround.self, at: proposal.position, about: nil, author: proposal.proposer)
        .map { ($0.nominee, $0.ground) }
    ) { first, _ in first }
    let reasons = Dictionary(
      opener.records(SelectionReasons.self, at: proposal.position, about: nil, author: proposal.proposer)
        .map { ($0.nominee, $0.reasons) }
    ) { first, _ in first }
    let line = { (nominee: Alias) in
      var line = SelectionLine()
      line.departure = proposal.departures.contains(nominee)
      line.ground = grounds[nominee]
      line.nominee = Person(nominee)
      line.rank = standings[nominee]?.rank
      line.reasons = reasons[nominee]
      line.total = standings[nominee]?.entry.total
      return line
    }
    shown.reserve = proposal.reserve.map(line)
    shown.rest = proposal.rest.map(line)
    shown.selected = proposal.selected.map(line)
    return shown
  }
}
