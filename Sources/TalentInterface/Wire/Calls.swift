package import TalentDomain

/// What every command carries beside itself.
package struct CallOptions: Record {
  /// On whose behalf it is recorded, where that is not the caller.
  package var behalf: PersonRef?
  /// Judge, and record nothing.
  package var dryRun: Bool?
  /// The revision of the stream that the caller saw; another one is a conflict.
  package var expected: Int?
  /// Without it the service draws one, and a repetition is a new command.
  package var id: CommandID?
  package var simulate: Simulation?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("behalf", &behalf, "On whose behalf it is recorded, where that is not the caller.")
    try members("dryRun", &dryRun, "Judge, and record nothing.")
    try members("expected", &expected, "The revision that the caller saw; another one is a conflict.")
    try members("id", &id, "A UUID made by the client; sent again it gets the same answer.")
    try members("simulate", &simulate)
  }
}

/// Who acts, and when: understood by a service that runs with `--simulate`, refused by any other.
package struct Simulation: Record {
  package var actor: PersonRef?
  package var at: Instant?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("actor", &actor, "Who acts; without it the account's own person.")
    try members("at", &at, "When; without it now.")
  }
}

/// The parameters of a command's method.
package struct Write<C: Command>: Record {
  package var call = CallOptions()
  package var command = C()

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("call", &call)
    try members("command", &command)
  }
}

/// The parameters of a query's method.
package struct Ask<Q: Query>: Record {
  /// As of when; without it, as of now.
  package var at: AsOf?
  package var query = Q()
  package var simulate: Simulation?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("at", &at, "As of when; without it, as of now.")
    try members("query", &query)
    try members("simulate", &simulate)
  }
}

/// The parameters of an import: up to 500 commands of one kind, judged one by one in this order.
package struct Import<C: Command>: Record {
  package static var limit: Int { 500 }

  package var behalf: PersonRef?
  package var dryRun: Bool?
  package var rows: [ImportRow<C>] = []
  package var simulate: Simulation?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("behalf", &behalf)
    try members("dryRun", &dryRun, "Judge each row by itself, and record nothing.")
    try members("rows", &rows, "At most 500.")
    try members("simulate", &simulate)
  }
}

package struct ImportRow<C: Command>: Record {
  /// On whose behalf this row is recorded.
  package var behalf: PersonRef?
  package var command = C()
  package var id = CommandID.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("behalf", &behalf, "On whose behalf this row is recorded.")
    try members("command", &command)
    try members("id", &id, "The row's own command id: made from its content, so that an import can be repeated.")
  }
}
