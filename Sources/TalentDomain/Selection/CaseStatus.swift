/// Where a nominee's case stands, in the words that people are shown.
package enum CaseStatus: String, Choice {
  case accepted, declined, deferred, eligible, ineligible, lapsed, left
  /// Approved, neither selected nor in reserve, and not told yet.
  case notSelected
  case offered, received, refused, reserve
  /// Approved for a seat that has not been offered yet.
  case selected
  case submitted
  /// Told of not being selected.
  case told
  /// What everybody outside the decision reads until the offer or the letter.
  case underConsideration
  case withdrawn

  package var label: Bilingual {
    switch self {
    case .accepted: Bilingual(da: "deltager", en: "participant")
    case .declined: Bilingual(da: "har sagt nej til pladsen", en: "declined the seat")
    case .deferred: Bilingual(da: "deltagelse udskudt", en: "participation deferred")
    case .eligible: Bilingual(da: "opfylder deltagelsesbetingelserne", en: "eligible")
    case .ineligible: Bilingual(da: "opfylder ikke deltagelsesbetingelserne", en: "not eligible")
    case .lapsed: Bilingual(da: "tilbud bortfaldet uden svar", en: "offer lapsed unanswered")
    case .left: Bilingual(da: "trådt ud af forløbet", en: "left the programme")
    case .notSelected: Bilingual(da: "ikke valgt, afslag ikke sendt", en: "not selected, letter not sent")
    case .offered: Bilingual(da: "tilbudt en plads", en: "offered a seat")
    case .received: Bilingual(da: "indstilling modtaget", en: "nomination received")
    case .refused: Bilingual(da: "indstilling afvist", en: "nomination refused")
    case .reserve: Bilingual(da: "på reservelisten", en: "in reserve")
    case .selected: Bilingual(da: "udvalgt, tilbud ikke sendt", en: "selected, offer not sent")
    case .submitted: Bilingual(da: "indstillet", en: "nominated")
    case .told: Bilingual(da: "ikke valgt", en: "not selected")
    case .underConsideration: Bilingual(da: "under behandling", en: "under consideration")
    case .withdrawn: Bilingual(da: "indstilling trukket tilbage", en: "nomination withdrawn")
    }
  }
}

extension Cohort {
  /// How a nominee's case stands: as the decision knows it, or `embargoed` as everybody else may. Nil for nobody nominated.
  package func status(of nominee: Alias, embargoed: Bool) -> CaseStatus? {
    let form =
      nominations.live(of: nominee)
      ?? nominations.order.reversed().lazy.compactMap { nominations.forms[$0] }.first { $0.nominee == nominee }
    return form.map { status(of: $0, embargoed: embargoed) }
  }

  /// How the case of one form stands: a live form has its nominee's status, any other its own.
  package func status(of form: Nomination, embargoed: Bool) -> CaseStatus {
    guard nominations.live[form.nominee] == form.id else {
      return form.status == .withdrawn ? .withdrawn : .refused
    }
    // Offers and letters tell the outcome; a withdrawn form was never a secret.
    if let seat = selection.seats[form.nominee] { return CaseStatus(seat.status) }
    if selection.notified[form.nominee] != nil { return .told }
    switch form.status {
    case .withdrawn: return .withdrawn
    case .refused: return .refused
    case .submitted, .received, .eligible, .ineligible:
      return embargoed ? .underConsideration : undisclosed(form)
    }
  }

  /// What has been decided and not told.
  private func undisclosed(_ form: Nomination) -> CaseStatus {
    switch form.status {
    case .submitted: return .submitted
    case .received: return .received
    case .ineligible: return .ineligible
    case .refused: return .refused
    case .withdrawn: return .withdrawn
    case .eligible:
      guard let proposal = selection.approvedProposal else { return .eligible }
      if proposal.selected.contains(form.nominee) { return .selected }
      return selection.reserve.contains(form.nominee) ? .reserve : .notSelected
    }
  }
}

extension CaseStatus {
  package init(_ seat: SeatState.Status) {
    switch seat {
    case .accepted: self = .accepted
    case .declined: self = .declined
    case .deferred: self = .deferred
    case .lapsed: self = .lapsed
    case .offered: self = .offered
    case .withdrawn: self = .left
    }
  }
}
