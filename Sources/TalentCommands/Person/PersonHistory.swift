import ArgumentParser
import TalentDomain

extension PersonNoun {
  /// Everything recorded about one person: their part of the audit trail.
  struct History: QueryVerb {
    static let configuration = CommandConfiguration.verb("history", ListAuditTrail.self)

    @Argument(help: ArgumentHelp("The employee, by number or id.", valueName: "number"))
    var person: PersonRef

    @Option(help: ArgumentHelp("At most so many.", valueName: "count"))
    var limit: Int?

    @OptionGroup var options: QueryOptions

    func query() throws -> ListAuditTrail {
      var query = ListAuditTrail()
      query.person = person
      query.limit = limit
      return query
    }
  }
}
