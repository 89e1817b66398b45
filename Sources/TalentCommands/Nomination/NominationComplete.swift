import ArgumentParser
import TalentDomain

extension NominationNoun {
  struct Complete: CommandVerb {
    static let configuration = CommandConfiguration.verb("complete", CompleteNomination.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef

    @Option(help: ArgumentHelp("The id of the incomplete form.", valueName: "id"))
    var incomplete: Alias

    @OptionGroup var form: FormOptions
    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> CompleteNomination {
      var command = CompleteNomination()
      command.cohort = try cohort.code()
      command.nominee = nominee
      command.incomplete = incomplete
      command.interest = form.interest
      command.engagement = form.engagement
      command.ambition = form.ambition
      command.field = form.field
      command.conversation = form.talentConversation
      command.interestConfirmed = form.interestConfirmed
      command.answers = form.answersGiven
      command.priority = form.priority
      return command
    }
  }
}
