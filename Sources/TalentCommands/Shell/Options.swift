import ArgumentParser
import TalentDomain

/// What every verb understands.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The service's socket (or TALENTD_SOCKET).", valueName: "path"))
  var socket: String?

  @Option(name: [.short, .long], help: "How to write the data: table, json, jsonl or csv.")
  var output: OutputFormat = .table

  @Option(help: "The language of tables and messages: da or en.")
  var language: Language?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who acts, where the service simulates (or TALENTD_AS).", valueName: "number", visibility: .hidden))
  var actor: String?

  @Option(
    help: ArgumentHelp(
      "What time it is, where the service simulates (or TALENTD_CLOCK).", valueName: "time", visibility: .hidden))
  var clock: String?
}

/// What every query understands.
struct QueryOptions: ParsableArguments {
  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      "As of when: a date (its end) or time in Danish local time, a time by RFC 3339, or a position.",
      valueName: "time|position"))
  var at: String?
}

/// What every command understands.
struct WriteOptions: ParsableArguments {
  @OptionGroup var common: CommonOptions

  @Flag(help: "Let the service judge it, and record nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("Record it on behalf of this person.", valueName: "number"))
  var behalf: PersonRef?

  @Option(help: ArgumentHelp("The command's UUID: sent again it gets the same answer.", valueName: "uuid"))
  var commandId: String?

  @Option(help: ArgumentHelp("The revision you saw: another one is a conflict.", valueName: "revision"))
  var expect: Int?
}

/// Which cohort is meant.
struct CohortOption: ParsableArguments {
  @Option(help: ArgumentHelp("The cohort's year (or TALENTD_COHORT).", valueName: "year"))
  var cohort: Code?

  func code() throws -> Code {
    if let cohort { return cohort }
    return try CohortOption.fromSurroundings()
  }

  /// The cohort that the variable names.
  static func fromSurroundings() throws -> Code {
    guard let value = Surroundings.current.variable("TALENTD_COHORT"), !value.isEmpty else {
      throw Failure.usage(
        Bilingual(
          da: "Hvilket hold? Angiv --cohort, for eksempel --cohort 2027, eller variablen TALENTD_COHORT.",
          en: "Which cohort? Give --cohort, such as --cohort 2027, or the variable TALENTD_COHORT."))
    }
    guard let code = Code(value) else {
      throw Failure.configuration(
        Bilingual(
          da: "TALENTD_COHORT skal være et holds kode, for eksempel 2027.",
          en: "TALENTD_COHORT must be a cohort's code, such as 2027."))
    }
    return code
  }
}
