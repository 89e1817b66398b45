import ArgumentParser

struct NominationNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "nomination", "Nominations: hand in, receive, list.",
    [
      Import.self, Submit.self, Complete.self, Amend.self, Withdraw.self, Receive.self, AdmitLate.self, List.self,
      Show.self, Mine.self,
    ])
}
