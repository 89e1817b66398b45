import TalentDomain
import Testing

struct GoalDialogueTests {
  @Test func `participant, immediate leader or the HR Centre records it, and the other confirms`() throws {
    var it = try Case.underWay()
    let command = HoldGoalDialogue("110", "2027-05-03")
    for actor in ["110", Staff.leader, Staff.hr] {
      try it.accept(command, as: actor)
      #expect(try it.lastEntry().counterpart == it.alias(Staff.leader))
    }
    try it.accept(command, as: Staff.hr, for: Staff.leader)
    #expect(try it.refused(ConfirmEntry(it.lastEntry().id), as: Staff.leader) == ["S2"])
    try it.accept(ConfirmEntry(it.lastEntry().id), as: "110")
    #expect(it.facts(GoalDialogueHeld.self).map(\.leads) == [true, true, true, true])
  }

  @Test(arguments: [Staff.otherLeader, Staff.chief, "111"])
  func `it is held with the immediate leader and nobody else`(other: String) throws {
    var it = try Case.underWay()
    // Whoever acts as the leader, or is named as the leader.
    #expect(try it.refused(HoldGoalDialogue("110", "2027-05-03"), as: other) == ["S2"])
    #expect(try it.refused(HoldGoalDialogue("110", "2027-05-03", with: other), as: "110") == ["S2"])
    #expect(try it.refused(HoldGoalDialogue("110", "2027-05-03", with: other)) == ["S2"])
    try it.accept(HoldGoalDialogue("110", "2027-05-03", with: Staff.leader), as: "110")
  }

  @Test func `a bystander does not record what others have held`() throws {
    var it = try Case.underWay()
    let command = HoldGoalDialogue("110", "2027-05-03", with: Staff.leader)
    for other in ["111", Staff.chief] {
      #expect(throws: Refusal.notPermitted) { try it.refused(command, as: other) }
    }
    #expect(throws: Refusal.notFound) { try it.refused(HoldGoalDialogue("110", "2027-05-03", with: "999")) }
  }

  @Test func `whoever has no leader in the register holds no dialogue`() throws {
    var it = try Case.underWay()
    var command = RecordEmployment()
    command.centre = Line(Staff.schools)
    command.person = PersonRef("110")
    command.profession = "lærer"
    command.workplace = "Skolen"
    try it.accept(command)
    #expect(try it.refused(HoldGoalDialogue("110", "2027-05-03"), as: "110") == ["S2"])
  }

  @Test(
    arguments: [
      (15, [.length]), (30, []), (45, []), (60, []), (75, [.length]),
    ] as [(Int, [DeviationKind])])
  func `an unusual length warns, and is recorded`(minutes: Int, expected: [DeviationKind]) throws {
    var it = try Case.underWay()
    try it.accept(HoldGoalDialogue("110", "2027-05-03", minutes: minutes), as: "110")
    #expect(it.deviations == expected)
    #expect(try it.lastEntry().amount == Rational(minutes, 60))
  }

  @Test(arguments: [0, -30, 40, 1441, -9_007_199_254_740_991])
  func `a dialogue is of whole quarters of an hour`(minutes: Int) throws {
    var it = try Case.underWay()
    #expect(try it.refused(HoldGoalDialogue("110", "2027-05-03", minutes: minutes), as: "110") == ["S4"])
  }

  @Test func `an eleventh hour warns, and is recorded`() throws {
    var it = try Case.underWay()
    for _ in 0..<10 { try it.accept(HoldGoalDialogue("110", "2027-05-03"), as: "110") }
    #expect(it.deviations == [])
    try it.accept(HoldGoalDialogue("110", "2027-05-03"), as: "110")
    #expect(it.deviations == [.aboveRange])
  }

  @Test func `only participants hold them, and not ahead of time`() throws {
    var it = try Case.underWay()
    #expect(try it.refused(HoldGoalDialogue("113", "2027-05-03"), as: "113") == ["S2"])
    #expect(try it.refused(HoldGoalDialogue("110", "2027-05-04"), as: "110") == ["S4"])
  }
}
