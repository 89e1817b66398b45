import ArgumentParser
import TalentDomain

extension ParticipantNoun {
  struct Timeline: QueryVerb {
    static let configuration = CommandConfiguration.verb("timeline", ShowTimeline.self)

    @Argument(help: ArgumentHelp("The participant, by employee number or id; absent, you.", valueName: "number"))
    var participant: PersonRef?

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: QueryOptions

    func query() throws -> ShowTimeline {
      var query = ShowTimeline()
      query.cohort = try cohort.code()
      query.participant = participant
      return query
    }
  }
}
