import ArgumentParser
import TalentDomain

extension LogKeyNoun {
  struct Rotate: QueryVerb {
    static let configuration = CommandConfiguration.verb("rotate", RotateLogKey.self)

    @Option(help: ArgumentHelp("For how many days both keys sign (1 to 366; 30).", valueName: "days"))
    var overlapDays: Int?

    @OptionGroup var options: QueryOptions

    func query() throws -> RotateLogKey {
      var query = RotateLogKey()
      query.overlapDays = overlapDays
      return query
    }
  }
}
