import Evidence
import Seeded
import Testing

struct BracketTests {
  private let minute: Int64 = 60_000

  private func anchors(_ times: (Int, Int64)...) -> [TrustedTime] {
    times.map { TrustedTime(size: $0.0, milliseconds: $0.1 * minute) }
  }

  /// Leaf n was recorded at minute `minutes[n]`.
  private func leaves(_ minutes: [Int64]) -> [RecordedTime] {
    minutes.enumerated().map { RecordedTime(position: $0.offset, milliseconds: $0.element * minute) }
  }

  private func findings(_ times: [TrustedTime], _ minutes: [Int64]) -> [BracketFinding]? {
    guard case .checked(let findings, _, _) = Bracket.check(times, leaves(minutes), simulated: false) else {
      return nil
    }
    return findings
  }

  @Test func `leaves between their anchors pass, give or take five minutes`() {
    let times = anchors((2, 100), (4, 200))
    #expect(
      Bracket.check(times, leaves([10, 105, 95, 205, 195]), simulated: false)
        == .checked(findings: [], bracketed: 2, open: 3))
  }

  @Test func `a leaf dated back, and one dated ahead, are found by position`() throws {
    let found = try #require(findings(anchors((2, 100), (4, 200)), [10, 106, 94, 206, 194]))
    #expect(found.map(\.position) == [1, 2, 3, 4])
    #expect(found.map(\.isDatedBack) == [false, true, false, true])
    #expect(found[1].after == TrustedTime(size: 2, milliseconds: 100 * minute))
    #expect(found[1].before == TrustedTime(size: 4, milliseconds: 200 * minute))
  }

  @Test func `a leaf at an anchor's size is not held by it`() throws {
    // Position 2 is the third leaf: the anchor of size 2 lacks it.
    #expect(try #require(findings(anchors((2, 100)), [99, 99, 90])).map(\.position) == [2])
    #expect(try #require(findings(anchors((3, 100)), [99, 99, 90])).isEmpty)
  }

  @Test func `of several anchors the narrowest counts`() throws {
    // Anchored again while nothing happened: what came later was recorded after the second time.
    #expect(try #require(findings(anchors((1, 100), (1, 150)), [50, 120])).map(\.position) == [1])
    // A larger tree that was anchored earlier holds the smaller one too.
    #expect(try #require(findings(anchors((1, 150), (2, 100)), [120, 90])).map(\.position) == [0, 1])
  }

  @Test func `nothing can be said of a simulated log, nor without an anchor`() {
    #expect(Bracket.check(anchors((1, 1)), leaves([99]), simulated: true) == .simulated)
    #expect(Bracket.check([], leaves([99]), simulated: false) == .noAnchors)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the findings are those of the definition, leaf by leaf`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let times = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      TrustedTime(size: Int.random(in: 0...30, using: &random), milliseconds: Int64.random(in: 0...100, using: &random))
    }
    let leaves = (0..<30).map {
      RecordedTime(position: $0, milliseconds: Int64.random(in: 0...100, using: &random))
    }
    let tolerance = Int64.random(in: 0...10, using: &random)
    let expected = leaves.filter { leaf in
      times.contains { $0.size <= leaf.position && leaf.milliseconds < $0.milliseconds - tolerance }
        || times.contains { $0.size > leaf.position && leaf.milliseconds > $0.milliseconds + tolerance }
    }
    guard
      case .checked(let found, let bracketed, let open) = Bracket.check(
        times, leaves.shuffled(using: &random), tolerance: tolerance, simulated: false)
    else {
      Issue.record("not checked, seed \(seed)")
      return
    }
    #expect(found.map(\.position) == expected.map(\.position), "seed \(seed)")
    #expect(bracketed + open == 30, "seed \(seed)")
  }
}
