import ArgumentParser
import TalentDomain

extension CertificateNoun {
  struct Revoke: CommandVerb {
    static let configuration = CommandConfiguration.verb("revoke", RevokeCertificate.self)

    @Argument(help: ArgumentHelp("The participant, by employee number or id.", valueName: "number"))
    var participant: PersonRef

    @Option(help: ArgumentHelp("The reason; @FILE reads it from a file.", valueName: "text"))
    var reason: Text

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command() throws -> RevokeCertificate {
      var command = RevokeCertificate()
      command.cohort = try cohort.code()
      command.participant = participant
      command.reason = reason
      return command
    }
  }
}
