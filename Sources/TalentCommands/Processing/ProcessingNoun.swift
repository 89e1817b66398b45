import ArgumentParser

struct ProcessingNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "processing", "What is done with personal data, for those who answer for it.", [Register.self])
}
