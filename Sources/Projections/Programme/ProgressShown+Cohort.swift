package import TalentDomain

extension CohortReading {
  /// The answer to `ShowProgress`: to those who run or audit the programme.
  package func progress(today: CivilDate) -> ProgressShown? {
    guard cohort.isOpen, seesProgramme else { return nil }
    let dayHours = cohort.timeTable(on: today).dayHours
    var shown = ProgressShown()
    shown.participants = cohort.everParticipants.map { participant in
      let ledger = cohort.ledger(of: participant, on: today)
      var line = ProgressLine()
      line.participant = Person(participant)
      line.status = cohort.selection.seats[participant].map { CaseStatus($0.status) } ?? .accepted
      line.tracks = ledger.map { TrackLine($0) }
      line.totals = LedgerTotals(ledger, dayHours: dayHours)
      line.completed = cohort.completion(of: participant) != nil
      line.certificate = cohort.standingCertificate(of: participant)
      return line
    }
    shown.deviations = cohort.programme.deviations.map { line($0, today: today) }
    return shown
  }

  /// The answer to `ListDeviations`: to those who run or audit the programme; a participant's own stand on the own screen.
  package func deviations(today: CivilDate) -> DeviationList? {
    guard cohort.isOpen, seesProgramme else { return nil }
    var list = DeviationList()
    list.deviations = cohort.programme.deviations.map { line($0, today: today) }
    return list
  }

  func line(_ deviation: Deviation, today: CivilDate) -> DeviationLine {
    DeviationLine(
      deviation, cohort.programme.entries[deviation.entry], stands: cohort.stands(deviation, on: today))
  }
}

extension Cohort {
  /// Those who take part, and those who did and left, in the order of the ranking.
  var everParticipants: [Alias] {
    let approved = selection.approvedProposal.map { $0.selected + $0.reserve } ?? []
    return approved.filter {
      selection.seats[$0]?.status == .accepted || (selection.left[$0] != nil && programme.ofParticipant[$0] != nil)
    }
  }
}
