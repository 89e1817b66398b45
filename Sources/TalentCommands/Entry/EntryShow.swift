import ArgumentParser
import TalentDomain

extension EntryNoun {
  struct Show: QueryVerb {
    static let configuration = CommandConfiguration.verb("show", ShowEntry.self)

    @Argument(help: ArgumentHelp("The entry's id, as `participant show` has it.", valueName: "entry"))
    var entry: Alias

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ShowEntry {
      var query = ShowEntry()
      query.cohort = try cohort.code()
      query.entry = entry
      return query
    }
  }
}
