/// The order of the case (S2) in nomination: what must have happened before each step, and what happens only once.
let nominationOrder: [Rule.Check] =
  onForms { _, situation in
    guard situation.cohort.setup.criteria != nil else {
      return outOfOrder(
        "Kriterierne for dette hold er ikke offentliggjort.", "The criteria of this cohort are not published.",
        "Offentliggør kriterierne, før indstillinger afleveres.", "Publish the criteria before forms are handed in.")
    }
    guard situation.cohort.assessment.closed == nil else { return scoringIsClosed }
    return nil
  } + [
    on(TalentConversationHeld.self) { fact, situation in
      let known = situation.cohort.nominations.conversations[fact.employee]
      guard known == Conversation(date: fact.date, startedBy: fact.startedBy) else { return nil }
      return outOfOrder(
        "Samtalen den \(fact.date.danish) er allerede registreret.",
        "The conversation of \(fact.date.text) is recorded already.",
        "Registrér kun en ny samtale, med sin egen dato.", "Record only a new conversation, with its own date.")
    },
    on(InterestConfirmed.self) { fact, situation in
      guard situation.cohort.nominations.interests[fact.employee] == fact.date else { return nil }
      return outOfOrder(
        "Interessen er allerede bekræftet den \(fact.date.danish).",
        "The interest was confirmed on \(fact.date.text) already.",
        "Der skal ikke gøres mere.", "Nothing needs to be done.")
    },
    on(NominationCompleted.self) { fact, situation in
      guard let form = situation.cohort.nominations.forms[fact.id], form.isIncomplete else {
        return outOfOrder(
          "Skemaet er ikke afvist som mangelfuldt.", "The form was not refused as incomplete.",
          "Kun et skema, der kun mangler noget, kan udfyldes færdigt; ellers afleveres et nyt.",
          "Only a form that merely lacks something can be completed; else hand in a new one.")
      }
      guard form.nominee != fact.form.nominee else { return nil }
      return outOfOrder(
        "Det mangelfulde skema gælder en anden medarbejder.", "The incomplete form is for another employee.",
        "Udfyld skemaet for den samme medarbejder.", "Complete the form for the same employee.")
    },
    on(NominationAmended.self) { fact, situation in
      let status = situation.cohort.nominations.forms[fact.id]?.status
      guard status == .eligible || status == .ineligible else { return nil }
      return outOfOrder(
        "Deltagelsesbetingelserne er afgjort.", "The eligibility has been ruled on.",
        "En indstilling kan rettes indtil afgørelsen.", "A nomination may be amended until that ruling.")
    },
    on(LateNominationAdmitted.self) { fact, situation in
      guard situation.cohort.nominations.forms[fact.id]?.isOnlyLate != true else { return nil }
      return outOfOrder(
        "Skemaet er ikke afvist alene, fordi det kom for sent.", "The form was not refused for lateness alone.",
        "Der kan kun dispenseres for fristen.", "Only the deadline can be dispensed from.")
    },
    on(NominationReceived.self) { fact, situation in
      guard let form = situation.cohort.nominations.forms[fact.id] else { return notNominated }
      guard form.receivedAt != nil else { return nil }
      return outOfOrder(
        "Indstillingen har allerede et journalnummer.", "The nomination has a case number already.",
        "Der skal ikke gøres mere.", "Nothing needs to be done.")
    },
    on(NominationWithdrawn.self) { fact, situation in
      guard situation.cohort.selection.seats[fact.nominee] != nil else { return nil }
      return outOfOrder(
        "Den indstillede har fået tilbudt en plads.", "The nominee has been offered a seat.",
        "Herefter afslås tilbuddet, eller deltageren træder ud.",
        "From here on the offer is declined, or the participant withdraws.")
    },
    on(EligibilityConfirmed.self) { fact, situation in ruling(on: fact.id, .eligible, situation) },
    on(EligibilityRejected.self) { fact, situation in ruling(on: fact.id, .ineligible, situation) },
  ]

/// A ruling on eligibility needs a form with a case number, and may be changed, not repeated, until scoring is closed.
private func ruling(on id: Alias, _ ruling: Nomination.Status, _ situation: Situation) -> Finding? {
  guard let form = situation.cohort.nominations.forms[id] else { return notNominated }
  guard form.status != .submitted else {
    return outOfOrder(
      "HR-Centret har ikke modtaget indstillingen.", "The HR Centre has not received the nomination.",
      "Modtag den under et journalnummer først.", "Receive it under a case number first.")
  }
  guard form.status != ruling else {
    return outOfOrder(
      "Deltagelsesbetingelserne er allerede afgjort sådan.", "The eligibility has been ruled on like that already.",
      "Der skal ikke gøres mere.", "Nothing needs to be done.")
  }
  return situation.cohort.assessment.closed == nil ? nil : scoringIsClosed
}

private let notNominated = outOfOrder(
  "Medarbejderen har ingen gældende indstilling.", "The employee has no live nomination.",
  "Centerchefen indstiller først.", "The centre chief nominates first.")

let scoringIsClosed = outOfOrder(
  "Vurderingen er afsluttet.", "Scoring is closed.",
  "Dette skridt hører til før afslutningen.", "This step belongs before the closing.")

/// A finding of S2: what is wrong in Danish and English, then what would have been right.
func outOfOrder(_ da: String, _ en: String, _ remedyDa: String, _ remedyEn: String) -> Finding {
  Finding(.s2, (da: da, en: en), remedy: (da: remedyDa, en: remedyEn))
}
