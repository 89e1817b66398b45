/// Writes Prometheus' text exposition format, version 0.0.4.
///
/// Labels come from our own tables (methods, results, rules), which hold no character that would need quoting.
struct MetricsWriter {
  private(set) var text = ""

  enum Kind: String {
    case counter, gauge, histogram
  }

  mutating func begin(_ name: String, _ kind: Kind, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
  }

  mutating func sample(_ name: String, _ labels: [(String, String)] = [], _ value: String) {
    text += name
    if !labels.isEmpty { text += "{" + labels.map { "\($0)=\"\($1)\"" }.joined(separator: ",") + "}" }
    text += " \(value)\n"
  }

  /// A metric of one number.
  mutating func one(_ name: String, _ kind: Kind, _ help: String, _ value: Int?) {
    guard let value else { return }
    begin(name, kind, help)
    sample(name, [], "\(value)")
  }

  mutating func histogram(
    _ name: String, _ labels: [(String, String)], _ histogram: Histogram, unit: (Int) -> String
  ) {
    var below = 0
    for (index, count) in histogram.counts.enumerated() {
      below += count
      let bound = index < histogram.bounds.count ? unit(histogram.bounds[index]) : "+Inf"
      sample("\(name)_bucket", labels + [("le", bound)], "\(below)")
    }
    sample("\(name)_sum", labels, unit(histogram.sum))
    sample("\(name)_count", labels, "\(below)")
  }

  /// Nanoseconds as seconds, exact.
  static func seconds(_ nanoseconds: Int) -> String {
    let digits = String(nanoseconds % 1_000_000_000)
    let padded = String(repeating: "0", count: 9 - digits.count) + digits
    let fraction = padded.reversed().drop { $0 == "0" }.reversed()
    return "\(nanoseconds / 1_000_000_000)" + (fraction.isEmpty ? "" : "." + String(fraction))
  }
}
