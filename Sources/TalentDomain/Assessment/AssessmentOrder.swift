/// The order of the case (S2) in assessment: what must have happened before each step, and what happens only once.
let assessmentOrder: [Rule.Check] = [
  on(AssessorAssigned.self) { fact, situation in
    let cohort = situation.cohort
    guard cohort.assessment.closed == nil else { return scoringIsClosed }
    guard !fact.nominees.isEmpty else {
      return outOfOrder(
        "Der er ingen, som bedømmeren ikke allerede vurderer.",
        "There is nobody whom the assessor does not score already.",
        "Bekræft deltagelsesbetingelserne først, eller udpeg en anden bedømmer.",
        "Confirm the eligibility first, or assign another assessor.")
    }
    let early = fact.nominees.count { !cohort.nominations.isEligible($0) }
    guard early == 0 else { return notEligible(early) }
    let again = fact.nominees.count { cohort.assessment.assigned[$0, default: []].contains(fact.assessor) }
    guard again > 0 || Set(fact.nominees).count < fact.nominees.count else { return nil }
    return outOfOrder(
      "Bedømmeren er allerede udpeget for en af dem.", "The assessor is assigned to one of them already.",
      "Udpeg kun for dem, der mangler, hver én gang.", "Assign only for those who lack it, each of them once.")
  },
  on(ConflictDeclared.self) { fact, situation in
    let cohort = situation.cohort
    guard cohort.nominations.live[fact.nominee] != nil else {
      return outOfOrder(
        "Medarbejderen har ingen gældende indstilling.", "The employee has no live nomination.",
        "Inhabilitet oplyses over for en indstillet.", "A conflict is declared towards a nominee.")
    }
    guard cohort.assessment.isBarred(fact.person, from: fact.nominee) else { return nil }
    return outOfOrder(
      "Det er allerede oplyst.", "It is declared already.", "Der skal ikke gøres mere.", "Nothing needs to be done.")
  },
  on(ConflictRuled.self) { fact, situation in
    guard situation.cohort.assessment.conflicts[fact.conflict]?.ruling != .pending else { return nil }
    return outOfOrder(
      "Spørgsmålet er allerede afgjort.", "It has been ruled on already.",
      "Nye oplysninger kræver, at inhabiliteten oplyses på ny.", "New information needs a new declaration.")
  },
  on(AssessmentScored.self) { fact, situation in
    if let finding = notScorable(fact.nominee, by: fact.assessor, situation) { return finding }
    let set = situation.cohort.assessment.set(of: fact.nominee, by: fact.assessor)
    guard set.scores[fact.question] != nil else { return nil }
    return outOfOrder(
      "Spørgsmål \(fact.question) er allerede vurderet.", "Question \(fact.question) is scored already.",
      "Ret vurderingen med den gamle værdi og en grund.", "Revise the score, with its old value and a reason.")
  },
  on(AssessmentRevised.self) { fact, situation in notScorable(fact.nominee, by: fact.assessor, situation) },
  on(AssessmentVoided.self) { fact, situation in
    // What was scored under a conflict of interest is voided also then, and opens the scoring again.
    guard situation.cohort.assessment.closed != nil, fact.conflict == nil else { return nil }
    return scoringIsClosed
  },
  on(CalibrationHeld.self) { _, situation in situation.cohort.assessment.closed == nil ? nil : scoringIsClosed },
  on(ScoringClosed.self) { fact, situation in
    let cohort = situation.cohort
    guard cohort.assessment.closed == nil else { return scoringIsClosed }
    guard situation.header.received >= cohort.setup.closes else {
      return outOfOrder(
        "Fristen for indstillinger er \(cohort.setup.deadline.text) og ikke udløbet.",
        "The deadline for nominations is \(cohort.setup.deadline.text) and has not passed.",
        "Vurderingen kan afsluttes efter fristen.", "Scoring may be closed after the deadline.")
    }
    guard cohort.setup.criteria != nil else { return noCriteria }
    let undecided = cohort.nominations.undecided
    guard undecided == 0 else {
      return outOfOrder(
        "Deltagelsesbetingelserne er ikke afgjort for \(undecided) indstillede.",
        "The eligibility of \(undecided) nominees has not been ruled on.",
        "Bekræft eller afvis dem først.", "Confirm or reject them first.")
    }
    guard fact.nominees == 0 else { return nil }
    return outOfOrder(
      "Der er ingen indstillede at vurdere.", "There are no nominees to score.",
      "Bekræft deltagelsesbetingelserne først.", "Confirm the eligibility first.")
  },
  on(RankingComputed.self) { fact, situation in
    let cohort = situation.cohort
    guard cohort.assessment.closed != nil else {
      return outOfOrder(
        "Vurderingen er ikke afsluttet.", "Scoring is not closed.",
        "Afslut vurderingen først.", "Close the scoring first.")
    }
    guard cohort.selection.approved == nil else { return approvedAlready }
    guard cohort.assessment.ranking?.inputDigest == fact.inputDigest else { return nil }
    return outOfOrder(
      "Ranglisten er allerede beregnet.", "The ranking is computed already.",
      "Intet af det, den beregnes af, har ændret sig.", "Nothing that it is computed from has changed.")
  },
  on(TieResolved.self) { fact, situation in
    let cohort = situation.cohort
    guard let ranking = cohort.assessment.ranking else {
      return outOfOrder(
        "Ranglisten er ikke beregnet.", "The ranking is not computed.",
        "Beregn ranglisten først.", "Compute the ranking first.")
    }
    guard cohort.selection.approved == nil else { return approvedAlready }
    guard let tie = ranking.ties.first(where: { Set($0.nominees) == Set(fact.order) }) else {
      return outOfOrder(
        "De \(fact.order.count) er ikke en af ranglistens pointligheder.",
        "These \(fact.order.count) are none of the ranking's ties.",
        "Ranglisten har \(ranking.ties.count) pointligheder; afgør en af dem med alle, der er i den.",
        "The ranking has \(ranking.ties.count) ties; resolve one of them with all who are in it.")
    }
    guard tie.kind != .seats else {
      return outOfOrder(
        "Pointligheden ligger inden for pladserne.", "The tie lies within the seats.",
        "Alle i den får en plads; der skal ikke afgøres noget.", "All in it get a seat; nothing is to be decided.")
    }
    guard cohort.assessment.resolved.contains(where: { Set($0) == Set(fact.order) }) else { return nil }
    return outOfOrder(
      "Pointligheden er allerede afgjort.", "The tie is resolved already.",
      "Der skal ikke gøres mere.", "Nothing needs to be done.")
  },
]

