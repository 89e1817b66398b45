import TalentDomain
import TalentInterface

/// What a method's parameters are read as.
enum Route: Sendable {
  case command(@Sendable ([UInt8]) throws(Fault) -> (command: any Command, call: CallOptions))
  case imports(@Sendable ([UInt8]) throws(Fault) -> [(command: any Command, call: CallOptions)])
  case query(@Sendable ([UInt8]) throws(Fault) -> Question)
}

/// A query on its way.
struct Question: Sendable {
  let method: String
  let query: any Query
  let at: AsOf?
  let simulate: Simulation?
}

/// Every method of the socket with its route, made from the same lists as the interfaces' descriptions.
enum Routes {
  static let all: [String: Route] = {
    var routes: [String: Route] = [:]
    for type in Commands.organisation { routes["\(type.area.interface).\(type.method)"] = command(type) }
    for type in Commands.cohort { routes["\(type.area.interface).\(type.method)"] = command(type) }
    for (type, name) in Imports.all { routes["\(type.area.interface).\(name)"] = imports(type) }
    for type in Queries.all { routes["\(type.area.interface).\(type.method)"] = query(type) }
    return routes
  }()

  private static func command<C: Command>(_: C.Type) -> Route {
    .command { (bytes: [UInt8]) throws(Fault) in
      let write = try Write<C>(canonical: bytes)
      return (write.command, write.call)
    }
  }

  private static func imports<C: Command>(_: C.Type) -> Route {
    .imports { (bytes: [UInt8]) throws(Fault) in
      let file = try Import<C>(canonical: bytes)
      guard file.rows.count <= Import<C>.limit else { throw Fault(.tooMany(limit: Import<C>.limit), at: ["rows"]) }
      return file.rows.map { row in
        var call = CallOptions()
        call.behalf = row.behalf ?? file.behalf
        call.dryRun = file.dryRun
        call.id = row.id
        call.simulate = file.simulate
        return (row.command, call)
      }
    }
  }

  private static func query<Q: Query>(_: Q.Type) -> Route {
    .query { (bytes: [UInt8]) throws(Fault) in
      let ask = try Ask<Q>(canonical: bytes)
      return Question(method: "\(Q.area.interface).\(Q.method)", query: ask.query, at: ask.at, simulate: ask.simulate)
    }
  }
}
