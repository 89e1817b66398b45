import ArgumentParser

struct MentorNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "mentor", "Mentors, their matches and meetings.",
    [List.self, Register.self, Match.self, Agree.self, MeetingNoun.self, End.self, Import.self])
}
