import StrictJSON
import TalentDomain
import TalentInterface
import Testing

@testable import TalentCommands

struct ExitStatusTests {
  static let refusal = RefusedError.with { $0.findings = [.ownCentre] }.canonical
  static let errors: [(error: WireError, parameters: [UInt8], status: Int32, sentence: String)] = [
    (.refused, refusal, 1, "Refused by R5."), (.notFound, NothingMore().canonical, 3, "There is no such thing"),
    (
      .conflict, ConflictError.with { ($0.expected, $0.actual) = (3, 4) }.canonical, 4,
      "You saw revision 3, but it is 4"
    ),
    (
      .invalidInput,
      FaultLine.with {
        $0.path = ["command", "points"]
        $0.problemDa = "Skal ligge fra 0 til 4."
        $0.problemEn = "Must lie from 0 to 4."
      }.canonical, 65, "command.points: Must lie from 0 to 4."
    ), (.internalFailure, InternalError.with { $0.reference = "f00" }.canonical, 70, "f00"),
    (.busy, BusyError.with { $0.retryAfter = 2500 }.canonical, 75, "Try again in 3 s."),
    (.readOnly, NothingMore().canonical, 75, "only read"),
    (
      .misconfigured,
      FileFault("/etc/talentd/letters/offer.mustache", line: 7, Bilingual(da: "Forkert.", en: "Wrong.")).canonical, 78,
      "/etc/talentd/letters/offer.mustache, line 7: Wrong."
    ), (.notPermitted, NothingMore().canonical, 77, "Your roles"),
  ]

  @Test(arguments: errors)
  func `an answered error ends the process with its status and says why on standard error`(
    _ error: WireError, _ parameters: [UInt8], _ status: Int32, _ sentence: String
  ) async throws {
    try await FakeService.run({ _ in .error(error, parameters) }) { service in
      let run = await CommandRun.of(["seat", "offer", "10536", "--cohort", "2027"], socket: service.socket)
      #expect(run.status == status)
      #expect(run.output == "")
      #expect(run.errors.contains(sentence), "\(run.errors)")
    }
  }

  @Test func `a refusal names its rule, what was wrong, and what would have been right`() async throws {
    try await FakeService.run({ _ in .error(.refused, Self.refusal) }) { service in
      let run = await CommandRun.of(
        ["nomination", "submit", "10536", "--cohort", "2027", "--language", "da"], socket: service.socket)
      #expect(
        run.errors == """
          Afvist efter R5.
          R5: Medarbejderen hører til et andet center.
            Reglen: Centerchefen indstiller fra eget center.
            Det rigtige: Centerchefen dér indstiller.

          """)
    }
  }

  @Test func `with JSON a refusal is JSON too`() async throws {
    try await FakeService.run({ _ in .error(.refused, Self.refusal) }) { service in
      let run = await CommandRun.of(
        ["seat", "offer", "10536", "--cohort", "2027", "-o", "json"], socket: service.socket)
      let json = try JSON(parsing: Array(run.errors.utf8.dropLast()))
      #expect(json["error"] == "Refused")
      #expect(json["status"] == 1)
      #expect(json["parameters"]?["findings"]?[0]?["rule"] == "R5")
    }
  }

  @Test func `nobody at the socket ends with 69 and a hint`() async {
    let run = await CommandRun.of(["cohort", "list"])
    #expect(run.status == 69)
    #expect(run.errors.contains("/nonexistent/talentd.sock"))
    #expect(run.errors.contains("Is it running?"))
  }

  @Test func `a connection that closes in the middle of a command says how to find out`() async throws {
    try await FakeService.run({ _ in .nothing }) { service in
      let run = await CommandRun.of(["scoring", "close", "--cohort", "2027"], socket: service.socket)
      #expect(run.status == 69)
      #expect(run.errors.contains("Repeat it with --command-id "))
    }
  }

  static let mistakes: [(arguments: [String], status: Int32)] = [
    (["bogus"], 64), (["seat", "offer", "--cohort", "2027"], 64),
    (["seat", "offer", "1", "--all", "--cohort", "2027"], 64),
    (["nomination", "list"], 64), (["nomination", "list", "--cohort", "År"], 64),
    (["scoring", "close", "--cohort", "2027", "--command-id", "1"], 64),
    (["cohort", "show", "--cohort", "2027", "--at", "tomorrow"], 64),
    (["person", "import", "/nonexistent/file.csv"], 66),
    (["cohort", "set-up", "2027", "--from", "/nonexistent/file.yaml"], 66),
  ]

  @Test(arguments: mistakes)
  func `a mistake of the caller ends before the service is asked`(_ arguments: [String], _ status: Int32) async {
    let run = await CommandRun.of(arguments)
    #expect(run.status == status)
    #expect(run.output == "")
    #expect(run.errors != "")
  }

  @Test func `a wrong variable ends with bad configuration`() async {
    let run = await CommandRun.of(["scoring", "close"], variables: ["TALENTD_COHORT": "År 27"])
    #expect(run.status == 78)
  }
}
