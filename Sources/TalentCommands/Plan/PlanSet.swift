import ArgumentParser
import TalentDomain

extension PlanNoun {
  struct Set: CommandVerb {
    static let configuration = CommandConfiguration.verb("set", SetDevelopmentPlan.self)

    @Argument(help: ArgumentHelp("The participant, by employee number or id.", valueName: "number"))
    var participant: PersonRef

    @Option(help: ArgumentHelp("What it is for. @FILE reads it from a file.", valueName: "text"))
    var purpose: Text?

    @Option(help: ArgumentHelp("What is to come of it. @FILE reads it from a file.", valueName: "text"))
    var benefit: Text?

    @Option(
      name: .customLong("goal"),
      help: ArgumentHelp(
        "A goal; once for each, numbered in this order. @FILE reads it from a file.", valueName: "text"))
    var goals: [Text] = []

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> SetDevelopmentPlan {
      var command = SetDevelopmentPlan()
      command.cohort = try cohort.code()
      command.participant = participant
      command.purposeOfPlan = purpose
      command.benefit = benefit
      command.goals = goals
      return command
    }
  }
}
