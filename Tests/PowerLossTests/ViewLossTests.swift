import Projections
import Seeded
import Testing

@testable import EventLog

/// The views on a disk that goes, beside a log on one that does not: whatever is left of them, what opens afterwards says what the
/// log says. They need no durability of their own; they must never tell of something else.
@Suite("Power loss and errors under the views", .serialized)
struct ViewLossTests {
  /// A fifth of the runs of the log.
  private static let runs = max(10, PowerLossTests.runs / 5)

  @Test func `whatever power loss leaves of the views, they open and say what the log says`() async throws {
    print("views: \(Self.runs) power losses from TALENT_POWER_SEED=\(PowerLossTests.firstSeed)")
    var openings: [String: Int] = [:]
    for seed in PowerLossTests.firstSeed..<PowerLossTests.firstSeed + Self.runs {
      let opened = try await run(seed) { disk, chance in
        disk.cut(at: 1 + chance.below([40, 150, 600][chance.below(3)]))
      }
      for opening in opened { openings[opening, default: 0] += 1 }
    }
    print("views: \(openings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value) times" }.joined(separator: ", "))")
    // Each way there is was met: else these runs would show less than they say.
    if Self.runs >= 100 { #expect(openings.keys.sorted() == ["behind", "built anew", "current"]) }
  }

  @Test(arguments: [FaultyDisk.Calls.write, .sync, .read, .open, .any])
  func `an error at a call in turn leaves views that say what the log says`(_ calls: FaultyDisk.Calls) async throws {
    for number in stride(from: 1, through: 160, by: 8) {
      for goesOn in [false, true] {
        _ = try await run(UInt64(number)) { disk, _ in
          disk.fail(calls, from: number, count: goesOn ? Int.max : 1)
        }
      }
    }
  }

  /// Views that follow a log until the disk fails them, and are then opened on what is left.
  /// - Parameter trouble: what the disk is told to do.
  /// - Returns: how they were opened afterwards.
  private func run(
    _ seed: UInt64, _ trouble: (FaultyDisk, inout SeededGenerator) -> Void
  ) async throws -> [String] {
    var chance = SeededGenerator(seed: seed)
    let kept = try FaultyDisk(seed: chance.next())
    let workload = Workload(seed: chance.next(), disk: kept)
    try await workload.open()
    let disk = try FaultyDisk(seed: chance.next())
    trouble(disk, &chance)
    do {
      let views = try Views(
        folder: "\(disk.path)/state", reader: workload.theLog().reader(), size: workload.theLog().size)
      for _ in 0..<1 + chance.below(12) {
        try await workload.run(chance.below(4) == 0 ? .appendMany : .append)
        if chance.below(6) == 0 { _ = try await views.rebuild() }
        try views.catchUp(to: workload.theLog().size)
      }
    } catch is ViewError {
      // A service would go on without them, and try again.
    }
    if !disk.isCut { disk.cut() }
    disk.count([])
    // What the log gets meanwhile they lack.
    if chance.below(2) == 0 { try await workload.run(.append) }
    var openings: [String] = []
    for cut in [chance.below(3) == 0 ? 1 + chance.below(40) : 0, 0] {
      try await disk.powerOn()
      disk.cut(at: cut)
      do {
        openings = [try await opening(on: disk, workload, seed)]
        break
      } catch let error as ViewError {
        guard disk.isCut else { throw error }
      }
    }
    try await disk.untilClosed()
    try await workload.close()
    return openings
  }

  private func opening(on disk: FaultyDisk, _ workload: Workload, _ seed: UInt64) async throws -> String {
    let log = try workload.theLog()
    let views = try Views(folder: "\(disk.path)/state", reader: log.reader(), size: log.size)
    let rebuild = try await views.rebuild()
    #expect(rebuild.before == rebuild.after, "TALENT_POWER_SEED=\(seed)")
    #expect(rebuild.after.position == log.size, "TALENT_POWER_SEED=\(seed)")
    return switch views.opening {
    case .current: "current"
    case .caughtUp: "behind"
    case .rebuilt: "built anew"
    }
  }
}
