import TalentDomain
import Testing

struct MentorMatchTests {
  /// By name, for whoever leads today and whoever has led.
  private static let experienced = [
    "an immediate leader": Staff.otherLeader, "a centre chief": Staff.otherChief, "a deputy": Staff.otherDeputy,
    "one who has led": Staff.formerLeader,
  ]

  @Test(arguments: experienced.keys.sorted())
  func `a mentor leads or has led`(_ who: String) throws {
    var it = try Case.underWay()
    let number = try #require(MentorMatchTests.experienced[who])
    try it.accept(RegisterMentor(number))
    #expect(it.cohort.programme.mentors.registered == [it.alias(number)])
    #expect(try it.refused(RegisterMentor(number)) == ["S2"])
  }

  @Test func `whoever leads today needs no past as a leader`() throws {
    var it = try Case.underWay()
    #expect(try it.refused(RegisterMentor("210")) == ["R15"])
    // 210 leads one new employee from now on.
    try it.employ(["230"], at: Staff.works, "Materielgården", "gartner", under: "210")
    try it.accept(RegisterMentor("210"))
  }

  @Test func `an employee who has never led is no mentor`() throws {
    var it = try Case.underWay()
    let verdict = try it.when(RegisterMentor("210"))
    #expect(verdict.rules == ["R15"])
    #expect(verdict.events.isEmpty)
  }

  @Test(arguments: [Staff.leader, Staff.chief, Staff.deputy])
  func `a mentor from the own line is refused`(mentor: String) throws {
    var it = try Case.underWay()
    try it.accept(RegisterMentor(mentor))
    #expect(try it.refused(MatchMentor("110", with: mentor)) == ["R15"])
    #expect(it.cohort.programme.mentors.live(of: it.alias("110")) == nil)
  }

  @Test func `the line goes all the way up, across centres`() throws {
    var it = try Case.underWay()
    // 110's leader is led by the leader 103, who is led by the chief of the other centre, who is led by the director.
    try it.move(Staff.leader, under: Staff.otherLeader)
    try it.move(Staff.otherLeader, under: Staff.otherChief)
    try it.move(Staff.otherChief, under: Staff.director)
    for above in [Staff.otherLeader, Staff.otherChief, Staff.director] {
      try it.accept(RegisterMentor(above))
      #expect(try it.refused(MatchMentor("110", with: above)) == ["R15"], "\(above)")
    }
  }

  @Test func `a line that runs in a circle ends`() throws {
    var it = try Case.underWay()
    try it.move(Staff.leader, under: Staff.otherLeader)
    try it.move(Staff.otherLeader, under: Staff.leader)
    try it.accept(RegisterMentor(Staff.otherChief))
    try it.accept(MatchMentor("110", with: Staff.otherChief))
  }

  @Test func `nobody is the mentor of oneself, or of one's own leader`() throws {
    var it = try Case.underWay()
    try it.move(Staff.formerLeader, under: "110")
    for mentor in ["110", Staff.formerLeader] {
      try it.accept(RegisterMentor(mentor))
      #expect(try it.refused(MatchMentor("110", with: mentor)) == ["R15"], "\(mentor)")
    }
  }

  @Test func `a leader of the own centre beside the line is no part of it`() throws {
    var it = try Case.underWay()
    try it.accept(RegisterMentor(Staff.otherLeader))
    try it.accept(MatchMentor("110", with: Staff.otherLeader))
    #expect(it.facts(MentorMatched.self).map(\.ownLine) == [false])
  }

  @Test func `only a registered mentor is matched, with a participant who has none`() throws {
    var it = try Case.underWay()
    #expect(try it.refused(MatchMentor("110", with: Staff.otherChief)) == ["S2"])
    for mentor in [Staff.otherChief, Staff.otherDeputy] { try it.accept(RegisterMentor(mentor)) }
    #expect(try it.refused(MatchMentor("113", with: Staff.otherChief)) == ["S2"])
    #expect(throws: Refusal.notFound) { try it.refused(MatchMentor("999", with: Staff.otherChief)) }
    try it.accept(MatchMentor("110", with: Staff.otherChief))
    #expect(try it.refused(MatchMentor("110", with: Staff.otherDeputy)) == ["S2"])
    // A mentor may meet several.
    try it.accept(MatchMentor("111", with: Staff.otherChief))
  }

  @Test(arguments: [("2027-05-04", ["S4"]), ("2027-05-03", []), ("2027-04-28", [])])
  func `a match is made today or was made earlier`(day: String, rules: [String]) throws {
    var it = try Case.underWay()
    try it.accept(RegisterMentor(Staff.otherChief))
    #expect(try it.refused(MatchMentor("110", with: Staff.otherChief, on: day)) == rules)
  }

  @Test func `either of the two or the HR Centre ends a match, and another may follow`() throws {
    for actor in ["110", Staff.otherChief, Staff.hr] {
      var it = try Case.matched()
      for other in ["111", Staff.leader] {
        #expect(throws: Refusal.notPermitted) { try it.refused(EndMentorMatch(of: "110"), as: other) }
      }
      try it.accept(EndMentorMatch(of: "110", .wish), as: actor)
      #expect(it.facts(MentorMatchEnded.self).map(\.ground) == [.wish])
      #expect(try it.refused(EndMentorMatch(of: "110")) == ["S2"])
      try it.accept(MatchMentor("110", with: Staff.otherChief))
    }
  }

  @Test(arguments: [("2027-05-02", ["S4"]), ("2027-05-03", []), ("2027-05-12", []), ("2027-05-13", ["S4"])])
  func `a match ends between its beginning and today`(day: String, rules: [String]) throws {
    var it = try Case.matched()
    it.now = at("2027-05-12 09:00")
    #expect(try it.refused(EndMentorMatch(of: "110", on: day)) == rules)
  }
}

extension Case {
  /// Gives somebody another immediate leader.
  mutating func move(_ number: String, under leader: String) throws {
    let works = number == Staff.otherChief
    var command = RecordEmployment()
    command.centre = Line(works ? Staff.works : Staff.schools)
    command.hasLed = true
    command.leader = PersonRef(leader)
    command.person = PersonRef(number)
    command.profession = "leder"
    command.workplace = "Rådhuset"
    try accept(command)
  }
}
