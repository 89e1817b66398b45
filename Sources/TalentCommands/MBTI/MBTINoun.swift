import ArgumentParser

struct MBTINoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "mbti", "MBTI: who has answered and who was at the feedback, never the result.",
    [Complete.self, Attend.self])
}
