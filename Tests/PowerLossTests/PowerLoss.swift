import Seeded

@testable import EventLog

/// One run: a workload, a cut within some call of it, and what is left.
enum PowerLoss {
  struct Failure: Error, CustomStringConvertible {
    let seed: UInt64
    let losses: [String]
    let steps: [Workload.Step]

    var description: String {
      "TALENT_POWER_RUNS=1 TALENT_POWER_SEED=\(seed): \(losses.prefix(5).joined(separator: "; ")), after \(steps)"
    }
  }

  struct Outcome {
    var failure: Failure?
    /// Calls before the power went, and their trace.
    var calls = 0
    var trace: UInt64 = 0
    var cuts = 0
  }

  /// Two at a time, each on a disk of its own.
  static func runs(_ seeds: Range<UInt64>, swallowing: FaultyDisk.Calls = []) async throws -> [Failure] {
    try await withThrowingTaskGroup(of: [Failure].self) { group in
      for half in 0..<2 as Range<UInt64> {
        group.addTask {
          var failures: [Failure] = []
          for seed in seeds where seed % 2 == half {
            if let failure = try await run(seed, swallowing: swallowing).failure { failures.append(failure) }
          }
          return failures
        }
      }
      return try await group.reduce([], +)
    }
  }

  static func run(_ seed: UInt64, swallowing: FaultyDisk.Calls = []) async throws -> Outcome {
    var chance = SeededGenerator(seed: seed)
    let disk = try FaultyDisk(seed: chance.next())
    let workload = Workload(seed: chance.next(), disk: disk)
    disk.swallowSyncs(swallowing)
    var outcome = Outcome()
    // Early as often as late: within the making of the log, within the first steps, anywhere.
    disk.cut(at: 1 + chance.below([60, 200, 900][chance.below(3)]))
    do {
      try await workload.open()
      try await workload.run(chance.below(14))
      // It stands still when the power goes.
      if !disk.isCut { disk.cut() }
    } catch {
      guard disk.isCut else {
        try? await workload.close()
        outcome.failure = Failure(seed: seed, losses: ["\(error) with the power on"], steps: workload.done)
        return outcome
      }
    }
    outcome.calls = disk.changes
    outcome.trace = disk.trace
    do {
      try await workload.close()
      var inspection = Inspection(disk, workload.promises)
      // The power may go again while the log is opened.
      for cut in [chance.below(3) == 0 ? 1 + chance.below(60) : 0, 0] {
        try await disk.powerOn()
        outcome.cuts += 1
        try inspection.checkResidue()
        disk.cut(at: cut)
        do {
          try await workload.open { try inspection.check($0) }
          try await workload.recover()
          try await workload.run(2, of: [.newSubjects, .checkpoint])
          try workload.inspect(&inspection)
          try await workload.close()
          break
        } catch {
          try await workload.close()
          guard disk.isCut else { throw error }
        }
      }
      try inspection.verify()
      try inspection.checkCopies(workload.settings(at:))
      if !inspection.losses.isEmpty {
        outcome.failure = Failure(seed: seed, losses: inspection.losses, steps: workload.done)
      }
    } catch {
      try? await workload.close()
      outcome.failure = Failure(seed: seed, losses: ["\(error) when the power was back"], steps: workload.done)
    }
    return outcome
  }
}

extension Workload {
  func inspect(_ inspection: inout Inspection) throws { try inspection.check(try theLog()) }
}
