import ArgumentParser
import StrictJSON
import TalentDomain
import TalentInterface

/// One nominee, or everybody whose turn it is.
struct NomineeOrAll: ParsableArguments {
  @Argument(help: ArgumentHelp("The nominee, by employee number or id.", valueName: "number"))
  var nominee: PersonRef?

  @Flag(help: "Everybody whose turn it is, one command each.")
  var all = false

  func validate() throws {
    guard (nominee != nil) != all else { throw ValidationError("Give one nominee, or --all.") }
  }
}

/// A verb that sends one command to one nominee, or one each to all whose turn it is.
protocol BulkVerb: Verb {
  associatedtype Sent: Command
  var options: WriteOptions { get }
  var who: NomineeOrAll { get }
  func command(_ nominee: PersonRef) throws -> Sent
  /// Whose turn it is.
  func everybody(_ session: Session) throws -> [PersonRef]
}

extension BulkVerb {
  var common: CommonOptions { options.common }

  func run() throws {
    let session = try Session(common)
    guard let nominee = who.nominee else {
      let commands = try everybody(session).map { (person: $0, command: try command($0)) }
      return try session.sendEach(commands, options)
    }
    let (receipt, bytes) = try session.send(try command(nominee), options)
    Output.write(receipt, bytes, session)
  }
}

extension Session {
  /// Sends each command through the one connection; what stands in the way of one stops no other.
  func sendEach<C: Command>(_ commands: [(person: PersonRef, command: C)], _ options: WriteOptions) throws {
    guard options.commandId == nil, options.expect == nil else {
      throw Failure.usage(
        Bilingual(
          da: "--command-id og --expect gælder én kommando, ikke --all.",
          en: "--command-id and --expect are for one command, not for --all."))
    }
    let progress = Progress(self, da: "Sendt", en: "Sent")
    var report = BatchReport()
    for (index, entry) in commands.enumerated() {
      progress.show(index, of: commands.count)
      report.add(try attempt(entry.command, options), row: nil, person: entry.person)
    }
    progress.finish()
    try finish(report)
  }

  /// Refusals become rows; what would meet every command alike (no service, no permission) ends it all.
  func attempt<C: Command>(_ command: C, _ options: WriteOptions) throws -> RowOutcome {
    var outcome = RowOutcome()
    do {
      outcome.events = try send(command, options).receipt.events.count
      outcome.kind = .done
    } catch let failure as Failure {
      let canonical = failure.parameters?.canonical() ?? []
      switch failure.status {
      case .refused:
        outcome.kind = .refused
        outcome.findings = (try? RefusedError(canonical: canonical))?.findings ?? []
      case .badData:
        outcome.kind = .invalid
        outcome.fault = try? FaultLine(canonical: canonical)
      case .notFound: outcome.kind = .notFound
      case .conflict: outcome.kind = .conflict
      default: throw failure
      }
    }
    return outcome
  }
}
