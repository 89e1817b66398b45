import ArgumentParser
import TalentDomain

extension PlanNoun {
  struct Progress: CommandVerb {
    static let configuration = CommandConfiguration.verb("progress", ProgressGoal.self)

    @Argument(help: ArgumentHelp("The participant, by employee number or id.", valueName: "number"))
    var participant: PersonRef

    @Argument(help: ArgumentHelp("The goal, by its number in the plan.", valueName: "goal"))
    var goal: Int

    @Option(help: ArgumentHelp("How far it has come.", valueName: "status"))
    var status: GoalStatus

    @Option(help: ArgumentHelp("A note; @FILE reads it from a file.", valueName: "text"))
    var note: Text?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> ProgressGoal {
      var command = ProgressGoal()
      command.cohort = try cohort.code()
      command.participant = participant
      command.goal = goal
      command.status = status
      command.note = note
      return command
    }
  }
}

extension GoalStatus: ArgumentChoice {}
