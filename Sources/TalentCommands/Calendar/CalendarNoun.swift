import ArgumentParser
import TalentDomain

struct CalendarNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "calendar", "The calendar of a cohort, or of one participant.", [Show.self, Export.self])
}

/// Whose calendar.
struct CalendarOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The participant, by employee number or id; absent, you, or for HR and the auditor the cohort.",
      valueName: "number"))
  var participant: PersonRef?

  @OptionGroup var cohort: CohortOption
  @OptionGroup var options: QueryOptions

  func query() throws -> ShowCalendar {
    var query = ShowCalendar()
    query.cohort = try cohort.code()
    query.participant = participant
    return query
  }
}
