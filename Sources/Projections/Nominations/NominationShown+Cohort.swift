package import TalentDomain

extension CohortReading {
  /// The answer to `ShowNomination`: a form by its id, or a nominee's live form, or else the nominee's latest.
  package func nomination(_ query: ShowNomination) -> NominationShown? {
    guard cohort.isOpen, let form = form(query), sees(form) else { return nil }
    var shown = NominationShown()
    shown.line = line(of: form)
    shown.form = opener.opened(NominationForm.self, at: form.position, about: form.nominee, author: form.chief)
    if form.nominee != .none {
      shown.conversation = cohort.nominations.conversations[form.nominee]?.date
      shown.interest = cohort.nominations.interests[form.nominee]
    }
    return shown
  }

  private func form(_ query: ShowNomination) -> Nomination? {
    let nominations = cohort.nominations
    if let id = query.form { return nominations.forms[id] }
    guard let nominee = query.nominee?.alias, nominee != .none else { return nil }
    return nominations.live(of: nominee)
      ?? nominations.order.reversed().lazy.compactMap { nominations.forms[$0] }.first { $0.nominee == nominee }
  }
}
