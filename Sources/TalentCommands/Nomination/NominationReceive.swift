import ArgumentParser
import TalentDomain

extension NominationNoun {
  struct Receive: BulkVerb {
    static let configuration = CommandConfiguration.verb("receive", ReceiveNomination.self)
    static let methods = [ReceiveNomination.fullMethod, ListNominations.fullMethod]

    @OptionGroup var who: NomineeOrAll

    @Option(help: ArgumentHelp("The case number; without it the next one is given.", valueName: "number"))
    var journal: Line?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func validate() throws {
      guard journal == nil || !who.all else { throw ValidationError("--journal is for one nominee, not for --all.") }
    }

    func command(_ nominee: PersonRef) throws -> ReceiveNomination {
      var command = ReceiveNomination()
      command.cohort = try cohort.code()
      command.nominee = nominee
      command.journalNumber = journal
      return command
    }

    func everybody(_ session: Session) throws -> [PersonRef] {
      try session.nominees(try cohort.code(), .submitted)
    }
  }
}

extension Session {
  /// The nominees whose forms have a status, in the order in which they were handed in.
  func nominees(_ cohort: Code, _ status: CaseStatus) throws -> [PersonRef] {
    var query = ListNominations()
    query.cohort = cohort
    query.status = status
    return try ask(query).answer.nominations.compactMap { $0.nominee?.reference }
  }
}
