/// The order of mentoring, internship, plan and dialogues (S2).
let mentoringOrder: [Rule.Check] = matchOrder + internshipOrder + planOrder

private let matchOrder: [Rule.Check] = [
  on(MentorRegistered.self) { fact, situation in
    guard situation.cohort.programme.mentors.registered.contains(fact.mentor) else { return nil }
    return outOfOrder(
      "Mentoren er allerede registreret.", "The mentor is registered already.", "En mentor registreres én gang.",
      "A mentor is registered once.")
  },
  on(MentorMatched.self) { fact, situation in
    if let finding = noParticipant(fact.participant, situation) { return finding }
    let mentors = situation.cohort.programme.mentors
    guard mentors.registered.contains(fact.mentor) else {
      return outOfOrder(
        "Vedkommende er ikke registreret som mentor.", "This person is not registered as a mentor.",
        "HR-Centret registrerer mentoren først.", "The HR Centre registers the mentor first.")
    }
    guard mentors.live(of: fact.participant) != nil else { return nil }
    return outOfOrder(
      "Deltageren har allerede en mentor.", "The participant has a mentor already.",
      "Afslut forløbet med den nuværende mentor først.", "End the match with the present mentor first.")
  },
  on(MentorMatchEnded.self) { fact, situation in notLive(fact.match, situation) },
  on(MentorMatchEnded.self) { fact, situation in
    let programme = situation.cohort.programme
    guard let match = programme.mentors.matches[fact.match], match.ended == nil,
      let last = programme.live(of: match.participant, .mentor)
        .filter({ programme.mentors.meetings[$0.id] == fact.match }).map(\.date).max(), last > fact.date
    else { return nil }
    return outOfOrder(
      "De har holdt et møde \(last.danish).", "They have met on \(last.text).",
      "Angiv en dag fra \(last.danish), eller ret mødet først.",
      "Name a day from \(last.text), or correct the meeting first.")
  },
  on(ConfidentialityAgreed.self) { fact, situation in
    if let finding = notLive(fact.match, situation) { return finding }
    guard situation.cohort.programme.mentors.matches[fact.match]?.agreed[fact.by] != nil else { return nil }
    return outOfOrder(
      "Aftalen om fortrolighed er allerede indgået af \(fact.by.label.da).",
      "Confidentiality has been agreed by \(fact.by.label.en) already.", "Hver af de to indgår den én gang.",
      "Each of the two agrees once.")
  },
  on(MentorMeetingHeld.self) { fact, situation in outsideMatch(fact.match, fact.date, situation) },
  on(EntryCorrected.self) { fact, situation in
    guard let match = situation.cohort.programme.mentors.meetings[fact.entry] else { return nil }
    return outsideMatch(match, fact.date, situation)
  },
]

private let internshipOrder: [Rule.Check] = [
  on(InternshipAgreed.self) { fact, situation in noParticipant(fact.participant, situation) },
  on(InternshipDayLogged.self) { fact, situation in
    let agreement = situation.cohort.programme.internships.agreements[fact.agreement]
    guard agreement?.participant != fact.participant else { return nil }
    return outOfOrder(
      "Der er ikke aftalt praktik.", "No internship has been agreed.",
      "Registrér aftalen med praktikværten først.", "Record the agreement with the host first.")
  },
  on(InternshipDayLogged.self) { fact, situation in
    secondDay(of: [fact.participant], on: fact.date, beside: fact.entry, situation)
  },
  on(EntryCorrected.self) { fact, situation in
    guard let entry = situation.cohort.programme.entries[fact.entry], entry.kind == .internshipDay else { return nil }
    return secondDay(of: entry.participants, on: fact.date, beside: fact.entry, situation)
  },
]

private let planOrder: [Rule.Check] = [
  on(DevelopmentPlanSet.self) { fact, situation in noParticipant(fact.participant, situation) },
  on(DevelopmentGoalProgressed.self) { fact, situation in
    if let finding = noParticipant(fact.participant, situation) { return finding }
    guard situation.cohort.programme.plans.current[fact.participant] == nil else { return nil }
    return outOfOrder(
      "Deltageren har ingen udviklingsplan.", "The participant has no development plan.",
      "Fastlæg udviklingsplanen først.", "Set the development plan first.")
  },
  on(GoalDialogueHeld.self) { fact, _ in
    guard !fact.leads else { return nil }
    return outOfOrder(
      "Lederen er ikke deltagerens nærmeste leder.", "The leader is not the participant's immediate leader.",
      "Dialogen holdes mellem deltageren og den nærmeste leder, som personaleregistret viser.",
      "The dialogue is held between the participant and the immediate leader whom the personnel register shows.")
  },
]

private func noParticipant(_ participant: Alias, _ situation: Situation) -> Finding? {
  guard !situation.cohort.took(part: participant, at: situation.header.effective) else { return nil }
  return outOfOrder(
    "Vedkommende er ikke deltager på holdet.", "This person is no participant of the cohort.",
    "Registrér kun for dem, der har en plads på holdet.", "Record only for those who have a seat in the cohort.")
}

private func notLive(_ id: Alias, _ situation: Situation) -> Finding? {
  let match = situation.cohort.programme.mentors.matches[id]
  guard match == nil || match?.ended != nil else { return nil }
  return withoutMentor
}

private func outsideMatch(_ id: Alias, _ date: CivilDate, _ situation: Situation) -> Finding? {
  guard let match = situation.cohort.programme.mentors.matches[id] else { return withoutMentor }
  if let ended = match.ended, date > ended {
    return outOfOrder(
      "Forløbet med mentoren sluttede \(ended.danish).", "The match with the mentor ended on \(ended.text).",
      "Angiv en dag til og med \(ended.danish), eller giv deltageren en ny mentor.",
      "Name a day up to \(ended.text), or match the participant with another mentor.")
  }
  guard date < match.began else { return nil }
  return outOfOrder(
    "Forløbet med mentoren begyndte \(match.began.danish).", "The match with the mentor began on \(match.began.text).",
    "Angiv en dag fra \(match.began.danish).", "Name a day from \(match.began.text).")
}

private let withoutMentor = outOfOrder(
  "Deltageren har ingen mentor.", "The participant has no mentor.",
  "HR-Centret giver deltageren en mentor først.", "The HR Centre matches the participant with a mentor first.")

private func secondDay(
  of participants: [Alias], on date: CivilDate, beside id: Alias, _ situation: Situation
) -> Finding? {
  let programme = situation.cohort.programme
  let days = participants.flatMap { programme.live(of: $0, .internship) }
  guard days.contains(where: { $0.date == date && $0.id != id }) else { return nil }
  return outOfOrder(
    "Der er allerede registreret en praktikdag \(date.danish).",
    "An internship day on \(date.text) has been recorded already.",
    "Hver dag registreres én gang; er dagen forkert, rettes eller annulleres den.",
    "Each day is recorded once; a wrong one is corrected or voided.")
}
