import ArgumentParser
import TalentDomain

extension AuditNoun {
  struct Replay: Verb {
    static let configuration = CommandConfiguration.verb("replay", ReplayCohort.self)
    static let methods = [ReplayCohort.fullMethod, ReplayWhatIf.fullMethod]

    @Argument(help: ArgumentHelp("The cohort's year; of a bundle it is known.", valueName: "cohort"))
    var cohort: Code?

    @Option(help: ArgumentHelp("Stop after this position.", valueName: "position"))
    var to: Int?

    @Option(
      help: ArgumentHelp(
        "Only what was in effect by the end of this day; each event is judged as it was recorded.", valueName: "date"))
    var effective: CivilDate?

    @Flag(name: [.long, .customLong("verbose")], help: "Every event with its verdict, not only the findings.")
    var all = false

    @Option(
      help: ArgumentHelp(
        "Suppose other rules or weights, and show for whom it would have changed anything: a file like "
          + "Config/programme.yaml, or `weights:` by category, or `algorithm: plain-means`.", valueName: "file"))
    var whatIf: String?

    @Option(help: ArgumentHelp("From an evidence bundle, without the service.", valueName: "dir"))
    var bundle: String?

    @OptionGroup var options: QueryOptions

    var common: CommonOptions { options.common }

    /// - Throws: `Ended` with status 5 where a finding stands that no dispensation explains.
    func run() throws {
      if let whatIf { return try suppose(SupposedFile(whatIf).supposition) }
      let session = try Session(common)
      let replay = try judged(session)
      Output.write(replay, replay.canonical, session)
      guard replay.summary?.isClean != true else { return }
      throw Ended(status: .unverified)
    }

    private func judged(_ session: Session) throws -> ReplayPage {
      var query = ReplayCohort()
      query.all = all ? true : nil
      query.effective = effective
      query.to = to
      if let bundle { return try replay(bundle, session).replay(query, at: moment(session)) }
      query.cohort = try code()
      var whole = ReplayPage()
      try session.follow(query, at: options.at) { page, _ in
        whole.add(page)
        return true
      }
      return whole
    }

    private func suppose(_ supposed: Supposition) throws {
      guard to == nil, effective == nil, !all else {
        throw Failure.usage(
          Bilingual(da: "--what-if kan kun forenes med --at.", en: "--what-if goes together with --at only."))
      }
      let session = try Session(common)
      if let bundle {
        let answer = try replay(bundle, session).suppose(supposed, at: moment(session))
        return Output.write(answer, answer.canonical, session)
      }
      var query = ReplayWhatIf()
      query.cohort = try code()
      query.supposed = supposed
      let (answer, bytes) = try session.ask(query, at: options.at)
      Output.write(answer, bytes, session)
    }

    private func replay(_ bundle: String, _ session: Session) throws -> BundleReplay {
      try BundleReplay(bundle, cohort, session.style.zone)
    }

    private func moment(_ session: Session) throws -> AsOf? {
      try options.at.map { try Moment.asOf($0, session.style.zone) }
    }

    private func code() throws -> Code {
      if let cohort { return cohort }
      return try CohortOption.fromSurroundings()
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
