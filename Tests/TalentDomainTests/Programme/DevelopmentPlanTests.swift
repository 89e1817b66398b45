import TalentDomain
import Testing

struct DevelopmentPlanTests {
  private static let incomplete: [(SetDevelopmentPlan, String)] = [
    (SetDevelopmentPlan("110", purpose: nil), "formål"), (SetDevelopmentPlan("110", purpose: " \n"), "formål"),
    (SetDevelopmentPlan("110", benefit: nil), "udbytte"), (SetDevelopmentPlan("110", benefit: ""), "udbytte"),
    (SetDevelopmentPlan("110", goals: []), "mål"), (SetDevelopmentPlan("110", goals: [" ", ""]), "mål"),
    (SetDevelopmentPlan("110", purpose: nil, benefit: nil, goals: []), "formål, udbytte, mål"),
  ]

  @Test(arguments: incomplete.indices)
  func `a plan has purpose, benefit and goals`(_ index: Int) throws {
    var it = try Case.underWay()
    let (command, missing) = DevelopmentPlanTests.incomplete[index]
    let verdict = try it.when(command, as: "110")
    #expect(verdict.rules == ["R17"])
    #expect(verdict.findings.map(\.problem.da) == ["Udviklingsplanen mangler \(missing)."])
    #expect(it.cohort.programme.plans.current.isEmpty)
  }

  @Test func `what a plan says is sealed, and its leaf only counts`() throws {
    var it = try Case.underWay()
    try it.accept(SetDevelopmentPlan("110", goals: ["Lede et møde.", " ", "Give feedback."]), as: "110")
    let fact = try #require(it.facts(DevelopmentPlanSet.self).first)
    #expect(fact.goals == 2)
    #expect(fact.version == 1)
    #expect(it.sealed(DevelopmentPlan.self).map(\.goals) == [["Lede et møde.", "Give feedback."]])
    #expect(it.events.last?.sealed.map(\.subject) == [it.person("110")])
    #expect(DevelopmentPlan.audience == .plan)
    #expect(DevelopmentPlan.retention == .programme)
  }

  @Test func `the participant sets it, or the HR Centre on behalf, and nobody else`() throws {
    var it = try Case.underWay()
    for other in ["111", Staff.leader] {
      #expect(throws: Refusal.notPermitted) { try it.refused(SetDevelopmentPlan("110"), as: other) }
      #expect(throws: Refusal.notPermitted) { try it.refused(ProgressGoal("110", 1, .started), as: other) }
    }
    try it.accept(SetDevelopmentPlan("110"), as: Staff.hr, for: "110")
    try it.accept(ProgressGoal("110", 1, .started), as: Staff.hr, for: "110")
    #expect(try it.refused(SetDevelopmentPlan("113"), as: "113") == ["S2"])
    #expect(try it.refused(ProgressGoal("113", 1, .started), as: "113") == ["S2"])
  }

  @Test func `a goal comes further, in the plan that holds`() throws {
    var it = try Case.underWay()
    #expect(try it.refused(ProgressGoal("110", 1, .started), as: "110") == ["S2"])
    try it.accept(SetDevelopmentPlan("110", goals: ["Et.", "To."]), as: "110")
    for goal in [0, 3, 9_007_199_254_740_991] {
      #expect(try it.refused(ProgressGoal("110", goal, .started), as: "110") == ["S4"], "\(goal)")
    }
    try it.accept(ProgressGoal("110", 2, .halfway, note: "Det går godt."), as: "110")
    try it.accept(ProgressGoal("110", 1, .reached, note: " "), as: "110")
    #expect(it.sealed(GoalNote.self).map(\.note) == ["Det går godt."])
    #expect(it.cohort.programme.plans.current[it.alias("110")]?.progress == [1: .reached, 2: .halfway])

    try it.accept(SetDevelopmentPlan("110", goals: ["Et."]), as: "110")
    #expect(it.cohort.programme.plans.current[it.alias("110")]?.version == 2)
    #expect(it.cohort.programme.plans.current[it.alias("110")]?.progress == [:])
    #expect(try it.refused(ProgressGoal("110", 2, .reached), as: "110") == ["S4"])
    try it.accept(ProgressGoal("110", 1, .dropped), as: "110")
    #expect(it.facts(DevelopmentGoalProgressed.self).map(\.version) == [1, 1, 2])
  }
}
