import ArgumentParser

struct CalibrationNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "calibration", "Calibration meetings.",
    [Hold.self])
}
