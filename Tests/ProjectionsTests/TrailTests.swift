import EventLog
import TalentDomain
import Testing

@testable import Projections

@Suite("The audit trail")
struct TrailTests {
  private static let events = 400

  /// What a query must find, told from the drafts by hand.
  private func expected(_ matches: (Int, Draft) -> Bool) -> [Int] {
    Draft.assorted(TrailTests.events).enumerated().filter { matches($0.offset, $0.element) }.map(\.offset)
  }

  private func alias(_ number: Int) -> Alias { Alias(bits: UInt64(number)) }

  private func prepared() async throws -> (TestLog, ViewReader) {
    let it = try TestLog()
    let views = try it.openViews()
    try await it.append(Draft.assorted(TrailTests.events))
    return (it, views.reader())
  }

  @Test func `it finds by stream, subject, actor, command and type, alone and together`() async throws {
    let (it, reader) = try await prepared()
    let found = { (change: (inout TrailQuery) -> Void) throws -> [Int] in
      var query = TrailQuery()
      query.limit = 1000
      change(&query)
      return try reader.trail(query).rows.map(\.position)
    }
    #expect(try found { _ in } == Array(0..<TrailTests.events))
    #expect(try found { $0.stream = "record" } == expected { $1.stream == "record" })
    let two = Set([alias(2), alias(5)])
    #expect(try found { $0.subjects = two } == expected { $1.subject == alias(2).text || $1.subject == alias(5).text })
    // Actor 3 never records, but is recorded on behalf of.
    #expect(try found { $0.actors = [alias(3)] } == expected { $1.behalf == alias(3).text })
    #expect(try found { $0.actors = [alias(2), alias(3)] } == expected { $1.behalf != nil })
    #expect(try found { $0.command = "command-5" } == expected { $1.command == "command-5" })
    #expect(try found { $0.type = "nomination." } == expected { $1.type.hasPrefix("nomination.") })
    #expect(try found { $0.type = "nomination.refused.v1" } == expected { $1.type == "nomination.refused.v1" })
    #expect(
      try found {
        $0.stream = "cohort/2027"
        $0.subjects = [alias(1)]
        $0.actors = [alias(2)]
      } == expected { $1.stream == "cohort/2027" && $1.subject == alias(1).text && $1.actor == alias(2).text })
    #expect(
      try found {
        $0.command = "command-5"
        $0.actors = [alias(4)]
        $0.stream = "cohort/2028"
      } == expected { $1.command == "command-5" && $1.actor == alias(4).text && $1.stream == "cohort/2028" })
    for nothing in [
      { (query: inout TrailQuery) in query.subjects = [] }, { $0.actors = [] }, { $0.stream = "cohort/1999" },
      { $0.type = "nominations" }, { $0.command = "command-" }, { $0.from = TrailTests.events }, { $0.end = 0 },
    ] { #expect(try found(nothing) == []) }
    await it.stop()
  }

  @Test func `it is bounded by position, by day of effect and by limit`() async throws {
    let (it, reader) = try await prepared()
    var query = TrailQuery()
    query.from = 100
    query.end = 200
    query.limit = 30
    query.actors = [alias(4)]
    let first = try reader.trail(query)
    #expect(first.rows.count == 25)
    #expect(first.next == nil)
    query.limit = 10
    var pages: [Int] = []
    while true {
      let page = try reader.trail(query)
      pages += page.rows.map(\.position)
      guard let next = page.next else { break }
      query.from = next
    }
    #expect(pages == first.rows.map(\.position))
    var effective = TrailQuery()
    effective.limit = 1000
    effective.effectiveBefore = Instant(milliseconds: 1_803_000_000_000 + 100_000)
    let late = expected { $1.effective >= 1_803_000_000_000 + 100_000 }
    let found = try reader.trail(effective).rows.map(\.position)
    #expect(found == expected { number, _ in !late.contains(number) })
    await it.stop()
  }

  @Test func `a row says what the leaf says`() async throws {
    let (it, reader) = try await prepared()
    for position in [0, 1, 2, 3, 17] {
      let row = try #require(try reader.row(at: position))
      let draft = Draft.assorted(TrailTests.events)[position]
      #expect(row.stream == draft.stream)
      #expect(row.type == draft.type)
      #expect(row.actor.text == draft.actor)
      #expect(row.behalf?.text == draft.behalf)
      #expect(row.subject?.text == draft.subject)
      #expect(row.command == draft.command)
      #expect(row.effective.milliseconds == draft.effective)
      #expect(row.recorded.milliseconds == (try it.log.reader().recordedTime(at: position)))
    }
    #expect(try reader.row(at: 1)?.rules == ["R2", "R6"])
    #expect(try reader.row(at: TrailTests.events) == nil)
    #expect(try reader.latest(of: "record") == 399)
    #expect(try reader.latest(of: "no") == nil)
    await it.stop()
  }
}
