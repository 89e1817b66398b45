import ArgumentParser
import TalentDomain

extension NominationNoun {
  struct Submit: CommandVerb {
    static let configuration = CommandConfiguration.verb("submit", SubmitNomination.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef

    @OptionGroup var form: FormOptions
    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> SubmitNomination {
      var command = SubmitNomination()
      command.cohort = try cohort.code()
      command.nominee = nominee
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
