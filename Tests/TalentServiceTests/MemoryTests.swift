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

  @Test func `a cohort that has left memory closes the log to the same people as before`() throws {
    var memory = try memory(cohorts: WarmCohort.limit + 1)
    let code = try #require(memory.cohortCodes.last)
    let (person, alias, form) = (Alias(bits: 100), Alias(bits: 500), Alias(bits: 900))
    memory.cohorts[code]?.links.take(PersonLink(alias: alias, person: person))
    memory.cohorts[code]?.state.nominations.live[alias] = form
    #expect(Impartiality.closesLog(to: person, memory) == .nominee)
    memory.letGoOfCohorts()
    #expect(memory.cohorts[code] == nil && memory.unknownCohorts.isEmpty)
    #expect(Impartiality.closesLog(to: person, memory) == .nominee)
    #expect(Impartiality.closesLog(to: Alias(bits: 101), memory) == nil)
    // Folded again, it says for itself.
    memory.left.giveBack(code)
    #expect(Impartiality.closesLog(to: person, memory) == nil)
    #expect(memory.unknownCohorts == [code])
  }

  @Test func `what concerns all cohorts is judged by the latest, all of which are kept`() throws {
    let memory = try memory(cohorts: WarmCohort.limit)
    #expect(memory.latestCohorts == Array(memory.cohortCodes.suffix(WarmCohort.latest)))
    #expect(WarmCohort.latest < WarmCohort.limit)
  }
}
