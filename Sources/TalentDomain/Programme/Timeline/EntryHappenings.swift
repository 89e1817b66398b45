// What is recorded of a participant's time, and what became of it.

extension EntryFact {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? {
    let entry = entry(in: cohort, header)
    var happening = Happening(
      .recorded, entry.participants, on: entry.date, entry: entry.id, with: entry.counterpart, header)
    happening.new = Happening.Stood(amount: entry.amount, day: entry.date)
    return happening
  }
}

extension EntryConfirmed {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? {
    cohort.programme.happening(.confirmed, entry, header)
  }
}

extension EntryCorrected {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? {
    var happening = cohort.programme.happening(.corrected, entry, header)
    happening?.old = Happening.Stood(amount: oldAmount, day: oldDate)
    happening?.new = Happening.Stood(amount: amount, day: date)
    happening?.ground = ground
    return happening
  }
}

extension EntryVoided {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? {
    var happening = cohort.programme.happening(.voided, entry, header)
    happening?.old = Happening.Stood(amount: oldAmount, day: oldDate)
    happening?.ground = ground
    return happening
  }
}

extension DeviationFlagged {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? {
    var happening = Happening(.deviated, [participant], entry: entry, header)
    happening.deviation = kind
    return happening
  }
}

extension Programme {
  fileprivate func happening(_ kind: Happening.Kind, _ id: Alias, _ header: Header) -> Happening? {
    entries[id].map { Happening(kind, $0.participants, entry: id, with: $0.counterpart, header) }
  }
}
