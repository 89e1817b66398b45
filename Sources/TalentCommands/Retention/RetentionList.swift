import ArgumentParser
import TalentDomain

extension RetentionNoun {
  struct List: Verb {
    static let configuration = CommandConfiguration.verb("list", ListRetention.self)
    static let methods = [ListRetention.fullMethod]

    @Flag(help: "Only what has passed its period.")
    var due = false

    @Option(help: ArgumentHelp("By this day, which may lie ahead.", valueName: "date"))
    var on: CivilDate?

    @OptionGroup var options: QueryOptions

    var common: CommonOptions { options.common }

    func run() throws {
      var query = ListRetention()
      query.due = due ? true : nil
      query.on = on
      let session = try Session(common)
      let list = try session.retention(query, at: options.at)
      Output.write(list, list.canonical, session)
    }
  }
}
