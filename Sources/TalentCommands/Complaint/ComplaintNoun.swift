import ArgumentParser

struct ComplaintNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "complaint", "Complaints and their answers.",
    [Receive.self, Answer.self])
}
