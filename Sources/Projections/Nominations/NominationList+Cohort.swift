package import TalentDomain

extension CohortReading {
  /// The answer to `ListNominations`: the forms that the viewer may see, in the order in which they were recorded.
  package func nominations(_ query: ListNominations) -> NominationList? {
    guard cohort.isOpen else { return nil }
    var list = NominationList()
    for id in cohort.nominations.order {
      guard let form = cohort.nominations.forms[id], sees(form) else { continue }
      if let status = query.status, status != self.status(of: form) { continue }
      list.nominations.append(line(of: form))
    }
    return list
  }

  func line(of form: Nomination) -> NominationLine {
    var line = NominationLine()
    line.centre = Thing(known: form.centre)
    line.chief = Person(form.chief)
    line.field = form.field
    line.handedIn = form.handedIn
    line.id = form.id
    line.journal = form.receivedAt.flatMap { position in
      opener.opened(JournalNumber.self, at: position, about: form.nominee)?.number
    }
    line.nominee = form.nominee == .none ? nil : Person(form.nominee)
    line.priority = form.priority
    line.profession = Thing(known: form.profession)
    line.recorded = viewer.seesPositions ? form.position : nil
    line.refusedBy = form.refusedBy
    line.status = status(of: form)
    line.workplace = Thing(known: form.workplace)
    return line
  }
}
