import Seeded
import Testing

@testable import EventLog

/// One run with errors: the same steps each time, a call of some kind that fails once or from then on, and what becomes of it.
enum Faults {
  /// What fails, and how.
  struct Plan: Sendable, CustomStringConvertible {
    var calls: FaultyDisk.Calls
    var fault: FaultyDisk.Fault = .io
    /// All after it too, until somebody mends the disk.
    var goesOn = false
    /// After what ended the process the machine goes as well.
    var losesPower = false
    var name: String

    var description: String { name }
  }

  struct Failure: CustomStringConvertible {
    let plan: Plan
    let number: Int
    let losses: [String]

    var description: String { "\(plan), call \(number): \(losses.prefix(5).joined(separator: "; "))" }
  }

  static let steps: [Workload.Step] = [
    .append, .newSubjects, .checkpoint, .erase, .append, .rotateMasterKey, .rotateLogKey, .scrub, .moveJournal, .backUp,
    .restore, .newSubjects, .reopen, .batch,
  ]

  /// How many calls of that kind a run makes in which none fails.
  static func count(_ plan: Plan, seed: UInt64) async throws -> Int {
    let disk = try FaultyDisk(seed: seed)
    let workload = Workload(seed: seed, disk: disk)
    disk.count(plan.calls)
    try await workload.open()
    for step in steps { try await workload.run(step) }
    try await workload.close()
    #expect(disk.differences == 0, "the model of the disk says the same as the files")
    return disk.counted
  }

  /// - Returns: nil where all went as it should.
  static func run(_ plan: Plan, number: Int, seed: UInt64) async throws -> Failure? {
    let disk = try FaultyDisk(seed: seed)
    let workload = Workload(seed: seed, disk: disk)
    workload.change = { $0.retryInterval = .milliseconds(1) }
    var inspection = Inspection(disk, workload.promises)
    var losses: [String] = []
    disk.fail(plan.calls, from: number, count: plan.goesOn ? Int.max : 1, plan.fault)
    do {
      var waiting: [Workload.Step?] = [nil] + steps
      var attempts = 0
      while let step = waiting.first {
        do {
          if let step { try await workload.run(step) } else { try await workload.open() }
          waiting.removeFirst()
          attempts = 0
        } catch {
          attempts += 1
          guard attempts < 4 else { throw error }
          if let wrong = wrongly(error, disk) { losses.append("\(wrong) at \(step.map { "\($0)" } ?? "opening")") }
          try await reading(workload, plan, &losses)
          disk.count([])
          try await mend(workload, plan, &inspection, step)
          if step == nil { waiting.removeFirst() }
        }
      }
      disk.count([])
      // What a failed sync did not write, no later one may have passed over.
      disk.cut()
      try await workload.close()
      try await disk.powerOn()
      try inspection.checkResidue()
      try await workload.open { try inspection.check($0) }
      try await workload.recover()
      try await workload.close()
      try inspection.verify()
      try inspection.checkCopies(workload.settings(at:))
    } catch {
      losses.append("\(error), after \(workload.done)")
      try? await workload.close()
    }
    losses += inspection.losses
    return losses.isEmpty ? nil : Failure(plan: plan, number: number, losses: losses)
  }

  /// Where an error is none of those that a caller can tell apart, or says that what is stored is wrong, which it is not.
  private static func wrongly(_ error: any Error, _ disk: FaultyDisk) -> String? {
    switch error {
    case let error as LogError: error.isDamage ? "\(error)" : nil
    case WriterError.failed(let error): error.isStorageFailure ? nil : "\(error)"
    case is WriterError, is RestoreError, is BackupError: nil
    // A copy that cannot be read back is set apart: it never counts as a backup.
    case is BackupTrouble: disk.failed > 0 ? nil : "\(error)"
    default: String(reflecting: error)
    }
  }

  /// While nothing can be written, reading goes on.
  private static func reading(_ workload: Workload, _ plan: Plan, _ losses: inout [String]) async throws {
    guard let log = workload.log, log.size > 0, plan.calls.isDisjoint(with: [.read, .lock, .shared, .look, .open])
    else {
      return
    }
    do { _ = try log.reader().leaf(at: 0) } catch { losses.append("nothing can be read either: \(error)") }
  }

  /// The cause is gone: the log recovers by itself, or it has ended, and starts again.
  private static func mend(
    _ workload: Workload, _ plan: Plan, _ inspection: inout Inspection, _ step: Workload.Step?
  ) async throws {
    if workload.fatal.met != nil || workload.log == nil || workload.log?.halted != nil || workload.writer == nil {
      let hadEnded = workload.fatal.met != nil
      try await workload.close()
      workload.fatal.forget()
      if plan.losesPower, hadEnded {
        workload.disk.cut()
        try await workload.disk.powerOn()
      }
      try await workload.open { try inspection.check($0) }
      try await workload.recover()
      return
    }
    for _ in 0..<2000 where workload.writer?.isReadOnly == true { try await Task.sleep(for: .milliseconds(1)) }
    try #require(workload.writer?.isReadOnly == false, "does not recover")
    // What was begun is finished before anything else, as the service does: the register may name keys that are still there.
    for subject in workload.promises.now.erasing.keys.sorted() { try await workload.erase(subject) }
  }
}
