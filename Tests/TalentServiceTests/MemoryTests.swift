import TalentDomain
import Testing

@testable import TalentService

struct MemoryTests {
  private func memory(cohorts count: Int) throws -> Memory {
    var memory = Memory()
    for number in 0..<count {
      let code = try #require(Code("\(2000 + number)"))
      memory.cohortCodes.append(code)
      memory.cohorts[code] = WarmCohort()
      // The earlier it was opened, the later somebody asked for it.
      memory.cohorts[code]?.used = count - number
    }
    return memory
  }

  @Test func `of too many cohorts the least lately asked for go`() throws {
    var memory = try memory(cohorts: WarmCohort.limit + 3)
    memory.letGoOfCohorts()
    #expect(memory.cohorts.count == WarmCohort.limit)
    #expect(memory.cohortCodes.suffix(3).allSatisfy { memory.cohorts[$0] == nil })
    #expect(memory.cohortCodes.count == WarmCohort.limit + 3, "which there are is known all the same")
  }

  @Test func `as many as are kept stay`() throws {
    var memory = try memory(cohorts: WarmCohort.limit)
    memory.letGoOfCohorts()
    #expect(memory.cohorts.count == WarmCohort.limit)
  }

  @Test func `what concerns all cohorts is judged by the latest, all of which are kept`() throws {
    let memory = try memory(cohorts: WarmCohort.limit)
    #expect(memory.latestCohorts == Array(memory.cohortCodes.suffix(WarmCohort.latest)))
    #expect(WarmCohort.latest < WarmCohort.limit)
  }
}
