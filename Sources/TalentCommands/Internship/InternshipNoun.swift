import ArgumentParser

struct InternshipNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "internship", "Internships with a leader.",
    [List.self, Agree.self, Log.self, Import.self])
}
