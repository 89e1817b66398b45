/// The order of the case (S2) in the decision: what must have happened before each step, and what happens only once.
let selectionOrder: [Rule.Check] = [
  on(SelectionProposed.self) { fact, situation in
    let cohort = situation.cohort
    guard cohort.selection.approved == nil else {
      return early(
        "Direktionen har allerede godkendt en udvælgelse.", "The executive board has approved a selection already.",
        "Ændringer herefter sker med tilbud, reserver og frafald.",
        "From here on offers, reserve and withdrawals apply.")
    }
    guard cohort.assessment.closed != nil else {
      return early(
        "Vurderingen er ikke afsluttet.", "Scoring is not closed.", "Afslut vurderingen først.", "Close it first.")
    }
    guard cohort.assessment.ranking != nil else {
      return early(
        "Ranglisten er ikke beregnet.", "The ranking is not computed.", "Beregn ranglisten først.", "Compute it first.")
    }
    return nil
  },
  on(SelectionProposed.self) { fact, situation in
    let others = (fact.proposal.selected + fact.proposal.reserve).filter {
      !situation.cohort.isEligible($0) && !situation.cohort.isFormerLeader($0)
    }
    guard !others.isEmpty else { return nil }
    return early(
      "\(others.count) af de foreslåede har ingen indstilling, hvis deltagelsesbetingelser er bekræftet.",
      "\(others.count) of those proposed have no nomination whose eligibility is confirmed.",
      "Foreslå kun indstillede, hvis deltagelsesbetingelser HR-Centret har bekræftet.",
      "Propose only nominees whose eligibility the HR Centre has confirmed.")
  },
  on(SelectionReturned.self) { _, situation in undecided(situation.cohort) },
  on(SelectionApproved.self) { _, situation in undecided(situation.cohort) },
  on(SeatOffered.self) { fact, situation in
    if situation.cohort.selection.seats[fact.nominee] != nil {
      return early(
        "Den indstillede har allerede fået et tilbud.", "The nominee has been made an offer already.",
        "Hver godkendt får ét tilbud.", "Each of the approved gets one offer.")
    }
    guard situation.cohort.selection.approvedProposal?.selected.contains(fact.nominee) ?? false,
      !situation.cohort.isEligible(fact.nominee)
    else { return nil }
    return early(
      "Indstillingen er trukket tilbage.", "The nomination has been withdrawn.",
      "Ryk den bedst placerede reserve op.", "Promote the best placed of the reserve.")
  },
  on(SeatAccepted.self) { fact, situation in noLiveOffer(fact.nominee, situation.cohort) },
  on(SeatDeclined.self) { fact, situation in noLiveOffer(fact.nominee, situation.cohort) },
  on(SeatOfferLapsed.self) { fact, situation in noLiveOffer(fact.nominee, situation.cohort) },
  on(ParticipantWithdrew.self) { fact, situation in
    guard situation.cohort.selection.seats[fact.nominee]?.status != .accepted else { return nil }
    return early(
      "Vedkommende er ikke deltager på holdet.", "This person is no participant of the cohort.",
      "Kun den, der har taget imod en plads, kan træde ud; et tilbud afslås.",
      "Only who has accepted a seat can leave; an offer is declined.")
  },
  on(ParticipationDeferred.self) { fact, situation in
    guard situation.cohort.selection.seats[fact.nominee]?.isOccupied != true else { return nil }
    return early(
      "Vedkommende har hverken en plads eller et tilbud, der gælder.",
      "This person has neither a seat nor a live offer.",
      "Kun en deltagelse, der er tilbudt eller taget imod, kan udskydes.",
      "Only a participation that was offered or accepted can be deferred.")
  },
  on(ReserveLapsed.self) { fact, situation in
    guard !situation.cohort.selection.reserve.contains(fact.nominee) else { return nil }
    return early(
      "Den indstillede står ikke på reservelisten.", "The nominee does not stand in reserve.",
      "Kun en plads på den godkendte reserveliste kan afsluttes.", "Only a place in the approved reserve can be ended.")
  },
  on(ReserveLapsed.self) { fact, situation in
    guard !fact.early else { return nil }
    let second = situation.cohort.setup.secondGathering
    if let second, situation.header.localDate >= second { return nil }
    return early(
      "Anden samling er ikke begyndt, og reserven kan endnu rykke op.",
      "The second gathering has not begun, and the reserve may still be promoted.",
      second.map { "Vent til \($0.danish), eller angiv, at HR-Centret afslutter reservelisten før tid." }
        ?? "Angiv, at HR-Centret afslutter reservelisten før tid.",
      second.map { "Wait until \($0.text), or say that the HR Centre ends the reserve early." }
        ?? "Say that the HR Centre ends the reserve early.")
  },
  on(NonSelectionNotified.self) { fact, situation in
    guard situation.cohort.selection.notified[fact.nominee] != nil else { return nil }
    return early(
      "Den indstillede har allerede fået afslag.", "The nominee has been told already.",
      "Et afslag gives én gang.", "A letter is sent once.")
  },
  on(FeedbackGiven.self) { fact, situation in
    guard situation.cohort.selection.feedbackGiven[fact.nominee] != nil else { return nil }
    return early(
      "Der er allerede givet tilbagemelding.", "Feedback has been given already.",
      "Tilbagemeldingen gives én gang.", "Feedback is given once.")
  },
  on(ComplaintAnswered.self) { fact, situation in
    guard situation.cohort.selection.complaints[fact.nominee] == nil else { return nil }
    return early(
      "Der er ingen ubesvaret klage fra den indstillede.", "There is no unanswered complaint of this nominee.",
      "Registrér klagen, før den besvares.", "Record the complaint before its answer.")
  },
]

private func early(_ da: String, _ en: String, _ remedyDa: String, _ remedyEn: String) -> Finding {
  Finding(.s2, Bilingual(da: da, en: en), remedy: Bilingual(da: remedyDa, en: remedyEn))
}

private func undecided(_ cohort: Cohort) -> Finding? {
  switch cohort.selection.proposal?.status {
  case .proposed: nil
  case nil:
    early(
      "Der er ikke stillet et forslag.", "Nothing has been proposed.",
      "HR-Centret stiller et forslag til udvælgelse først.", "The HR Centre proposes a selection first.")
  case .returned:
    early(
      "Forslaget er sendt tilbage til HR-Centret.", "The proposal was returned to the HR Centre.",
      "HR-Centret stiller et nyt forslag først.", "The HR Centre makes a new proposal first.")
  case .approved:
    early(
      "Forslaget er allerede godkendt.", "The proposal is approved already.",
      "En godkendelse gives én gang.", "It is approved once.")
  }
}

private func noLiveOffer(_ nominee: Alias, _ cohort: Cohort) -> Finding? {
  guard cohort.selection.seats[nominee]?.status != .offered else { return nil }
  return early(
    "Der er intet tilbud til den indstillede, som endnu gælder.", "No live offer to this nominee stands.",
    "Kun et tilbud, der endnu gælder, kan besvares eller bortfalde.", "Only a live offer can be answered or lapse.")
}
