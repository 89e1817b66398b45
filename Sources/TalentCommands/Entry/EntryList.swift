import ArgumentParser
import TalentDomain

extension EntryNoun {
  struct List: QueryVerb {
    static let configuration = CommandConfiguration.verb("list", ListEntries.self)

    @Argument(help: ArgumentHelp("Only of this participant, by employee number or id.", valueName: "number"))
    var participant: PersonRef?

    @Option(help: ArgumentHelp("Only entries of this kind.", valueName: "kind"))
    var kind: EntryKind?

    @Option(help: ArgumentHelp("From this day on.", valueName: "date"))
    var from: CivilDate?

    @Option(help: ArgumentHelp("Up to this day.", valueName: "date"))
    var to: CivilDate?

    @Flag(help: "Only what still waits for the counterpart's word.")
    var unconfirmed = false

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ListEntries {
      var query = ListEntries()
      query.cohort = try cohort.code()
      query.from = from
      query.kind = kind
      query.participant = participant
      query.to = to
      query.unconfirmed = unconfirmed ? true : nil
      return query
    }
  }
}
