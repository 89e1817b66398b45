package import TalentDomain

extension CohortReading {
  /// The answer to `ShowParticipant`: all of it to the participant, HR and the auditor; to the immediate leader the
  /// dialogues; to a mentor and a host what they took part in; to everybody else nothing.
  package func participant(_ query: ShowParticipant, today: CivilDate) -> ParticipantShown? {
    let participant = query.participant?.alias ?? viewer.alias
    guard cohort.isOpen, participant != .none, let seat = cohort.selection.seats[participant] else { return nil }
    let visible = entries(of: participant).filter { sees($0, of: participant) }
    guard seesAll(of: participant) || !visible.isEmpty || leads(participant) else { return nil }

    var shown = ParticipantShown()
    shown.participant = Person(participant)
    shown.status = CaseStatus(seat.status)
    shown.entries = visible.sorted { ($0.date, $0.position) < ($1.date, $1.position) }.map(line)
    let ledger = cohort.ledger(of: participant, on: today)
    guard seesAll(of: participant) else {
      // A mentor and a host see what they took part in, and not what it comes to with others.
      shown.tracks = ledger.filter { $0.track == .dialogues && leads(participant) }.map { TrackLine($0) }
      return shown
    }
    shown.tracks = ledger.map { TrackLine($0) }
    shown.totals = LedgerTotals(ledger, dayHours: cohort.timeTable(on: today).dayHours)
    shown.next = planned(for: participant, from: today)
    shown.deviations = cohort.programme.deviations.filter { $0.participant == participant }
      .map { line($0, today: today) }
    shown.completed = cohort.completion(of: participant) != nil
    shown.certificate = cohort.standingCertificate(of: participant)
    company(of: participant, today, &shown)
    return shown
  }

  /// With whom the participant goes through the programme, and by which plan.
  private func company(of participant: Alias, _ today: CivilDate, _ shown: inout ParticipantShown) {
    let programme = cohort.programme
    shown.leader = leader(of: participant).map { Person($0) }
    shown.mentor = programme.mentors.live(of: participant).map { Person($0.mentor) }
    shown.internship = programme.internships.agreements(of: participant).last.map(line)
    shown.plan = programme.plans.current[participant].map { PlanStanding($0) }
    shown.workGroup = programme.workGroups.group(of: participant).map { line($0, today: today) }
  }

  func line(_ entry: Entry) -> EntryLine {
    var line = EntryLine()
    line.amount = entry.amount
    line.confirmed = entry.isConfirmed
    line.date = entry.date
    line.id = entry.id
    line.kind = entry.kind
    line.position = viewer.seesPositions ? entry.position : nil
    line.voided = entry.isVoided
    line.with = entry.counterpart.map { Person($0) }
    return line
  }
}

extension Cohort {
  func standingCertificate(of participant: Alias) -> Code? {
    programme.completions.standingCertificate(of: participant)
  }
}
