import Glibc
import Seeded
import Testing

@testable import EventLog

@Suite("Power loss", .serialized)
struct PowerLossTests {
  /// TALENT_POWER_RUNS runs from the seed TALENT_POWER_SEED on.
  static let runs = number("TALENT_POWER_RUNS") ?? 2000
  static let firstSeed = number("TALENT_POWER_SEED") ?? UInt64.random(in: 1...1_000_000_000)

  private static func number(_ name: String) -> UInt64? { getenv(name).flatMap { UInt64(String(cString: $0)) } }

  @Test func `whatever was acknowledged is there when the power comes back, and what was not is whole or not there`()
    async throws
  {
    print("power loss: \(Self.runs) runs from TALENT_POWER_SEED=\(Self.firstSeed)")
    let failures = try await PowerLoss.runs(Self.firstSeed..<Self.firstSeed + Self.runs)
    for failure in failures.prefix(10) { Issue.record("\(failure)") }
    #expect(failures.isEmpty, "\(failures.count) of \(Self.runs) runs lost something")
  }

  @Test func `a seed gives the same calls in the same order`() async throws {
    for seed in Self.firstSeed..<Self.firstSeed + 10 {
      let first = try await PowerLoss.run(seed)
      let second = try await PowerLoss.run(seed)
      #expect(first.trace == second.trace && first.calls == second.calls, "TALENT_POWER_SEED=\(seed)")
    }
  }

  @Test(arguments: [FaultyDisk.Calls.sync, .create])
  func `the same runs find a loss where a disk only says that it has synced`(_ swallowed: FaultyDisk.Calls) async throws
  {
    let failures = try await PowerLoss.runs(Self.firstSeed..<Self.firstSeed + 100, swallowing: swallowed)
    print("with syncs swallowed: \(failures.count) of 100 runs lost something")
    #expect(!failures.isEmpty)
  }
}
