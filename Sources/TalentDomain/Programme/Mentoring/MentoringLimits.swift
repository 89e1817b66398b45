/// Dates and numbers of mentoring, internship and plan (S4); those of entries stand in `entryLimits`.
let mentoringLimits: [Rule.Check] = [
  on(MentorMatched.self) { fact, situation in future(fact.date, situation) },
  on(MentorMatchEnded.self) { fact, situation in
    future(fact.date, situation) ?? beforeMatch(fact.match, fact.date, situation)
  },
  on(ConfidentialityAgreed.self) { fact, situation in
    future(fact.date, situation) ?? beforeMatch(fact.match, fact.date, situation)
  },
  on(InternshipAgreed.self) { fact, _ in
    guard fact.from > fact.to else { return nil }
    return Finding(
      .s4,
      (
        da: "Praktikken slutter \(fact.to.danish), men begynder \(fact.from.danish).",
        en: "The internship ends on \(fact.to.text), but begins on \(fact.from.text)."
      ),
      remedy: (da: "Angiv den første dag før den sidste.", en: "Name the first day before the last."))
  },
  on(InternshipAgreed.self) { fact, _ in
    guard fact.days <= Rational(0) || fact.days > Rational(10) || (fact.days * Rational(2)).denominator != 1 else {
      return nil
    }
    return Finding(
      .s4,
      (da: "\(fact.days.text) er ikke et antal praktikdage.", en: "\(fact.days.text) is no number of internship days."),
      remedy: (da: "Angiv hele eller halve dage, højst 10.", en: "Give whole or half days, at most 10."))
  },
  on(InternshipDayLogged.self) { fact, _ in notAnInternshipDay(fact.days) },
  on(EntryCorrected.self) { fact, situation in
    guard situation.cohort.programme.entries[fact.entry]?.kind == .internshipDay else { return nil }
    return notAnInternshipDay(fact.amount)
  },
  on(DevelopmentGoalProgressed.self) { fact, situation in
    guard let plan = situation.cohort.programme.plans.current[fact.participant],
      fact.goal < 1 || fact.goal > plan.goals
    else { return nil }
    return Finding(
      .s4,
      (da: "Udviklingsplanen har intet mål \(fact.goal).", en: "The development plan has no goal \(fact.goal)."),
      remedy: (da: "Angiv et mål fra 1 til \(plan.goals).", en: "Name a goal from 1 to \(plan.goals)."))
  },
]

/// One a date, whole or half.
func notAnInternshipDay(_ days: Rational) -> Finding? {
  guard days != Rational(1), days != Rational(1, 2) else { return nil }
  return Finding(
    .s4,
    (da: "\(days.text) er ikke en praktikdag.", en: "\(days.text) is not a day of internship."),
    remedy: (da: "Angiv en hel dag (1) eller en halv (1/2).", en: "Give a whole day (1) or half of one (1/2)."))
}

private func beforeMatch(_ id: Alias, _ date: CivilDate, _ situation: Situation) -> Finding? {
  guard let match = situation.cohort.programme.mentors.matches[id], date < match.began else { return nil }
  return Finding(
    .s4,
    (
      da: "Forløbet med mentoren begyndte først \(match.began.danish).",
      en: "The match with the mentor began only on \(match.began.text)."
    ),
    remedy: (da: "Angiv en dag fra \(match.began.danish).", en: "Name a day from \(match.began.text)."))
}
