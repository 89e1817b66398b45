import CFaultyDisk
import Glibc
import Seeded
import Synchronization
import Testing

@testable import EventLog

@Suite("Errors of the disk")
struct FaultTests {
  /// Each call in turn, or of many only some, evenly: TALENT_FAULTS calls of each kind at most. TALENT_FAULT_CALL names one.
  private static let limit = number("TALENT_FAULTS") ?? 30
  private static let only = number("TALENT_FAULT_CALL")

  private static func number(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }

  /// TALENT_FAULT_PLAN names one.
  static let plans = all.filter { plan in
    getenv("TALENT_FAULT_PLAN").map { String(cString: $0) == plan.name } ?? true
  }

  private static let all: [Faults.Plan] = [
    .init(calls: .write, name: "a write fails"),
    .init(calls: .write, goesOn: true, name: "all writes fail"),
    .init(calls: .write, fault: .full, name: "a write finds no room"),
    .init(calls: [.write, .create], fault: .full, goesOn: true, name: "the disk is full"),
    .init(calls: .sync, name: "a sync fails, and the process starts again"),
    .init(calls: .sync, losesPower: true, name: "a sync fails, and the machine starts again"),
    .init(calls: .sync, goesOn: true, losesPower: true, name: "all syncs fail"),
    .init(calls: .truncate, name: "a truncation fails"),
    .init(calls: .delete, name: "a deletion fails"),
    .init(calls: .rename, name: "a renaming fails"),
    .init(calls: .create, name: "a name cannot be made"),
    .init(calls: .open, name: "a file cannot be opened"),
    .init(calls: .read, name: "a read fails"),
    .init(calls: .read, goesOn: true, name: "all reads fail"),
    .init(calls: .lock, name: "a lock fails"),
    .init(calls: .shared, name: "shared memory fails"),
    .init(calls: .shared, fault: .memory, name: "no memory to share"),
    .init(calls: .look, name: "a look at a file fails"),
    .init(calls: .any, goesOn: true, name: "the disk is gone for a while"),
  ]

  @Test(arguments: plans)
  func `at every call in turn nothing acknowledged is lost, and the log recovers or ends`(_ plan: Faults.Plan)
    async throws
  {
    let seed = UInt64(17)
    let count = try await Faults.count(plan, seed: seed)
    try #require(count > 0)
    let stride = max(1, (count + Self.limit - 1) / Self.limit)
    var failures: [Faults.Failure] = []
    for number in Self.only.map({ [$0] }) ?? Array(Swift.stride(from: 1, through: count, by: stride)) {
      if let failure = try await Faults.run(plan, number: number, seed: seed) { failures.append(failure) }
    }
    print("\(plan): \(count) calls, each \(stride == 1 ? "one" : "of \(stride)") failed in turn")
    for failure in failures.prefix(5) { Issue.record("\(failure)") }
    #expect(failures.isEmpty, "\(failures.count) runs of \(count / stride)")
  }

  @Test func `memory that runs out at any allocation of the writer loses nothing`() async throws {
    let disk = try FaultyDisk(seed: 5)
    let workload = Workload(seed: 5, disk: disk)
    workload.change = { $0.retryInterval = .milliseconds(1) }
    try await workload.open()
    let asked = Mutex<Int64>(0)
    var (number, refused, ended) = (0, 0, 0)
    repeat {
      number += 1
      let fields = (0..<3).map { Promises.Field(subject: UInt64(number * 3 + $0), value: Array("\"memory\"".utf8)) }
      do {
        try await workload.submit { [number] desk throws(LogError) in
          // From here on through the commit, on the writer's thread alone.
          faulty_memory_fail(Int64(number), 1)
          return [try Workload.append("memory", number, fields, desk)]
        }
        try await workload.submit { _ throws(LogError) in
          asked.withLock { $0 = faulty_memory_counted() }
          faulty_memory_fail(0, 0)
          return []
        }
      } catch {
        #expect(error is WriterError, "\(error) at allocation \(number)")
        refused += 1
        asked.withLock { $0 = Int64.max }
        if workload.fatal.met != nil {
          ended += 1
          try await workload.close()
          workload.fatal.forget()
          var inspection = Inspection(disk, workload.promises)
          try await workload.open { try inspection.check($0) }
          #expect(inspection.losses == [])
        } else {
          for _ in 0..<2000 where workload.writer?.isReadOnly == true { try await Task.sleep(for: .milliseconds(1)) }
        }
      }
    } while asked.withLock({ $0 }) >= Int64(number)
    print("\(number) allocations refused in turn: \(refused) requests were turned away, \(ended) times the log ended")
    #expect(refused > 0)
    try await workload.close()
    var inspection = Inspection(disk, workload.promises)
    try await workload.open { try inspection.check($0) }
    try await workload.close()
    try inspection.verify()
    #expect(inspection.losses == [])
  }
}
