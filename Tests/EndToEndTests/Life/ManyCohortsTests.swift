import TalentDomain
import TalentInterface
import Testing

@testable import TalentService

/// More cohorts than the service keeps in memory: none is forgotten, and memory does not grow with them.
struct ManyCohortsTests {
  private static let codes = (0..<WarmCohort.limit + 20).map { Code("h\($0)") ?? .blank }

  private func cohortsInMemory(_ client: Client) throws -> Int {
    let line = try client.ask(ShowMetrics()).text.value.split(separator: "\n").first {
      $0.hasPrefix("talentd_warm_cohorts ")
    }
    return try #require(line.flatMap { Int($0.split(separator: " ")[1]) })
  }

  @Test func `each is found as it was left, however many there are`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .staffed)
      let hr = try world.by(Cast.hr)
      for code in Self.codes {
        var open = OpenCohort()
        open.cohort = code
        open.deadline = world.dates.deadline
        open.kickOff = world.dates.kickOff
        open.mbtiDate = world.dates.mbti
        open.seats = 20
        open.title = "Talentforløb"
        try hr.send(open)
      }
      #expect(try cohortsInMemory(world.by(nil)) == WarmCohort.limit)

      // One call, and so one batch, that comes to each of them twice: what it did at first is known when it comes again.
      let mentors = Self.codes.map { code in
        var register = RegisterMentor(Cast.leader)
        register.cohort = code
        return register
      }
      let rows = try hr.importRows(mentors + mentors).rows
      #expect(rows.prefix(mentors.count).allSatisfy { $0.kind == .done })
      // Refused, and beyond sixty refusals within the hour told to wait.
      #expect(rows.dropFirst(mentors.count).allSatisfy { [.refused, .busy].contains($0.kind) })
      #expect(try cohortsInMemory(world.by(nil)) == WarmCohort.limit)
      for code in Self.codes {
        var list = ListMentors()
        list.cohort = code
        #expect(try hr.ask(list).free.map(\.number) == [Line(Cast.leader)], "\(code)")
      }
      #expect(try cohortsInMemory(world.by(nil)) <= WarmCohort.limit)
    }
  }
}
