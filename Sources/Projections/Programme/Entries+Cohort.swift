package import TalentDomain

extension CohortReading {
  /// The answer to `ShowEntry`: to whoever sees the entry of one of those whose time it counts for.
  package func entry(_ query: ShowEntry) -> EntryShown? {
    guard cohort.isOpen, let entry = cohort.programme.entries[query.entry] else { return nil }
    let known = entry.participants.filter { sees(entry, of: $0) }
    guard let participant = known.first else { return nil }
    var shown = EntryShown()
    shown.entry = line(entry)
    shown.participants = known.map { Person($0) }
    shown.history = cohort.programme.timelines.ofParticipant[participant, default: []]
      .filter { $0.entry == entry.id && sees($0, of: participant) }
      .map { step($0, entry) }
    return shown
  }

  /// The answer to `ListEntries`.
  package func entries(_ query: ListEntries) -> EntryList? {
    guard cohort.isOpen else { return nil }
    let wanted = query.participant.map { [$0.alias] } ?? Array(cohort.programme.ofParticipant.keys)
    var list = EntryList()
    list.entries = wanted.flatMap { participant in
      entries(of: participant).filter { sees($0, of: participant) && query.asks(for: $0) }.map { (participant, $0) }
    }
    .sorted { ($0.1.date, $0.1.position, $0.0) < ($1.1.date, $1.1.position, $1.0) }
    .map { participant, entry in
      var listed = ListedEntry()
      listed.entry = line(entry)
      listed.participant = Person(participant)
      return listed
    }
    return list
  }

  private func step(_ happening: Happening, _ entry: Entry) -> EntryStep {
    var step = EntryStep()
    step.by = Person(happening.by)
    step.recorder = happening.actor == happening.by ? nil : Person(happening.actor)
    step.kind = happening.kind
    step.effective = happening.effective
    step.recorded = happening.recorded
    step.position = viewer.seesPositions ? happening.position : nil
    (step.date, step.amount) = (happening.new?.day, happening.new?.amount)
    (step.oldDate, step.oldAmount) = (happening.old?.day, happening.old?.amount)
    step.deviation = happening.deviation
    step.ground = happening.ground
    if happening.ground == .stated {
      step.reason =
        opener.opened(
          EntryReason.self, at: happening.position, about: entry.participants.count == 1 ? entry.participants[0] : nil,
          author: happening.by)?.reason
    }
    return step
  }
}

extension ListEntries {
  fileprivate func asks(for entry: Entry) -> Bool {
    if let from, entry.date < from { return false }
    if let to, entry.date > to { return false }
    if let kind, entry.kind != kind { return false }
    guard unconfirmed == true else { return true }
    return !entry.isVoided && !entry.isConfirmed && entry.counterpart != nil
  }
}
