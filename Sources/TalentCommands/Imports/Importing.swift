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
    for fault in batch.malformed { report.add(fault) }
    var sent = 0
    try importRows(of: batch, scope: scope, options, into: &report) { more in
      progress.show(sent, of: batch.rows.count)
      sent += more
    }
    progress.finish()
  }

  /// The same for rows of several kinds: neighbours of one kind go together, and the order of all of them stands.
  func importAll(
    _ batch: MixedBatch, scope: String, _ options: ImportOptions, progress: Progress, into report: inout BatchReport
  ) throws {
    for fault in batch.malformed { report.add(fault) }
    report.unrecorded += batch.unrecorded
    var sent = 0
    for run in batch.runs {
      guard let first = run.first else { continue }
      let show: (Int) -> Void = { more in
        progress.show(sent, of: batch.rows.count)
        sent += more
      }
      let kind: any Command.Type = type(of: first.command)
      try importRun(of: kind, run, scope: scope, options, into: &report, before: show)
    }
    progress.finish()
  }

  private func importRun<C: Command>(
    of _: C.Type, _ run: ArraySlice<MixedBatch.Row>, scope: String, _ options: ImportOptions,
    into report: inout BatchReport, before chunk: (_ rows: Int) -> Void
  ) throws {
    var batch = ImportBatch<C>()
    batch.rows = run.compactMap { row in
      (row.command as? C).map { .init(number: row.number, behalf: row.behalf, command: $0) }
    }
    try importRows(of: batch, scope: scope, options, into: &report, before: chunk)
  }

  private func importRows<C: Command>(
    of batch: ImportBatch<C>, scope: String, _ options: ImportOptions, into report: inout BatchReport,
    before chunk: (_ rows: Int) -> Void
  ) throws {
    guard let name = Imports.name(of: C.self) else {
      throw Failure(.internalFailure, "NoImport", [Bilingual(da: "Ingen indlæsning.", en: "No such import.")])
    }
    for rows in batch.chunks(scope: scope, behalf: options.behalf) {
      chunk(rows.count)
      let outcome = try importRows(
        "\(C.area.interface).\(name)", rows.map(\.row), behalf: options.behalf, dryRun: options.dryRun)
      for ((number, row), result) in zip(rows, outcome.rows) {
        report.add(result, row: number, person: row.command.aboutWhom)
      }
    }
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
    case let command as RecordAttendance: command.participants.first
    case let command as CompleteMBTIQuestionnaire: command.participants.first
    case let command as AttendMBTIFeedback: command.participants.first
    case let command as HoldWorkGroupMeeting: command.present.count == 1 ? command.present[0] : nil
    case let command as LogIndividualWork: command.participant
    case let command as RegisterMentor: command.mentor
    case let command as MatchMentor: command.participant
    case let command as AgreeConfidentiality: command.participant
    case let command as LogMentorMeeting: command.participant
    case let command as SetDevelopmentPlan: command.participant
    case let command as AgreeInternship: command.participant
    case let command as LogInternshipDay: command.participant
    case let command as HoldGoalDialogue: command.participant
    default: nil
    }
  }
}
