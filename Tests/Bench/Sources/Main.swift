import Glibc
import StrictJSON

/// How fast the service is, beside plain C on plain SQLite and plain sockets in the same run; or, as `soak`, whether it stays
/// as it is under load.
///
///     talent-bench bench PROGRAMS PLAIN FOLDER
///     talent-bench soak PROGRAMS PLAIN FOLDER
///
/// PROGRAMS holds `talentd` and `talentctl`, PLAIN is `plain.c` compiled, FOLDER is empty and on the disk that is to be
/// measured. TALENT_BENCH_EVENTS (1,000,000), TALENT_BENCH_SECONDS (3, of each round), TALENT_BENCH_MUNICIPALITIES (98) and
/// TALENT_BENCH_COHORTS (10, of each) make the bench shorter, TALENT_SOAK_MINUTES (10) the soak. Either prints a table, then
/// the same as JSON; the soak fails where a figure misses its target.
@main enum Main {
  static func main() async {
    do {
      let arguments = CommandLine.arguments.dropFirst()
      guard arguments.count == 4, let what = arguments.first, ["bench", "soak"].contains(what) else {
        throw Trouble("usage: talent-bench bench|soak PROGRAMS PLAIN FOLDER")
      }
      let bench = Bench(
        programs: arguments[2], plain: arguments[3], folder: arguments[4],
        events: try number("TALENT_BENCH_EVENTS") ?? 1_000_000,
        municipalities: try number("TALENT_BENCH_MUNICIPALITIES") ?? (what == "soak" ? 20 : 98),
        cohorts: try number("TALENT_BENCH_COHORTS") ?? 10, seconds: try number("TALENT_BENCH_SECONDS") ?? 3)
      let soak = Soak(bench: bench, minutes: try number("TALENT_SOAK_MINUTES") ?? 10)
      let report = try await what == "soak" ? soak.run() : bench.run()
      print(report.table)
      print(String(decoding: report.json.canonical(), as: UTF8.self))
      if what == "soak", report.measurements.contains(where: { $0.isMet == false }) {
        throw Trouble("the service does not stay as it is")
      }
    } catch {
      say("\(error)")
      exit(1)
    }
  }

  private static func number(_ name: String) throws -> Int? {
    guard let text = getenv(name).map({ String(cString: $0) }) else { return nil }
    guard let number = Int(text), number > 0 else { throw Trouble("\(name) is no number above 0") }
    return number
  }
}

/// What kept a measurement from being made, in words.
struct Trouble: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Tells on standard error how far it has come.
func say(_ text: String) {
  let line = Array("talent-bench: \(text)\n".utf8)
  _ = write(STDERR_FILENO, line, line.count)
}
