import ArgumentParser
import TalentDomain
import TalentInterface

/// What every import understands.
struct ImportOptions: ParsableArguments {
  @Argument(help: "A file of separated values under HR's column headings; - is standard input.", completion: .file())
  var file: String

  @OptionGroup var common: CommonOptions

  @Flag(help: "Let the service judge each row by itself, and record nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("Record all of it on behalf of this person.", valueName: "number"))
  var behalf: PersonRef?
}

/// A verb that sends a file's rows as commands.
protocol ImportVerb: Verb {
  var options: ImportOptions { get }
}

extension ImportVerb {
  var common: CommonOptions { options.common }
}

extension Session {
  /// Sends the rows chunk by chunk, one after the other: what a row may do can depend on those before it.
  func importAll<C: Command>(
    _ batch: ImportBatch<C>, scope: String, _ options: ImportOptions, progress: Progress,
    into report: inout BatchReport
  ) throws {
    guard let name = Imports.name(of: C.self) else {
      throw Failure(.internalFailure, "NoImport", [Bilingual(da: "Ingen indlæsning.", en: "No such import.")])
    }
    for fault in batch.malformed { report.add(fault) }
    var sent = 0
    for chunk in batch.chunks(scope: scope, behalf: options.behalf) {
      progress.show(sent, of: batch.rows.count)
      let outcome = try importRows(
        "\(C.area.interface).\(name)", chunk.map(\.row), behalf: options.behalf, dryRun: options.dryRun)
      for ((number, row), result) in zip(chunk, outcome.rows) {
        report.add(result, row: number, person: row.command.aboutWhom)
      }
      sent += chunk.count
    }
    progress.finish()
  }

  /// The report, and the status that goes with it.
  func finish(_ report: BatchReport) throws {
    var sorted = report
    sorted.rows.sort { ($0.row ?? 0) < ($1.row ?? 0) }
    Output.write(sorted, sorted.canonical, self)
    guard sorted.status == .done else { throw Ended(status: sorted.status) }
  }
}

extension Command {
  /// The employee whom a row is about, for the report's reader.
  var aboutWhom: PersonRef? {
    switch self {
    case let command as SubmitNomination: command.nominee
    case let command as ScoreAssessment: command.nominee
    case let command as RegisterPerson: PersonRef(written: command.number.value)
    case let command as AppointCentreChief: command.person
    case let command as BindAccount: command.person
    default: nil
    }
  }
}
