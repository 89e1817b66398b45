import ArgumentParser

extension MentorNoun {
  struct MeetingNoun: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
      "meeting", "What mentor and participant hold: that they met, and never what was said.", [Log.self])
  }
}
