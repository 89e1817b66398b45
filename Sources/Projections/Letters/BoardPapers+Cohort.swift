internal import TalentDomain

// The board's case and its minutes: from one proposal, exactly as its digest covers it.
extension LetterReading {
  func boardCase() throws(Refusal) -> Letter {
    guard let ground = grounds.proposal, let proposal = cohort.selection.proposal else { throw .notFound }
    let candidates = Candidates(self, proposal)
    var contents = BoardCaseContents()
    contents.categories = cohort.setup.criteria?.categories ?? []
    contents.departures = candidates.departures
    contents.digest = proposal.digest
    contents.eligible = proposal.nominees.count
    contents.forms = cohort.nominations.order.count
    contents.framework = cohort.setup.criteria?.framework
    contents.note = opener.opened(ProposalNote.self, at: proposal.position, author: proposal.proposer)?.note
    contents.number = ground.fact.proposal.number
    contents.professions = spread(over: proposal) { $0.profession }
    contents.proposer = Person(proposal.proposer)
    contents.reserve = candidates.lines(proposal.reserve)
    contents.rest = candidates.lines(proposal.rest)
    contents.seats = cohort.setup.seats
    contents.selected = candidates.lines(proposal.selected)
    contents.ties = ties
    contents.workplaces = spread(over: proposal) { $0.workplace }
    return Letter(.boardCase, head(ground.date), contents)
  }

  func minutes() throws(Refusal) -> Letter {
    guard let approval = grounds.approval, let ground = grounds.proposal,
      let proposal = cohort.selection.approvedProposal
    else { throw .notFound }
    guard let reference = opener.opened(MinutesReference.self, at: approval.position) else { throw wordsErased }
    let candidates = Candidates(self, proposal)
    let members = Set(approval.fact.members)
    var contents = MinutesContents()
    contents.departures = candidates.departures
    contents.digest = approval.fact.proposal
    contents.journal = reference.journal
    contents.meeting = reference.meeting
    contents.members = approval.fact.members.map { Person($0) }
    contents.minutes = approval.fact.minutes
    contents.number = ground.fact.proposal.number
    contents.others = approval.fact.present.filter { !members.contains($0) }.map { Person($0) }
    contents.proposer = Person(proposal.proposer)
    contents.recordedFor = Person(approval.fact.member)
    contents.reserve = candidates.lines(proposal.reserve)
    contents.rest = proposal.rest.count
    contents.seats = cohort.setup.seats
    contents.selected = candidates.lines(proposal.selected)
    return Letter(.minutes, head(approval.fact.meeting), contents)
  }

  /// Nominees and those proposed for a seat, by workplace or by profession: the many first.
  private func spread(over proposal: ProposalState, by code: (Nomination) -> Alias) -> [Spread] {
    let selected = Set(proposal.selected)
    var counted: [Alias: Spread] = [:]
    for nominee in proposal.nominees {
      guard let form = cohort.nominations.live(of: nominee) else { continue }
      counted[code(form), default: Spread()].eligible += 1
      if selected.contains(nominee) { counted[code(form), default: Spread()].selected += 1 }
    }
    return counted.map { code, spread in
      var line = spread
      line.thing = Thing(code)
      return line
    }.sorted { ($1.selected, $1.eligible, $0.thing.id) < ($0.selected, $0.eligible, $1.thing.id) }
  }

  private var ties: [TieDecision] {
    cohort.assessment.resolved.map { order in
      var decision = TieDecision()
      decision.ground = cohort.assessment.resolvedAt[order].flatMap { opener.opened(TieGround.self, at: $0)?.ground }
      decision.order = order.map { Person($0) }
      return decision
    }
  }
}

/// The lines of a proposal, with what was written about each nominee.
private struct Candidates<O: Opener> {
  let reading: LetterReading<O>
  let proposal: ProposalState
  private let standings: [Alias: CohortReading<O>.Standing]
  private let grounds: [Alias: Text]
  private let reasons: [Alias: Text]

  init(_ reading: LetterReading<O>, _ proposal: ProposalState) {
    self.reading = reading
    self.proposal = proposal
    standings = Dictionary(reading.reading.standings().map { ($0.entry.nominee, $0) }) { first, _ in first }
    let (position, author) = (proposal.position, proposal.proposer)
    grounds = Dictionary(
      reading.opener.records(DepartureGround.self, at: position, about: nil, author: author).map {
        ($0.nominee, $0.ground)
      }
    ) { first, _ in first }
    reasons = Dictionary(
      reading.opener.records(SelectionReasons.self, at: position, about: nil, author: author).map {
        ($0.nominee, $0.reasons)
      }
    ) { first, _ in first }
  }

  func lines(_ nominees: [Alias]) -> [CandidateLine] {
    let selected = Set(proposal.selected)
    return nominees.enumerated().map { index, nominee in
      let form = reading.cohort.nominations.live(of: nominee)
      var line = CandidateLine()
      line.chosen = selected.contains(nominee)
      line.ground = grounds[nominee]
      line.nominee = Person(nominee)
      line.number = index + 1
      line.points = standings[nominee]?.entry.total
      line.profession = form.flatMap { Thing(known: $0.profession) }
      line.rank = standings[nominee]?.rank
      line.reasons = reasons[nominee]
      line.workplace = form.flatMap { Thing(known: $0.workplace) }
      return line
    }
  }

  /// In the order in which the proposal names them.
  var departures: [CandidateLine] {
    let departing = Set(proposal.departures)
    return lines(proposal.nominees.filter(departing.contains))
  }
}
