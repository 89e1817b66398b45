import ArgumentParser
import TalentDomain

extension SelectionNoun {
  /// From the ranking, or by explicit lists. Where a list departs from the ranking, each departure carries its ground.
  struct Propose: Verb {
    static let configuration = CommandConfiguration.verb("propose", ProposeSelection.self)
    static let methods = [ProposeSelection.fullMethod, ShowRanking.fullMethod, ShowCohort.fullMethod]

    @Flag(help: "Take the vacant seats from the top of the ranking, and the reserve from those below.")
    var fromRanking = false

    @Option(help: ArgumentHelp("With --from-ranking: how many in reserve.", valueName: "count"))
    var reserve: Int?

    @Option(parsing: .upToNextOption, help: ArgumentHelp("The selected.", valueName: "number"))
    var selected: [PersonRef] = []

    @Option(parsing: .upToNextOption, help: ArgumentHelp("The reserve, best first.", valueName: "number"))
    var reserves: [PersonRef] = []

    @Option(
      name: .customLong("departure"),
      help: ArgumentHelp(
        "The ground on which the proposal departs from the ranking at somebody.", valueName: "number=ground"))
    var departures: [DepartureArgument] = []

    @Option(help: ArgumentHelp("A file of reasons with the columns Medarbejdernr and Begrundelse.", valueName: "file"))
    var reasons: String?

    @Option(help: ArgumentHelp("A note to the board; @FILE reads it from a file.", valueName: "text"))
    var note: Text?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    var common: CommonOptions { options.common }

    func validate() throws {
      guard fromRanking == selected.isEmpty, !fromRanking || reserves.isEmpty else {
        throw ValidationError("Give --from-ranking (with --reserve), or the lists --selected and --reserves.")
      }
    }

    func run() throws {
      let session = try Session(common)
      var command = ProposeSelection()
      command.cohort = try cohort.code()
      command.selected = selected
      command.reserve = reserves
      if fromRanking { try fill(&command, session) }
      command.departures = departures.isEmpty ? nil : departures.map { DepartureGiven($0.nominee, ground: $0.ground) }
      command.note = note
      command.reasons = try reasons.map { path in
        try ReasonsFile.read(path).sorted { $0.key < $1.key }.map {
          ReasonsGiven(PersonRef(given: $0.key), text: $0.value)
        }
      }
      let (receipt, bytes) = try session.send(command, options)
      Output.write(receipt, bytes, session)
    }

    private func fill(_ command: inout ProposeSelection, _ session: Session) throws {
      var ranking = ShowRanking()
      ranking.cohort = command.cohort
      var overview = ShowCohort()
      overview.cohort = command.cohort
      let order = try session.ask(ranking).answer.entries.map(\.nominee.reference)
      let vacant = try session.ask(overview).answer
      let seats = max(0, vacant.seats - (vacant.occupied ?? 0))
      command.selected = Array(order.prefix(seats))
      command.reserve = Array(order.dropFirst(seats).prefix(max(0, reserve ?? 0)))
    }
  }
}

/// `10536=Ground of the departure`.
struct DepartureArgument: ExpressibleByArgument {
  let nominee: PersonRef
  let ground: Text

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let nominee = PersonRef(argument: parts[0]), let ground = Text(argument: parts[1]) else {
      return nil
    }
    self.nominee = nominee
    self.ground = ground
  }
}