/// Why an assessor cannot score a nominee now. Whoever is barred is told so by R19, not that there is no assignment.
private func notScorable(_ nominee: Alias, by assessor: Alias, _ situation: Situation) -> Finding? {
  let cohort = situation.cohort
  guard cohort.setup.criteria != nil else { return noCriteria }
  guard cohort.assessment.closed == nil else { return scoringIsClosed }
  guard cohort.nominations.isEligible(nominee) else { return notEligible(1) }
  guard !cohort.assessment.assigned[nominee, default: []].contains(assessor),
    !cohort.assessment.isBarred(assessor, from: nominee)
  else { return nil }
  return outOfOrder(
    "Bedømmeren er ikke udpeget for den indstillede.", "The assessor is not assigned to the nominee.",
    "HR-Centret udpeger bedømmeren først.", "The HR Centre assigns the assessor first.")
}

private func notEligible(_ count: Int) -> Finding {
  outOfOrder(
    "Deltagelsesbetingelserne er ikke bekræftet for \(count) af de indstillede.",
    "The eligibility of \(count) of the nominees is not confirmed.",
    "HR-Centret bekræfter dem først.", "The HR Centre confirms it first.")
}

private let noCriteria = outOfOrder(
  "Kriterierne for dette hold er ikke offentliggjort.", "The criteria of this cohort are not published.",
  "Offentliggør kriterierne først.", "Publish the criteria first.")

private let approvedAlready = outOfOrder(
  "Direktionen har allerede godkendt en udvælgelse.", "The executive board has approved a selection already.",
  "Ranglisten ligger fast efter godkendelsen.", "The ranking is settled after the approval.")
