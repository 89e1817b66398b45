extension Rule {
  /// What a proposal must settle before the board sees it: ties that decide something, and a ground for each departure.
  static let proposalChecks: [Rule.Check] = [
    on(SelectionProposed.self) { fact, situation in
      guard let open = departures(fact, situation.cohort)?.openTies, let first = open.first else { return nil }
      return Finding(
        .r9,
        Bilingual(
          da: "\(open.count) pointlighed(er), den første mellem \(first.count) indstillede, afgør en plads eller "
            + "reservelistens orden og er ikke afgjort.",
          en: "\(open.count) tie(s), the first between \(first.count) nominees, decide a seat or the order of the "
            + "reserve and are not resolved."),
        remedy: Bilingual(
          da:
            "Afgør pointligheden med en begrundelse (er antallet af pladser ændret, så beregn ranglisten igen), og stil forslaget "
            + "igen.",
          en:
            "Resolve the tie with its ground (if the number of seats has changed, compute the ranking anew), then propose "
            + "again."))
    },
    on(SelectionProposed.self) { fact, situation in
      guard let departures = departures(fact, situation.cohort), departures.openTies.isEmpty else { return nil }
      let missing = departures.nominees.filter { !fact.proposal.departures.contains($0) }
      guard !missing.isEmpty else { return nil }
      return Finding(
        .r9,
        Bilingual(
          da: "Forslaget afviger fra ranglisten for \(departures.nominees.count) indstillede; "
            + "\(missing.count) af dem mangler en begrundelse for afvigelsen.",
          en: "The proposal departs from the ranking for \(departures.nominees.count) nominees; "
            + "\(missing.count) of them lack a ground for it."),
        remedy: Bilingual(
          da: "Giv en begrundelse for hver: \(missing.map(\.text).joined(separator: ", ")).",
          en: "Give a ground for each: \(missing.map(\.text).joined(separator: ", "))."))
    },
  ]

  private static func departures(_ fact: SelectionProposed, _ cohort: Cohort) -> Departures? {
    // Without a ranking, or with somebody in it who has no place there, S2 and R3 say what is wrong.
    guard cohort.assessment.ranking != nil,
      (fact.proposal.selected + fact.proposal.reserve).allSatisfy(cohort.isEligible)
    else { return nil }
    return Departures(
      selected: fact.proposal.selected, reserve: fact.proposal.reserve, order: cohort.rankedEligible,
      seats: max(0, cohort.setup.seats - cohort.selection.occupied), ties: cohort.openTies)
  }
}
