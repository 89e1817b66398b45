import ArgumentParser
import TalentDomain

extension CohortNoun {
  struct ChangeSeats: CommandVerb {
    static let configuration = CommandConfiguration.verb("change-seats", ChangeSeatCount.self)

    @Argument(help: ArgumentHelp("The new number of seats.", valueName: "count"))
    var seats: Int

    @Option(help: ArgumentHelp("The ground of the decision; @FILE reads it from a file.", valueName: "text"))
    var ground: Text?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> ChangeSeatCount {
      var command = ChangeSeatCount()
      command.cohort = try cohort.code()
      command.seats = seats
      command.ground = ground
      return command
    }
  }
}
