extension Rule {
  /// Seats (pladser).
  static let seats = Rule(
    .r1,
    Bilingual(
      da: "Der er ikke flere optagne pladser, end holdet har; et tilbud, der gælder, optager en plads.",
      en: "No more seats are occupied than the cohort has; a live offer occupies one."),
    source: "«Der er plads til 20 deltagere på det hold, der starter op 26. april.»",
    checks: seatCountChecks + [
      on(SelectionProposed.self) { fact, situation in
        let (seats, occupied) = (situation.cohort.setup.seats, situation.cohort.selection.occupied)
        let proposed = fact.proposal.selected.count
        guard proposed > seats - occupied else { return nil }
        return Finding(
          .r1,
          Bilingual(
            da: "\(proposed) er foreslået til en plads; holdet har \(seats) pladser, og \(occupied) er optaget.",
            en: "\(proposed) are proposed for a seat; the cohort has \(seats) seats, \(occupied) of them occupied."),
          remedy: Bilingual(
            da: "Foreslå højst \(max(0, seats - occupied)); resten kan stå på reservelisten.",
            en: "Propose at most \(max(0, seats - occupied)); the others may stand in reserve."))
      },
      on(SeatOffered.self) { _, situation in
        full(situation.cohort, waiting: 0)
      },
      on(ReservePromoted.self) { _, situation in
        full(situation.cohort, waiting: situation.cohort.awaitingOffer.count)
      },
    ])

  /// That no seat is vacant, where that is so; those selected who await their offer go before the reserve.
  private static func full(_ cohort: Cohort, waiting: Int) -> Finding? {
    let (seats, occupied) = (cohort.setup.seats, cohort.selection.occupied)
    guard occupied + waiting >= seats else { return nil }
    guard occupied < seats else {
      return Finding(
        .r1,
        Bilingual(
          da: "Alle \(seats) pladser er optaget eller tilbudt.", en: "All \(seats) seats are taken or offered."),
        remedy: Bilingual(
          da: "Vent, til en plads bliver ledig, eller lad direktionen ændre antallet af pladser.",
          en: "Wait until a seat becomes vacant, or let the board change the number of seats."))
    }
    return Finding(
      .r1,
      Bilingual(
        da: "\(occupied) af \(seats) pladser er optaget eller tilbudt, og \(waiting) udvalgte venter på deres tilbud.",
        en: "\(occupied) of \(seats) seats are taken or offered, and \(waiting) selected await their offer."),
      remedy: Bilingual(
        da: "Tilbyd først de udvalgte deres plads.", en: "Offer the selected their seats first."))
  }
}
