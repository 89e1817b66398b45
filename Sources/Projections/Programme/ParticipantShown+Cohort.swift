package import TalentDomain

extension CohortReading {
  /// The answer to `ShowParticipant`: all of it to the participant, HR and the auditor; to the immediate leader the
  /// dialogues; to a mentor and a host what they took part in; to everybody else nothing.
  package func participant(_ query: ShowParticipant, today: CivilDate) -> ParticipantShown? {
    let participant = query.participant?.alias ?? viewer.alias
    guard cohort.isOpen, participant != .none, let seat = cohort.selection.seats[participant] else { return nil }
    let seesAll = participant == viewer.alias || viewer.holds(.hr, .auditor, .dpo)
    let entries = cohort.programme.ofParticipant[participant, default: []].compactMap { cohort.programme.entries[$0] }
    let visible = entries.filter { seesAll || sees($0, of: participant) }
    guard seesAll || !visible.isEmpty || leads(participant) else { return nil }

    var shown = ParticipantShown()
    shown.participant = Person(participant)
    shown.status = CaseStatus(seat.status)
    shown.entries = visible.sorted { ($0.date, $0.position) < ($1.date, $1.position) }.map(line)
    let tracks = Set(visible.map(\.track)).union(leads(participant) ? [.dialogues] : [])
    shown.tracks = cohort.ledger(of: participant, on: today).filter { seesAll || tracks.contains($0.track) }
      .map { TrackLine($0) }
    guard seesAll else { return shown }
    shown.next = cohort.setup.gatherings.filter { $0.date >= today }
    shown.deviations = cohort.programme.deviations.filter { $0.participant == participant }.map { DeviationLine($0) }
    shown.completed = cohort.programme.completions.completed[participant] != nil
    shown.certificate = cohort.standingCertificate(of: participant)
    return shown
  }

  /// The answer to `ShowProgress`: to HR and the auditor.
  package func progress(today: CivilDate) -> ProgressShown? {
    guard cohort.isOpen, viewer.holds(.hr, .auditor, .dpo) else { return nil }
    var shown = ProgressShown()
    shown.participants = cohort.everParticipants.map { participant in
      var line = ProgressLine()
      line.participant = Person(participant)
      line.status = cohort.selection.seats[participant].map { CaseStatus($0.status) } ?? .accepted
      line.tracks = cohort.ledger(of: participant, on: today).map { TrackLine($0) }
      line.completed = cohort.programme.completions.completed[participant] != nil
      line.certificate = cohort.standingCertificate(of: participant)
      return line
    }
    shown.deviations = cohort.programme.deviations.map { DeviationLine($0) }
    return shown
  }

  private func sees(_ entry: Entry, of participant: Alias) -> Bool {
    (viewer.alias != .none && (entry.counterpart == viewer.alias || entry.recorder == viewer.alias))
      || (entry.kind == .dialogue && leads(participant))
  }

  private func line(_ entry: Entry) -> EntryLine {
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
  fileprivate func standingCertificate(of participant: Alias) -> Code? {
    programme.completions.hasCertificate(participant) ? programme.completions.certificates[participant]?.number : nil
  }

  /// Those who take part, and those who did and left, in the order of the ranking.
  fileprivate var everParticipants: [Alias] {
    let approved = selection.approvedProposal.map { $0.selected + $0.reserve } ?? []
    return approved.filter {
      selection.seats[$0]?.status == .accepted || (selection.left[$0] != nil && programme.ofParticipant[$0] != nil)
    }
  }
}
