/// The order (S2) at gatherings, MBTI and in work groups.
let gatheringOrder: [Rule.Check] =
  [
    on(AttendanceRecorded.self) { fact, situation in
      guard situation.cohort.gathering(fact.gathering) != nil else {
        return noSuchGathering(fact.gathering, situation.cohort)
      }
      guard situation.cohort.hasAttended(fact.participant, fact.gathering) else { return nil }
      return outOfOrder(
        "Deltagerens fremmøde ved samling \(fact.gathering) er allerede registreret.",
        "The participant's attendance at gathering \(fact.gathering) is recorded already.",
        "Ret det, der er registreret, hvis det er forkert.", "Correct what is recorded, if it is wrong.")
    },
    on(GatheringRescheduled.self) { fact, situation in
      let cohort = situation.cohort
      let recorded = cohort.programme.gatherings.entries[fact.number] ?? [:]
      guard recorded.keys.contains(where: { cohort.hasAttended($0, fact.number) }) else { return nil }
      return outOfOrder(
        "Der er registreret fremmøde ved samling \(fact.number).",
        "Attendance at gathering \(fact.number) has been recorded.",
        "En samling, der er holdt, flyttes ikke; annullér først det fremmøde, der er registreret ved en fejl.",
        "A gathering that was held does not move; first void attendance that was recorded by mistake.")
    },
    on(MBTIQuestionnaireCompleted.self) { fact, situation in
      guard situation.cohort.programme.has(.mbtiQuestionnaire, fact.participant) else { return nil }
      return outOfOrder(
        "Deltagerens besvarelse af MBTI-spørgeskemaet er allerede registreret.",
        "It is recorded already that the participant has answered the MBTI questionnaire.",
        "Det besvares én gang; ret det, der er registreret, hvis det er forkert.",
        "It is answered once; correct what is recorded, if it is wrong.")
    },
    on(MBTIFeedbackAttended.self) { fact, situation in
      guard situation.cohort.programme.has(.mbtiFeedback, fact.participant) else { return nil }
      return outOfOrder(
        "Deltagerens MBTI-tilbagemelding er allerede registreret.",
        "The participant's MBTI feedback is recorded already.",
        "Den gives én gang; ret det, der er registreret, hvis det er forkert.",
        "It is given once; correct what is recorded, if it is wrong.")
    },
  ] + workGroupOrder

/// The order in work groups.
private let workGroupOrder: [Rule.Check] = [
  on(WorkGroupFormed.self) { fact, situation in cannotJoin(fact.members, situation.cohort) },
  on(WorkGroupMemberJoined.self) { fact, situation in
    guard situation.cohort.programme.workGroups.group(fact.group) != nil else {
      return noSuchWorkGroup(situation.cohort)
    }
    return cannotJoin([fact.participant], situation.cohort)
  },
  on(WorkGroupMeetingHeld.self) { fact, situation in
    guard let group = situation.cohort.programme.workGroups.group(fact.group) else {
      return noSuchWorkGroup(situation.cohort)
    }
    guard !fact.present.isEmpty else {
      return outOfOrder(
        "Ingen af gruppens medlemmer deltager længere i forløbet.",
        "None of the group's members takes part any longer.",
        "Føj deltagere til gruppen, eller angiv dem, der var til stede.",
        "Add participants to the group, or name those who were there.")
    }
    guard !fact.present.allSatisfy(group.members.contains) else { return nil }
    return outOfOrder(
      "Ikke alle, der var til stede, er medlem af arbejdsgruppe \(group.number).",
      "Not all who were there are members of work group \(group.number).",
      "Registrér kun gruppens egne medlemmer; den, der er kommet til, føjes først til gruppen.",
      "Record only the group's own members; whoever has come since is added to the group first.")
  },
]

extension Programme {
  /// Whether something of a kind is recorded that has not been voided.
  fileprivate func has(_ kind: EntryKind, _ participant: Alias) -> Bool {
    live(of: participant).contains { $0.kind == kind }
  }
}

private func cannotJoin(_ people: [Alias], _ cohort: Cohort) -> Finding? {
  guard people.allSatisfy(cohort.isParticipant) else {
    return outOfOrder(
      "Ikke alle er deltagere på holdet.", "Not all of them are participants of the cohort.",
      "Kun deltagere er med i en arbejdsgruppe.", "Only participants are in a work group.")
  }
  guard let other = people.lazy.compactMap(cohort.programme.workGroups.group(of:)).first else { return nil }
  return outOfOrder(
    "En af dem er allerede med i arbejdsgruppe \(other.number).",
    "One of them is in work group \(other.number) already.",
    "Hver deltager er med i én arbejdsgruppe.", "Each participant is in one work group.")
}

func noSuchGathering(_ number: Int, _ cohort: Cohort) -> Finding {
  let last = cohort.setup.gatherings.count
  guard last > 0 else {
    return outOfOrder(
      "Programmet er ikke offentliggjort.", "The programme has not been published.", "Offentliggør programmet først.",
      "Publish the programme first.")
  }
  return outOfOrder(
    "Programmet har ingen samling nr. \(number).", "The programme has no gathering number \(number).",
    "Samlingerne har numrene 1 til \(last).", "The gatherings bear the numbers 1 to \(last).")
}

func noSuchWorkGroup(_ cohort: Cohort) -> Finding {
  let last = cohort.programme.workGroups.groups.count
  return outOfOrder(
    "Holdet har ikke en arbejdsgruppe med det nummer.", "The cohort has no work group of that number.",
    last == 0 ? "Dan en arbejdsgruppe først." : "Arbejdsgrupperne har numrene 1 til \(last).",
    last == 0 ? "Form a work group first." : "The work groups bear the numbers 1 to \(last).")
}
