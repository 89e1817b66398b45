import TalentDomain

extension Scene {
  /// 31 has the one seat of the cohort since 10 March, and there are three gatherings until 28 January.
  static func starting() -> Scene {
    var it = told()
    it.today = date("2027-03-10")
    var published = ProgrammePublished()
    for (index, day) in ["2027-04-26", "2027-05-24", "2028-01-28"].enumerated() {
      let time = { LocalTime(date: date(day), time: TimeOfDay(seconds: $0 * 3600)) }
      published.gatherings.append(
        Gathering(index + 1, "Samling", from: time(9), to: time(16), days: Rational(4)))
    }
    it.happened(published)
    var accepted = SeatAccepted()
    accepted.nominee = it.alias(31)
    it.happened(accepted, by: 31)
    return it
  }

  mutating func attended(_ gathering: Int) {
    var fact = AttendanceRecorded()
    fact.days = Rational(4)
    fact.entry = entry(100 + gathering)
    fact.gathering = gathering
    fact.participant = alias(31)
    happened(fact)
  }

  mutating func completedMBTI(questionnaire: Bool = true, feedback: Bool = true) {
    if questionnaire {
      var fact = MBTIQuestionnaireCompleted()
      (fact.date, fact.entry, fact.hours, fact.participant) = (date("2027-04-02"), entry(201), Rational(2), alias(31))
      happened(fact, by: 31)
    }
    if feedback {
      var fact = MBTIFeedbackAttended()
      (fact.date, fact.entry, fact.hours, fact.participant) = (date("2027-04-06"), entry(202), Rational(4), alias(31))
      happened(fact)
    }
  }

  mutating func matched(on day: String = "2027-05-03", agreed: [MatchParty] = [.mentor, .participant]) {
    var matched = MentorMatched()
    (matched.date, matched.match, matched.mentor) = (date(day), entry(300), alias(Scene.mentor))
    matched.participant = alias(31)
    happened(matched)
    for party in agreed {
      var fact = ConfidentialityAgreed()
      (fact.by, fact.date, fact.match) = (party, date(day), entry(300))
      happened(fact, by: party == .mentor ? Scene.mentor : 31)
    }
  }

  mutating func met(_ number: Int, on day: String, by actor: Int = 31) {
    var fact = MentorMeetingHeld()
    (fact.date, fact.entry, fact.hours, fact.match) = (date(day), entry(400 + number), Rational(1), entry(300))
    fact.participant = alias(31)
    happened(fact, by: actor)
  }

  mutating func talked(_ number: Int, on day: String, hours: Rational = Rational(1, 2), by actor: Int = Scene.leader) {
    var fact = GoalDialogueHeld()
    (fact.date, fact.entry, fact.hours, fact.leader) = (date(day), entry(500 + number), hours, alias(Scene.leader))
    (fact.leads, fact.participant) = (true, alias(31))
    happened(fact, by: actor)
  }

  mutating func agreedInternship() {
    var fact = InternshipAgreed()
    (fact.agreement, fact.days, fact.host, fact.leads) = (entry(600), Rational(2), alias(Scene.mentor), true)
    (fact.from, fact.to, fact.participant) = (date("2028-01-10"), date("2028-01-14"), alias(31))
    happened(fact)
  }

  mutating func followed(_ number: Int, on day: String, days: Rational = Rational(1), by actor: Int = 31) {
    var fact = InternshipDayLogged()
    (fact.agreement, fact.date, fact.days) = (entry(600), date(day), days)
    (fact.entry, fact.participant) = (entry(610 + number), alias(31))
    happened(fact, by: actor)
  }

  mutating func set(planOf number: Int) {
    var fact = DevelopmentPlanSet()
    (fact.benefit, fact.goals, fact.purposeGiven, fact.version) = (true, 1, true, 1)
    fact.participant = alias(number)
    happened(fact, by: number)
  }

  mutating func grouped() {
    var fact = WorkGroupFormed()
    (fact.group, fact.members, fact.number, fact.task) = (entry(700), [alias(31), alias(32)], 1, "En opgave")
    happened(fact)
  }

  mutating func completed(_ short: [Track] = Track.allCases) {
    var fact = ProgrammeCompleted()
    (fact.grounded, fact.participant, fact.short) = (!short.isEmpty, alias(31), short)
    happened(fact)
  }

  mutating func certified() {
    var fact = CertificateIssued()
    (fact.number, fact.participant) = ("2027-1", alias(31))
    happened(fact)
  }
}
