import ArgumentParser
import TalentDomain

extension AuditNoun {
  struct Replay: Verb {
    static let configuration = CommandConfiguration.verb("replay", ReplayCohort.self)
    static let methods = [ReplayCohort.fullMethod]

    @Argument(help: ArgumentHelp("The cohort's year.", valueName: "cohort"))
    var cohort: Code

    @Option(help: ArgumentHelp("Stop after this position.", valueName: "position"))
    var to: Int?

    @Option(
      help: ArgumentHelp(
        "Only what was in effect by the end of this day; each event is judged as it was recorded.", valueName: "date"))
    var effective: CivilDate?

    @Flag(name: [.long, .customLong("verbose")], help: "Every event with its verdict, not only the findings.")
    var all = false

    @OptionGroup var options: QueryOptions

    var common: CommonOptions { options.common }

    /// - Throws: `Ended` with status 5 where a finding stands that no dispensation explains.
    func run() throws {
      var query = ReplayCohort()
      query.all = all ? true : nil
      query.cohort = cohort
      query.effective = effective
      query.to = to
      let session = try Session(common)
      var whole = ReplayPage()
      try session.follow(query, at: options.at) { page, _ in
        whole.add(page)
        return true
      }
      try ReplayOutput.write(whole, session)
    }
  }
}

extension ReplayPage {
  mutating func add(_ page: ReplayPage) {
    events += page.events
    findings += page.findings
    summary = summary ?? page.summary
  }
}

enum ReplayOutput {
  static func write(_ replay: ReplayPage, _ session: Session) throws {
    Output.write(replay, replay.canonical, session)
    guard replay.summary?.isClean != true else { return }
    throw Ended(status: .unverified)
  }
}
