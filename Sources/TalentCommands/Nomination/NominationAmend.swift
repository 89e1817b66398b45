import ArgumentParser
import TalentDomain

extension NominationNoun {
  struct Amend: CommandVerb {
    static let configuration = CommandConfiguration.verb("amend", AmendNomination.self)

    @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
    var nominee: PersonRef

    @Option(help: ArgumentHelp("The version of the form that you saw; another one is refused.", valueName: "number"))
    var version: Int?

    @OptionGroup var form: FormOptions
    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> AmendNomination {
      var command = AmendNomination()
      command.cohort = try cohort.code()
      command.nominee = nominee
      command.version = version
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
