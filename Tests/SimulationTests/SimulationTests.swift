import Glibc
import Seeded
import Testing

/// The real service against a simple model of what it ought to do: `make simulate` plays many years, CI a part of one.
struct SimulationTests {
  @Test func `a year of several cohorts, played by chance, goes as the model says`() async throws {
    let seed = number("SEED") ?? .random(in: 1...999_999)
    let commands = Int(number("COMMANDS") ?? 6_000)
    print("simulation: SEED=\(seed) COMMANDS=\(commands)")
    var played = 0
    var world = seed
    let start = ContinuousClock.now
    while played < commands {
      let simulator = try Simulator(seed: world, commands: commands - played)
      do {
        try await simulator.run()
      } catch {
        Issue.record("\(error)")
        return
      }
      played += simulator.steps
      let seconds = (ContinuousClock.now - start).components.seconds
      print("simulation: SEED=\(world) \(simulator.counts.summary); \(played) commands in \(seconds) s")
      world += 1
    }
  }

  private func number(_ variable: String) -> UInt64? { getenv(variable).flatMap { UInt64(String(cString: $0)) } }
}

extension Simulator.Counts {
  var summary: String {
    "\(done) done, \(refused) refused, \(denied) denied, \(looks) looks, \(restarts) restarts, \(crashes) crashes"
  }
}
