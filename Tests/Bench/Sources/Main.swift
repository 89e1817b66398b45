import Glibc
import StrictJSON

/// How fast the service is, beside plain C on plain SQLite and plain sockets in the same run.
///
///     talent-bench PROGRAMS PLAIN FOLDER
///
/// PROGRAMS holds `talentd` and `talentctl`, PLAIN is `plain.c` compiled, FOLDER is empty and on the disk that is to be
/// measured. TALENT_BENCH_EVENTS (1,000,000), TALENT_BENCH_SECONDS (3, of each round), TALENT_BENCH_MUNICIPALITIES (98) and
/// TALENT_BENCH_COHORTS (10, of each) make it shorter. It prints a table, then the same as JSON.
@main enum Main {
  static func main() async {
    do {
      let arguments = CommandLine.arguments.dropFirst()
      guard arguments.count == 3 else { throw Trouble("usage: talent-bench PROGRAMS PLAIN FOLDER") }
      let bench = Bench(
        programs: arguments[1], plain: arguments[2], folder: arguments[3],
        events: try number("TALENT_BENCH_EVENTS") ?? 1_000_000,
        municipalities: try number("TALENT_BENCH_MUNICIPALITIES") ?? 98,
        cohorts: try number("TALENT_BENCH_COHORTS") ?? 10, seconds: try number("TALENT_BENCH_SECONDS") ?? 3)
      let report = try await bench.run()
      print(report.table)
      print(String(decoding: report.json.canonical(), as: UTF8.self))
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
