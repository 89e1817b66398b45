package import TalentDomain

extension CohortReading {
  /// The answer to `ListDialogues`: all to those who run or audit the programme, to a leader those of the own employees, to
  /// a participant the own.
  package func dialogues(today: CivilDate) -> DialogueList? {
    guard cohort.isOpen else { return nil }
    let visible = cohort.everParticipants.filter { seesAll(of: $0) || leads($0) }
    guard seesProgramme || takesPart || !visible.isEmpty else { return nil }
    var list = DialogueList()
    list.dialogues = visible.flatMap(dialogues(of:)).sorted { ($0.date, $0.entry) < ($1.date, $1.entry) }
    list.participants = visible.map { participant in
      var standing = DialogueStanding()
      standing.held = dialogues(of: participant).count
      standing.leader = leader(of: participant).map { Person($0) }
      standing.participant = Person(participant)
      standing.track = TrackLine(cohort.track(.dialogues, of: participant, on: today))
      return standing
    }
    return list
  }

  private func dialogues(of participant: Alias) -> [DialogueLine] {
    cohort.programme.live(of: participant, .dialogues).map { entry in
      var line = DialogueLine()
      line.confirmed = entry.isConfirmed
      line.date = entry.date
      line.entry = entry.id
      line.hours = entry.amount
      line.leader = entry.counterpart.map { Person($0) }
      line.participant = Person(participant)
      return line
    }
  }
}
