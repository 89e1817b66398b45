import StrictJSON
import TalentDomain
import TalentInterface
import Testing

/// What is said between mentor and participant, and what came of an MBTI questionnaire, has no place to be written.
struct UnspokenTests {
  private static let verbs: [[String]] = [
    ["mentor", "meeting", "log", "110", "--minutes", "60", "--note", "Vi talte om hans leder."],
    ["mbti", "complete", "110", "--result", "ENTJ"],
    ["mbti", "attend", "110", "--type", "ENTJ"],
  ]

  @Test(arguments: verbs)
  func `the command line knows no option for it`(verb: [String]) throws {
    let run = try Talentctl(Talentd(in: "/nowhere")).run(verb + ["--cohort", "2027"])
    #expect(run.status == 64)
    #expect(run.error.contains("Unknown option '\(verb[verb.count - 2])'"), "\(run.error)")
    #expect(!run.error.contains(verb[verb.count - 1]))
  }

  private static let members: [(method: String, name: String)] =
    Commands.cohort.filter { command in
      ["Mentor", "MBTI", "Confidentiality"].contains { command.method.contains($0) }
    }.flatMap { command in ["note", "result", "zz"].map { (command.method, $0) } }

  @Test func `an unknown member over the socket is refused, and nothing is written`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .seated, nominees: 3, seats: 2)
      let hr = try world.by(Cast.hr)
      let size = try hr.logSize()
      var filler = ShapeFiller(person: "110")
      filler.dryRun = false
      for (name, member) in Self.members {
        let method = try #require(Methods.byName["dk.talentd.programme.\(name)"])
        let filled = try JSON(parsing: filler.parameters(of: method))
        var command = try #require(filled["command"]?.object)
        command.append(JSON.Member(name: member, value: "Vi talte om hans leder."))
        let parameters = JSON.object(
          (filled.object ?? []).filter { $0.name != "command" } + [
            JSON.Member(name: "command", value: .object(command))
          ])
        let error = #expect(throws: ServiceError.self, "\(name) \(member)") {
          try hr.messenger.call(method.fullName, canonical: parameters.canonical())
        }
        #expect(error?.name == "org.varlink.service.InvalidParameter", "\(name) \(member)")
        #expect(error.map { !"\($0)".contains("hans leder") } == true, "\(name) \(member)")
      }
      #expect(try hr.logSize() == size)
    }
  }
}
