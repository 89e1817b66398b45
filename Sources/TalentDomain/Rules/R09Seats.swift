extension Rule {
  /// Seats go to those whom the board approved, and to the reserve in its order until the second gathering.
  static let seatOfferChecks: [Rule.Check] = [
    on(SeatOffered.self) { fact, situation in
      guard let proposal = situation.cohort.selection.approvedProposal else { return .notApproved }
      guard !proposal.selected.contains(fact.nominee) else { return nil }
      return Finding(
        .r9,
        Bilingual(
          da: "Den indstillede er ikke godkendt til en plads.", en: "The nominee is not approved for a seat."),
        remedy: Bilingual(
          da: "Tilbyd pladsen til en af de godkendte, eller ryk den bedst placerede reserve op.",
          en: "Offer the seat to one of the approved, or promote the best placed of the reserve."))
    },
    on(ReservePromoted.self) { fact, situation in
      guard situation.cohort.selection.approvedProposal != nil else { return .notApproved }
      let left = situation.cohort.reserveLeft
      guard let best = left.first else { return .emptyReserve }
      guard best != fact.nominee else { return nil }
      let place = left.firstIndex(of: fact.nominee).map { $0 + 1 }
      return Finding(
        .r9,
        Bilingual(
          da: place.map { "Den indstillede står som nummer \($0) af dem, der er tilbage på reservelisten." }
            ?? "Den indstillede står ikke på reservelisten.",
          en: place.map { "The nominee stands as number \($0) of those left in reserve." }
            ?? "The nominee does not stand in reserve."),
        remedy: Bilingual(
          da: "Ryk den bedst placerede op: \(best.text).", en: "Promote the best placed: \(best.text)."))
    },
    on(ReservePromoted.self) { _, situation in
      guard let second = situation.cohort.setup.secondGathering, situation.header.localDate >= second else {
        return nil
      }
      return Finding(
        .r9,
        Bilingual(
          da: "Anden samling begyndte \(second.danish).", en: "The second gathering began on \(second.text)."),
        remedy: Bilingual(
          da: "En reserve kan rykke op til og med \(second.adding(days: -1).danish).",
          en: "A reserve may be promoted until \(second.adding(days: -1).text)."))
    },
    on(ParticipationDeferred.self) { fact, _ in
      guard fact.seatNextCohort, !fact.board else { return nil }
      return Finding(
        .r9,
        Bilingual(
          da: "Kun direktionen kan love en plads på næste hold.",
          en: "Only the executive board may promise a seat in the next cohort."),
        remedy: Bilingual(
          da: "Udskyd uden løfte om plads, eller registrér direktionens beslutning på et medlems vegne.",
          en: "Defer without a promised seat, or record the board's decision on a member's behalf."))
    },
    on(NonSelectionNotified.self) { fact, situation in
      guard fact.ground == .rest else { return nil }
      guard let proposal = situation.cohort.selection.approvedProposal else { return .notApproved }
      guard !proposal.rest.contains(fact.nominee) else { return nil }
      return Finding(
        .r9,
        Bilingual(
          da: "Den indstillede er udvalgt eller står på reservelisten.",
          en: "The nominee is selected or stands in reserve."),
        remedy: Bilingual(
          da: "Giv kun afslag til dem, der hverken er udvalgt eller reserve; en reserve afsluttes for sig.",
          en: "Write only to those neither selected nor in reserve; a place in the reserve is ended by itself."))
    },
  ]
}

extension Finding {
  static let notApproved = Finding(
    .r9,
    Bilingual(
      da: "Direktionen har ikke godkendt udvælgelsen.", en: "The executive board has not approved the selection."),
    remedy: Bilingual(
      da: "Vent på godkendelsen; indtil da er udfaldet ikke afgjort.",
      en: "Wait for the approval; until then nothing is decided."))

  static let emptyReserve = Finding(
    .r9,
    Bilingual(da: "Der er ingen tilbage på reservelisten.", en: "Nobody is left in reserve."),
    remedy: Bilingual(da: "Pladsen forbliver ledig.", en: "The seat stays vacant."))
}
