import ArgumentParser
import TalentDomain

extension EventNoun {
  struct Show: QueryVerb {
    static let configuration = CommandConfiguration.verb("show", ShowEvent.self)

    @Argument(help: ArgumentHelp("The position.", valueName: "position"))
    var position: Int

    @OptionGroup var options: QueryOptions

    func query() throws -> ShowEvent {
      var query = ShowEvent()
      query.position = position
      return query
    }
  }
}
