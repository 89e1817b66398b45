import ArgumentParser
import TalentDomain
import TalentInterface

extension CohortNoun {
  /// All that is fixed before the first form, from one file: four commands, one after the other.
  struct SetUp: Verb {
    static let configuration = CommandConfiguration(
      commandName: "set-up",
      abstract: "Open a cohort, adopt its rule set, publish its criteria and its programme, from one file.",
      discussion: "Åbn et hold, vedtag dets regelsæt, og offentliggør kriterier og program, efter én fil.")
    static let methods = [
      OpenCohort.fullMethod, AdoptRuleSet.fullMethod, PublishCriteria.fullMethod, PublishProgramme.fullMethod,
    ]

    @Argument(help: ArgumentHelp("The cohort, such as 2027.", valueName: "year"))
    var year: Code

    @Option(
      name: .customLong("from"), help: ArgumentHelp("Such as Config/programme.yaml.", valueName: "file"),
      completion: .file())
    var file: String

    @OptionGroup var options: WriteOptions

    var common: CommonOptions { options.common }

    func validate() throws {
      guard options.commandId == nil, options.expect == nil, !options.dryRun else {
        throw ValidationError(
          "--dry-run, --command-id and --expect are for one command; these are four that build on one another.")
      }
    }

    /// The whole file is read before the first command is sent. Whoever repeats it after a refusal half-way goes on with
    /// the verbs of the steps that are left.
    func run() throws {
      let file = try SetupFile(file)
      let open = try file.openCohort(year)
      let session = try Session(common)
      let adopt = try file.adoptRuleSet(year, today: session.today)
      let criteria = try file.publishCriteria(year)
      let programme = try file.publishProgramme(year)
      var all = try session.send(open, options).receipt
      all.add(try session.send(adopt, options).receipt)
      all.add(try session.send(criteria, options).receipt)
      all.add(try session.send(programme, options).receipt)
      Output.write(all, all.canonical, session)
    }
  }
}

extension Receipt {
  /// What several commands recorded, as one.
  fileprivate mutating func add(_ other: Receipt) {
    command = nil
    events += other.events
    revision = other.revision
  }
}
