import ArgumentParser
import TalentDomain

extension EligibilityNoun {
  /// With `--all`, everybody whose form is received and on whom nobody has ruled; whom HR rejects is rejected first.
  struct Confirm: BulkVerb {
    static let configuration = CommandConfiguration.verb("confirm", ConfirmEligibility.self)
    static let methods = [ConfirmEligibility.fullMethod, ListNominations.fullMethod]

    @OptionGroup var who: NomineeOrAll
    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command(_ nominee: PersonRef) throws -> ConfirmEligibility {
      var command = ConfirmEligibility()
      command.cohort = try cohort.code()
      command.nominee = nominee
      return command
    }

    func everybody(_ session: Session) throws -> [PersonRef] {
      try session.nominees(try cohort.code(), .received)
    }
  }
}
