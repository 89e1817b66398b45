import ArgumentParser
import TalentDomain
import Testing

@testable import TalentCommands

/// What the verbs of gatherings, MBTI and work groups make of a command line.
struct GatheringVerbTests {
  @Test func `attendance is for a list or for all`() throws {
    let some = try GatheringNoun.Attend.parse(["2", "10536", "10537", "--days", "1/2", "--cohort", "2027"]).command()
    #expect(some.gathering == 2)
    #expect(some.participants.map(\.given) == ["10536", "10537"])
    #expect(some.days == Rational(1, 2))
    let all = try GatheringNoun.Attend.parse(["2", "--all", "--cohort", "2027"]).command()
    #expect(all.all)
    #expect(all.days == nil)
    #expect(throws: (any Error).self) { try GatheringNoun.Attend.parse(["2", "--cohort", "2027"]) }
    #expect(throws: (any Error).self) { try GatheringNoun.Attend.parse(["2", "10536", "--all", "--cohort", "2027"]) }
  }

  @Test func `both parts of MBTI take several participants`() throws {
    let line = ["10536", "10537", "--date", "2027-04-06", "--cohort", "2027"]
    let complete = try MBTINoun.Complete.parse(line).command()
    #expect(complete.participants.map(\.given) == ["10536", "10537"])
    #expect(complete.date?.text == "2027-04-06")
    let attend = try MBTINoun.Attend.parse(line + ["--make-up"]).command()
    #expect(attend.participants.map(\.given) == ["10536", "10537"])
    #expect(attend.makeUp)
    #expect(try !MBTINoun.Attend.parse(line).command().makeUp)
  }

  @Test func `a work group is formed, joined and meets by its number`() throws {
    let form = try WorkGroupNoun.Form.parse(["10536", "10537", "--task", "Overgange", "--cohort", "2027"]).command()
    #expect(form.participants.map(\.given) == ["10536", "10537"])
    #expect(form.task == "Overgange")
    let join = try WorkGroupNoun.Join.parse(["3", "10538", "--cohort", "2027"]).command()
    #expect(join.group == 3)
    #expect(join.participants.map(\.given) == ["10538"])
    let line = ["3", "--date", "2027-06-10", "--days", "1/2", "--cohort", "2027"]
    let meet = try WorkGroupNoun.Meet.parse(line + ["--present", "10536", "10537"]).command()
    #expect(meet.group == 3)
    #expect(meet.present.map(\.given) == ["10536", "10537"])
    #expect(meet.days == Rational(1, 2))
    #expect(try WorkGroupNoun.Meet.parse(line).command().present.isEmpty)
    let work = try WorkGroupNoun.Work.parse(["10536"] + line.dropFirst()).command()
    #expect(work.participant.given == "10536")
    #expect(work.days == Rational(1, 2))
    #expect(work.date?.text == "2027-06-10")
  }
}
