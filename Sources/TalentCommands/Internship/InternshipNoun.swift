import ArgumentParser

struct InternshipNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "internship", "Internships with a leader.",
    [Agree.self, Log.self, Import.self])
}
