import EventLog
import Glibc
import History
import Leaves
import Projections
import TalentDomain

/// Folding every cohort of the log with its types, beside a plain scan; and what the log takes on the disk.
struct Folds {
  let bench: Bench
  /// What the cohorts are called.
  let what: String

  func measured() throws -> [Measurement] {
    let log = try EventLog(opening: LargeLog.settings(bench), create: false)
    let streams = try log.reader().streams().filter { $0.hasPrefix("cohort/") }
    var rates: [Double] = []
    var ofOne: [Double] = []
    for _ in 0..<bench.rounds {
      let folds = try streams.map { stream in try timed { try folded(stream, log) } }
      let seconds = folds.map(\.seconds)
      rates.append(Double(folds.map(\.value).reduce(0, +)) / seconds.reduce(0, +))
      ofOne.append(median(seconds))
    }
    let scans = try (0..<bench.rounds).map { _ in try Plain.scan(bench) }
    return [
      Measurement(
        "folding \(what) with types", median(rates), "events/s", beside: ("plain scan", median(scans)),
        target: .atLeast(300_000)),
      Measurement("folding one of them", median(ofOne) * 1000, "ms"),
      Measurement(
        "on the disk", Double(try bytesOnDisk()) / Double(log.size), "bytes/event", target: .atMost(1800)),
    ]
  }

  /// How many events it had.
  private func folded(_ stream: String, _ log: EventLog) throws -> Int {
    var cohort = Cohort()
    try log.reader().scan(stream: stream) { bytes, position in
      try fold(try Leaf(bytes, position: position), into: &cohort)
    }
    return cohort.revision
  }

  /// Every file of the state folder: log, vault, keys and views.
  private func bytesOnDisk() throws -> Int {
    guard let entries = opendir(bench.state) else { throw Trouble("the state folder is gone") }
    defer { closedir(entries) }
    var sum = 0
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      var status = stat()
      if lstat("\(bench.state)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG {
        sum += Int(status.st_size)
      }
    }
    return sum
  }
}
