internal import TalentDomain

extension CohortReading {
  /// Everything that is owed in this cohort, whoever may see it.
  func duties(today: CivilDate) -> [Duty] {
    nominationDuties(today) + assessmentDuties(today) + selectionDuties(today) + toldDuties(today)
      + programmeDuties(today)
  }

  private func nominationDuties(_ today: CivilDate) -> [Duty] {
    let unreceived = cohort.nominations.live.values.count { cohort.nominations.forms[$0]?.status == .submitted }
    return counted(.receiveForm, unreceived, today) + counted(.ruleEligibility, cohort.nominations.undecided, today)
  }

  private func assessmentDuties(_ today: CivilDate) -> [Duty] {
    let assessment = cohort.assessment
    let pending = assessment.conflicts.values.count { $0.ruling == .pending }
    var duties = counted(.ruleConflict, pending, today)
    if assessment.closed == nil, let criteria = cohort.setup.criteria {
      var missing: [Alias: Int] = [:]
      for nominee in cohort.nominations.eligible {
        for assessor in assessment.assigned[nominee, default: []]
        where !assessment.isBarred(assessor, from: nominee)
          && !assessment.set(of: nominee, by: assessor).isComplete(criteria)
        {
          missing[assessor, default: 0] += 1
        }
      }
      duties += missing.sorted { $0.key < $1.key }.map { assessor, count in
        Duty(.score, .one(assessor), in: code, count: count, today: today)
      }
    }
    if cohort.selection.approved == nil {
      // A tie within the reserve needs a decision only where a proposal's reserve touches it.
      let ties = cohort.unresolvedTies.count { $0.kind == .border }
      duties += counted(.resolveTie, ties, today, isOutcome: true)
    }
    return duties
  }

  private func selectionDuties(_ today: CivilDate) -> [Duty] {
    let selection = cohort.selection
    var duties: [Duty] = []
    if selection.proposal?.status == .proposed {
      duties.append(Duty(.approveSelection, .board, in: code, today: today, isOutcome: true))
    }
    duties += counted(.offerSeat, offersToMake(today), today, isOutcome: true)
    for (nominee, seat) in selection.seats.sorted(by: { $0.key < $1.key }) where seat.status == .offered {
      duties.append(
        Duty(.answerOffer, .one(nominee), in: code, about: nominee, due: seat.answerBy, today: today, isOutcome: true))
    }
    return duties
  }

  /// Approved nominees without an offer, and vacant seats that somebody of the reserve can still be promoted to.
  private func offersToMake(_ today: CivilDate) -> Int {
    guard cohort.selection.approved != nil else { return 0 }
    let awaiting = cohort.awaitingOffer.count
    if let second = cohort.setup.secondGathering, today >= second { return awaiting }
    let vacant = max(0, cohort.setup.seats - cohort.selection.occupied - awaiting)
    return awaiting + min(vacant, cohort.reserveLeft.count)
  }

  private func toldDuties(_ today: CivilDate) -> [Duty] {
    var untold = cohort.nominations.live.keys.count { nominee in
      let status = cohort.status(of: nominee, embargoed: false)
      return status == .ineligible || status == .notSelected
    }
    // From the second gathering on nobody is promoted any more: whoever is left in reserve is owed a letter.
    if cohort.selection.approved != nil, let second = cohort.setup.secondGathering, today >= second {
      untold += cohort.reserveLeft.count
    }
    return counted(.notifyNonSelected, untold, today, isOutcome: true)
      + cohort.selection.feedbackOwed.map { nominee, due in
        Duty(
          .giveFeedback, .leader(leader(of: nominee)), in: code, about: nominee, due: due, today: today, isOutcome: true
        )
      }
  }

  /// One line for all of a kind that the HR Centre owes; none for none.
  private func counted(_ kind: DutyKind, _ count: Int, _ today: CivilDate, isOutcome: Bool = false) -> [Duty] {
    count == 0 ? [] : [Duty(kind, .hr, in: code, count: count, today: today, isOutcome: isOutcome)]
  }
}
