import ArgumentParser
import TalentDomain

extension RankingNoun {
  struct Resolve: CommandVerb {
    static let configuration = CommandConfiguration.verb("resolve", ResolveTie.self)

    @Argument(help: ArgumentHelp("The tied nominees, best first.", valueName: "number"))
    var order: [PersonRef]

    @Option(help: ArgumentHelp("The ground of the decision; @FILE reads it from a file.", valueName: "text"))
    var ground: Text

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> ResolveTie {
      var command = ResolveTie()
      command.cohort = try cohort.code()
      command.order = order
      command.ground = ground
      return command
    }
  }
}
