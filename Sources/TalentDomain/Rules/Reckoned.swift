// What an event says that follows from the state before it: counts, days, times, who is left over. At the door the service
// works it out itself, so nothing is ever refused by these checks; a replay finds by them what was written around it.

/// R2: what is no portal's form was handed in when it was received.
let reckonedReceipt: [Rule.Check] = [
  on(NominationSubmitted.self) { fact, situation in
    guard !fact.form.portal, fact.form.handedIn != situation.header.received else { return nil }
    return Finding(
      .r2,
      (
        da: "Skemaet siges afleveret på et andet tidspunkt end det, hvor det blev modtaget.",
        en: "The form is said to have been handed in at another time than it was received."
      ),
      remedy: (
        da: "Fristen bedømmes efter modtagelsen, hvad skemaet end siger; kun HR-portalens tid kan være en anden.",
        en: "The deadline is judged by the receipt, whatever the form says; only the HR portal's time may differ."
      ))
  }
]

/// R9: a proposal speaks of everybody once, and of the ranking that holds.
let reckonedProposal: [Rule.Check] = [
  on(SelectionProposed.self) { fact, situation in
    let (cohort, proposal) = (situation.cohort, fact.proposal)
    // Without a ranking S2 says what is wrong.
    guard let ranking = cohort.assessment.ranking else { return nil }
    let placed = Set(proposal.selected + proposal.reserve)
    let isWhole =
      Set(proposal.nominees).count == proposal.nominees.count
      && Set(proposal.rest) == Set(cohort.rankedEligible).subtracting(placed)
    guard !isWhole || proposal.ranking != ranking.inputDigest || proposal.number != cohort.selection.proposals + 1
    else { return nil }
    return Finding(
      .r9,
      (
        da: "Forslaget har et forkert nummer, hviler på en anden rangliste, eller nævner ikke hver indstillet én gang.",
        en: "The proposal bears a wrong number, rests on another ranking, or does not name each nominee once."
      ),
      remedy: (
        da: "Forslag nr. \(cohort.selection.proposals + 1) hviler på ranglisten \(ranking.inputDigest.text) og nævner "
          + "alle \(cohort.rankedEligible.count).",
        en: "Proposal no. \(cohort.selection.proposals + 1) rests on the ranking \(ranking.inputDigest.text) and names "
          + "all \(cohort.rankedEligible.count)."
      ))
  },
  on(SelectionApproved.self) { fact, _ in
    guard !Set(fact.members).isSubset(of: fact.present) else { return nil }
    return Finding(
      .r9,
      (
        da: "Medlemmer af direktionen er nævnt, som ikke var til stede.",
        en: "Members of the board are named who were not present."
      ),
      remedy: (
        da: "Kun de tilstedeværende medlemmer nævnes.", en: "Only the members present are named."
      ))
  },
]

/// R12: the leader owes the feedback so many days after the letter.
let reckonedFeedback: [Rule.Check] = [
  on(NonSelectionNotified.self) { fact, situation in due(fact.feedbackDue, situation) },
  on(ReserveLapsed.self) { fact, situation in due(fact.feedbackDue, situation) },
]

private func due(_ date: CivilDate, _ situation: Situation) -> Finding? {
  let today = situation.header.localDate
  let expected = today.adding(days: situation.cohort.setup.rules(on: today).feedbackDays)
  guard date != expected else { return nil }
  return Finding(
    .r12,
    (da: "Tilbagemeldingen er sat til \(date.danish).", en: "The feedback is set to be due on \(date.text)."),
    remedy: (da: "Efter regelsættet er det \(expected.danish).", en: "By the rule set it is \(expected.text)."))
}

