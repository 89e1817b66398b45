import ArgumentParser
import TalentDomain
import Testing

@testable import TalentCommands

/// What the programme's questions make of a command line.
struct ProgrammeQueryTests {
  @Test func `a participant is somebody named, or oneself`() throws {
    #expect(try ParticipantNoun.Timeline.parse(["10536", "--cohort", "2027"]).query().participant?.given == "10536")
    #expect(try ParticipantNoun.Timeline.parse(["--cohort", "2027"]).query().participant == nil)
    #expect(try PlanNoun.Show.parse(["10536", "--cohort", "2027"]).query().participant?.given == "10536")
    #expect(try PlanNoun.Show.parse(["--cohort", "2027"]).query().participant == nil)
  }

  @Test func `a work group is asked for by its number, or is the own`() throws {
    #expect(try WorkGroupNoun.Show.parse(["3", "--cohort", "2027"]).query().group == 3)
    #expect(try WorkGroupNoun.Show.parse(["--cohort", "2027"]).query().group == nil)
  }

  @Test(arguments: [
    ["gathering", "list"], ["gathering", "attendance"], ["workgroup", "list"], ["workgroup", "show"],
    ["mentor", "list"],
    ["plan", "show"], ["internship", "list"], ["dialogue", "list"], ["cohort", "deviations"], ["cohort", "progress"],
    ["participant", "show"], ["participant", "timeline"],
  ])
  func `each takes a moment, a format and a cohort, and its help speaks both languages`(line: [String]) async throws {
    let command = try Talentctl.parseAsRoot(line + ["--cohort", "2027", "--at", "2027-06-01", "-o", "csv"])
    #expect(command is any Verb)
    let help = await CommandRun.of(line + ["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("--at"))
    #expect(help.output.hasPrefix("OVERVIEW: "))
  }
}
