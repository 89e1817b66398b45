import TalentDomain

extension Scene {
  /// The mentor and the host of 31.
  static let mentor = otherChief, host = chief

  func entry(_ number: Int) -> Alias { Alias(bits: UInt64(number + 3000)) }

  /// 31 and 32 take part in three gatherings; nothing else has happened. 26 April 2027.
  static func seated() -> Scene {
    var it = told()
    var offered = SeatOffered()
    offered.nominee = it.alias(32)
    it.happened(offered)
    for number in [31, 32] {
      var accepted = SeatAccepted()
      accepted.nominee = it.alias(number)
      it.happened(accepted, by: number)
    }
    var published = ProgrammePublished()
    published.gatherings = ["2027-04-26", "2027-10-07", "2028-04-27"].enumerated().map { index, day in
      let time = { (hour: Int) in LocalTime(date: date(day), time: TimeOfDay(seconds: hour * 3600)) }
      return Gathering(index + 1, Line("\(index + 1). samling"), from: time(9), to: time(16), days: Rational(4))
    }
    it.happened(published)
    it.today = date("2027-04-26")
    return it
  }

  /// 31 has lived through all sorts of things until 1 February 2028; 32 is in the same work group, and was at its meeting.
  static func lived() -> Scene {
    var it = seated()
    it.today = date("2027-05-03")
    it.attend(31, 1, entry: 1)
    it.attend(32, 1, entry: 2)
    it.meetInGroup()
    it.meetMentor()
    it.setPlan()
    it.talkAndFollow()
    it.today = date("2028-02-01")
    return it
  }

  mutating func attend(_ number: Int, _ gathering: Int, entry: Int) {
    var fact = AttendanceRecorded()
    fact.days = Rational(4)
    fact.entry = self.entry(entry)
    fact.gathering = gathering
    fact.participant = alias(number)
    happened(fact)
  }

  private mutating func meetInGroup() {
    var formed = WorkGroupFormed()
    formed.group = entry(100)
    formed.members = [alias(31), alias(32)]
    formed.number = 1
    formed.task = "Overgange mellem skole og fritid"
    happened(formed)
    var met = WorkGroupMeetingHeld()
    met.date = date("2027-05-20")
    met.days = Rational(1, 2)
    met.entry = entry(3)
    met.group = entry(100)
    met.number = 1
    met.present = [alias(31), alias(32)]
    happened(met, by: 32)
    var worked = IndividualWorkLogged()
    worked.date = date("2027-05-24")
    worked.days = Rational(1)
    worked.entry = entry(4)
    worked.participant = alias(31)
    happened(worked, by: 31)
  }

  private mutating func meetMentor() {
    var registered = MentorRegistered()
    registered.leads = true
    registered.mentor = alias(Scene.mentor)
    happened(registered)
    registered.mentor = alias(Scene.otherHR)
    happened(registered)
    var matched = MentorMatched()
    matched.date = date("2027-05-03")
    matched.match = entry(101)
    matched.mentor = alias(Scene.mentor)
    matched.participant = alias(31)
    happened(matched)
    for (party, number) in [(MatchParty.participant, 31), (.mentor, Scene.mentor)] {
      var agreed = ConfidentialityAgreed()
      agreed.by = party
      agreed.date = date("2027-05-10")
      agreed.match = entry(101)
      happened(agreed, by: number)
    }
    var met = MentorMeetingHeld()
    met.date = date("2027-06-01")
    met.entry = entry(5)
    met.hours = Rational(1)
    met.match = entry(101)
    met.participant = alias(31)
    happened(met, by: 31)
    var confirmed = EntryConfirmed()
    confirmed.by = alias(Scene.mentor)
    confirmed.entry = entry(5)
    happened(confirmed, by: Scene.mentor)
  }

  private mutating func setPlan() {
    for version in 1...2 {
      var plan = DevelopmentPlan()
      plan.benefit = "Et udbytte"
      plan.goals = ["Et mål", "Et mål til"]
      plan.purpose = Text("Formål \(version)")
      var fact = DevelopmentPlanSet()
      fact.goals = 2
      fact.participant = alias(31)
      fact.version = version
      happened(fact, by: 31, sealed: [plan])
    }
    var note = GoalNote()
    note.note = "Det gik godt"
    var progressed = DevelopmentGoalProgressed()
    progressed.goal = 2
    progressed.participant = alias(31)
    progressed.status = .reached
    progressed.version = 2
    happened(progressed, by: 31, sealed: [note])
  }

  private mutating func talkAndFollow() {
    var talked = GoalDialogueHeld()
    talked.date = date("2027-06-08")
    talked.entry = entry(6)
    talked.hours = Rational(1)
    talked.leader = alias(Scene.leader)
    talked.leads = true
    talked.participant = alias(31)
    happened(talked, by: Scene.leader)
    var agreed = InternshipAgreed()
    agreed.agreement = entry(102)
    agreed.days = Rational(2)
    agreed.from = date("2028-01-10")
    agreed.host = alias(Scene.host)
    agreed.participant = alias(31)
    agreed.to = date("2028-01-21")
    happened(agreed, by: 31)
    var day = InternshipDayLogged()
    day.agreement = entry(102)
    day.date = date("2028-02-14")
    day.days = Rational(1)
    day.entry = entry(7)
    day.participant = alias(31)
    today = date("2028-01-14")
    happened(day, by: 31)
    var flagged = DeviationFlagged()
    flagged.entry = entry(7)
    flagged.kind = .month
    flagged.participant = alias(31)
    happened(flagged)
    var corrected = EntryCorrected()
    corrected.amount = Rational(1, 2)
    corrected.date = date("2028-01-13")
    corrected.entry = entry(7)
    corrected.oldAmount = Rational(1)
    corrected.oldDate = date("2028-02-14")
    happened(corrected, by: 31)
  }
}
