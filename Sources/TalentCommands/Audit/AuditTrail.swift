import ArgumentParser
import TalentDomain

extension AuditNoun {
  struct Trail: QueryVerb {
    static let configuration = CommandConfiguration.verb("trail", ListAuditTrail.self)

    @Option(help: ArgumentHelp("Only of this cohort.", valueName: "year"))
    var cohort: Code?

    @Option(help: ArgumentHelp("Only about this person.", valueName: "number"))
    var person: PersonRef?

    @Option(help: ArgumentHelp("Only recorded by, or on behalf of, this person.", valueName: "number"))
    var actor: PersonRef?

    @Option(help: ArgumentHelp("Only this type of event.", valueName: "type"))
    var type: Line?

    @Option(help: ArgumentHelp("Only events of this command.", valueName: "uuid"))
    var command: Line?

    @Option(help: ArgumentHelp("Only what was in effect by this day.", valueName: "date"))
    var effective: CivilDate?

    @Option(help: ArgumentHelp("The first position.", valueName: "position"))
    var from: Int?

    @Option(help: ArgumentHelp("At most so many.", valueName: "count"))
    var limit: Int?

    @OptionGroup var options: QueryOptions

    func query() throws -> ListAuditTrail {
      var query = ListAuditTrail()
      query.cohort = cohort
      query.person = person
      query.actor = actor
      query.type = type
      query.command = command
      query.effective = effective
      query.from = from
      query.limit = limit
      return query
    }
  }
}
