import StrictJSON

/// One figure, what stands beside it, and what it should be.
struct Measurement {
  enum Target {
    case atLeast(Double), atMost(Double)
    /// Of the figure to the one beside it.
    case ratioAtLeast(Double), ratioAtMost(Double)
  }

  let name: String
  let value: Double
  let unit: String
  var beside: (name: String, value: Double)?
  var target: Target?

  init(_ name: String, _ value: Double, _ unit: String, beside: (String, Double)? = nil, target: Target? = nil) {
    self.name = name
    self.value = value
    self.unit = unit
    self.beside = beside.map { (name: $0.0, value: $0.1) }
    self.target = target
  }

  var ratio: Double? { beside.map { value / $0.value } }

  var isMet: Bool? {
    switch target {
    case .atLeast(let limit): value >= limit
    case .atMost(let limit): value <= limit
    case .ratioAtLeast(let limit): ratio.map { $0 >= limit }
    case .ratioAtMost(let limit): ratio.map { $0 <= limit }
    case nil: nil
    }
  }

  var targetText: String {
    switch target {
    case .atLeast(let limit): "≥ \(Report.text(limit))"
    case .atMost(let limit): "≤ \(Report.text(limit))"
    case .ratioAtLeast(let limit): "ratio ≥ \(Report.text(limit))"
    case .ratioAtMost(let limit): "ratio ≤ \(Report.text(limit))"
    case nil: ""
    }
  }
}

/// All figures of a run.
struct Report {
  private(set) var measurements: [Measurement] = []

  mutating func add(_ more: [Measurement]) { measurements += more }

  var table: String {
    var rows = [["", "", "", "beside", "", "ratio", "target", ""]]
    rows += measurements.map { measurement in
      [
        measurement.name, Report.text(measurement.value), measurement.unit, measurement.beside?.name ?? "",
        measurement.beside.map { Report.text($0.value) } ?? "", measurement.ratio.map { Report.text($0) } ?? "",
        measurement.targetText, measurement.isMet.map { $0 ? "met" : "MISSED" } ?? "",
      ]
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let space = String(repeating: " ", count: widths[column] - cell.count)
        line += ([1, 4, 5].contains(column) ? space + cell : cell + space) + "  "
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  var json: JSON {
    .object([
      .init(name: "measurements", value: .array(measurements.map(\.json))),
      .init(name: "seed", value: .integer(Int64(Bench.seed))),
    ])
  }

  /// Whole from a hundred on, else with two decimals at most.
  static func text(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    guard value < 100 else {
      var digits = String(Int(value.rounded()))
      var end = digits.index(digits.endIndex, offsetBy: -3, limitedBy: digits.startIndex) ?? digits.startIndex
      while end > digits.startIndex {
        digits.insert(",", at: end)
        end = digits.index(end, offsetBy: -3, limitedBy: digits.startIndex) ?? digits.startIndex
      }
      return digits
    }
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    if rest == 0 { return String(hundredths / 100) }
    return "\(hundredths / 100)." + (rest < 10 ? "0" : "") + String(rest % 10 == 0 ? rest / 10 : rest)
  }
}

extension Measurement {
  fileprivate var json: JSON {
    var members: [JSON.Member] = [
      .init(name: "name", value: .string(name)), .init(name: "value", value: .double(value)),
      .init(name: "unit", value: .string(unit)),
    ]
    if let beside, let ratio {
      members.append(
        .init(
          name: "beside",
          value: .object([
            .init(name: "name", value: .string(beside.name)), .init(name: "value", value: .double(beside.value)),
          ])))
      members.append(.init(name: "ratio", value: .double(ratio.isFinite ? ratio : 0)))
    }
    if let isMet {
      members.append(.init(name: "target", value: .string(targetText)))
      members.append(.init(name: "met", value: .bool(isMet)))
    }
    return .object(members)
  }
}
