import ArgumentParser

struct ParticipantNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "participant", "Participants: where each stands.", [Show.self, Timeline.self, Complete.self])
}
