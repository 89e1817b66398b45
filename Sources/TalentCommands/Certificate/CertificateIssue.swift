import ArgumentParser
import TalentDomain

extension CertificateNoun {
  struct Issue: CommandVerb {
    static let configuration = CommandConfiguration.verb("issue", IssueCertificate.self)

    @Argument(help: ArgumentHelp("The participant, by employee number or id.", valueName: "number"))
    var participant: PersonRef

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> IssueCertificate {
      var command = IssueCertificate()
      command.cohort = try cohort.code()
      command.participant = participant
      return command
    }
  }
}
