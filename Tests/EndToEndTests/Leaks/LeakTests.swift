import StrictJSON
import TalentDomain
import TalentInterface
import Testing

/// Two logs that differ only in what somebody may not see give that person byte-equal answers, whatever is asked.
@Suite(.serialized) struct LeakTests {
  @Test(arguments: Difference.all)
  func `what somebody may not see shows in no answer, listing, error or dry run`(_ difference: Difference) throws {
    let (one, other) = try Twins.answers(difference)
    #expect(one.count == other.count)
    #expect(one.count == difference.hiddenFrom.count * Methods.all.reduce(0) { $0 + Questioner.variants(of: $1) })
    var told = 0
    for (left, right) in zip(one, other) where left.reply != right.reply {
      told += 1
      // The first few say enough; a leak may be in hundreds.
      guard told <= 5 else { continue }
      Issue.record("\(left.asker) is told by \(left.method) \(left.parameters):\n\(left.reply)\n\(right.reply)")
    }
    #expect(told == 0)
  }

  /// What nobody asks rightly proves nothing: somebody gets an answer, or a reasoned refusal, to every method.
  @Test func `every method is asked in a way that somebody gets an answer to`() throws {
    var answered: Set<String> = []
    for common in Difference.Common.allCases {
      try withTalentd { daemon in
        let world = try common.played(on: daemon)
        let askers = [
          Cast.hr, Cast.board[0], Cast.secretary, Cast.assessors[0], Cast.auditor, Cast.dpo, Cast.chief, Cast.leader,
          "110",
          Cast.director,
        ]
        try world.by(nil).send(GrantRole(.administrator, to: Cast.director))
        let things = try Twins.things(world)
        for reply in try Twins.ask(askers, things, on: daemon, at: at("2027-06-02 09:00:00"))
        where !["InvalidInput", "NotPermitted", "NotFound"].contains(reply.error ?? "") {
          answered.insert(reply.method)
        }
      }
    }
    let unanswered = Set(Methods.names).subtracting(answered).subtracting(LeakTests.ofNobody)
    #expect(unanswered.isEmpty, "nobody gets an answer to \(unanswered.sorted())")
  }

  /// What the shape of a method alone cannot make right, each with why it is no way to the hidden.
  private static let ofNobody: Set<String> = [
    // Only the program that asks witnesses calls it, with what they signed.
    "dk.talentd.record.KeepAnchor",
    // They name an entry, a group, a conflict or a score by its id or its old value: asked with those of others, they are
    // told apart from what there is not by nothing (`NeighbourTests` asks them with the right ones).
    "dk.talentd.programme.ConfirmEntry", "dk.talentd.programme.CorrectEntry", "dk.talentd.programme.VoidEntry",
    "dk.talentd.programme.ShowEntry", "dk.talentd.programme.ShowWorkGroup", "dk.talentd.assessment.RuleConflict",
    "dk.talentd.assessment.VoidAssessment",
    // One and the same person is selected and in reserve, which its form cannot know.
    "dk.talentd.selection.ProposeSelection",
  ]
}