/// R20: the sets are counted as they are.
let reckonedSets: [Rule.Check] = [
  on(ScoringClosed.self) { fact, situation in
    let cohort = situation.cohort
    guard let criteria = cohort.setup.criteria else { return nil }
    let eligible = cohort.nominations.eligible
    let sets = eligible.reduce(0) { $0 + cohort.assessment.fullSets(of: $1, criteria).count }
    guard fact.nominees != eligible.count || fact.sets != sets else { return nil }
    return Finding(
      .r20,
      (
        da: "Der er nævnt \(fact.nominees) indstillede og \(fact.sets) fulde sæt.",
        en: "It names \(fact.nominees) nominees and \(fact.sets) full sets."
      ),
      remedy: (
        da: "Der er \(eligible.count) indstillede og \(sets) fulde sæt.",
        en: "There are \(eligible.count) nominees and \(sets) full sets."
      ))
  }
]

/// S2: nothing happens in a cohort that has not been opened; only what is live is withdrawn; what is lacking is counted.
let reckonedOrder: [Rule.Check] =
  FactRegistry.cohort.filter { $0 != CohortOpened.self }.map { beforeOpening($0) } + [
    on(NominationWithdrawn.self) { fact, situation in
      guard situation.cohort.nominations.live[fact.nominee] != fact.id else { return nil }
      return outOfOrder(
        "Det er ikke medarbejderens gældende indstilling.", "It is not the employee's live nomination.",
        "Kun en gældende indstilling kan trækkes tilbage.", "Only a live nomination can be withdrawn.")
    },
    on(ProgrammeCompleted.self) { fact, situation in
      let cohort = situation.cohort
      guard cohort.isParticipant(fact.participant) else { return nil }
      let short = cohort.shortTracks(of: fact.participant, on: situation.header.localDate)
      guard fact.short != short else { return nil }
      return outOfOrder(
        "Det, deltageren mangler, er opgjort forkert.", "What the participant is short of is reckoned wrongly.",
        short.isEmpty ? "Deltageren mangler intet." : "Der mangler: \(short.map(\.label.da).joined(separator: ", ")).",
        short.isEmpty
          ? "The participant is short of nothing." : "Short are: \(short.map(\.label.en).joined(separator: ", ")).")
    },
  ]

private func beforeOpening<F: CohortFact>(_ type: F.Type) -> Rule.Check {
  on(type) { _, situation in
    guard !situation.cohort.isOpen else { return nil }
    return outOfOrder(
      "Holdet er ikke åbnet.", "The cohort has not been opened.", "Åbn holdet først.", "Open the cohort first.")
  }
}

/// S4: a day ends when it ends, in whatever zone; an offer stands as long as the rule set says.
let reckonedDays: [Rule.Check] = [
  on(CohortOpened.self) { fact, _ in endsElsewhere(fact.deadline, fact.closes) },
  on(DeadlineExtended.self) { fact, _ in endsElsewhere(fact.deadline, fact.closes) },
  on(SeatOffered.self) { fact, situation in answerTime(fact.answerBy, fact.closes, situation) },
  on(ReservePromoted.self) { fact, situation in answerTime(fact.answerBy, fact.closes, situation) },
]

private func answerTime(_ answerBy: CivilDate, _ closes: Instant, _ situation: Situation) -> Finding? {
  let today = situation.header.localDate
  let expected = today.adding(days: situation.cohort.setup.rules(on: today).answerDays)
  guard answerBy == expected else {
    return Finding(
      .s4,
      (da: "Svarfristen er sat til \(answerBy.danish).", en: "The answer is set to be due on \(answerBy.text)."),
      remedy: (da: "Efter regelsættet er det \(expected.danish).", en: "By the rule set it is \(expected.text)."))
  }
  return endsElsewhere(answerBy, closes)
}

/// Zones lie from twelve hours behind to fourteen hours ahead of UTC, and the domain knows no more of them.
private func endsElsewhere(_ day: CivilDate, _ closes: Instant) -> Finding? {
  let hour: Int64 = 3_600_000
  let midnight = Int64(day.dayNumber + 1) * 24 * hour
  guard !(midnight - 14 * hour...midnight + 12 * hour).contains(closes.milliseconds) else { return nil }
  return Finding(
    .s4,
    (
      da: "\(day.danish) siges at slutte \(closes.text).", en: "\(day.text) is said to end at \(closes.text)."
    ),
    remedy: (
      da: "Dagen slutter ved midnat på stedet.", en: "The day ends at midnight there."
    ))
}
