import CPlatform
import CivilTime
import StrictJSON
import TalentDomain
import TalentInterface
import Varlink

typealias SimulatedTime = TalentDomain.Instant

/// A time on a Danish clock, such as `at("2027-03-01 23:59:59")`.
func at(_ text: String) -> SimulatedTime {
  guard let local = LocalTime(text.replacing(" ", with: "T")),
    let time = Zone("Europe/Copenhagen")?.instant(local)
  else {
    preconditionFailure("\(text) is no local time")
  }
  return time
}

/// Carries calls to the service and answers back. Throws `ServiceError` for an error that the service answered.
protocol Messenger: AnyObject {
  func call(_ method: String, canonical parameters: [UInt8]) throws -> JSON
}

/// An error that the service answered with.
struct ServiceError: Error, CustomStringConvertible {
  /// Such as `dk.talentd.nomination.Refused`.
  let name: String
  let parameters: JSON

  /// The last part of the name, as the interface knows it; nil for an error of the protocol.
  var kind: WireError? { name.split(separator: ".").last.flatMap { WireError(rawValue: String($0)) } }

  /// The rules that refused, each once, the one that names the refusal first; empty for another error.
  var rules: [String] {
    let findings = parameters["findings"]?.array ?? []
    var seen: Set<String> = []
    return findings.compactMap { $0["rule"]?.string }.filter { seen.insert($0).inserted }
  }

  var description: String { "\(name) \(String(decoding: parameters.canonical(), as: UTF8.self))" }
}

/// Calls from this process.
final class Connection: Messenger {
  private var client: BlockingVarlinkClient

  init(_ socket: String, timeoutMilliseconds: Int64 = 60_000) throws {
    client = try BlockingVarlinkClient(path: socket, timeoutMilliseconds: timeoutMilliseconds)
  }

  func call(_ method: String, canonical parameters: [UInt8]) throws -> JSON {
    do {
      return try client.call(method, canonical: parameters)
    } catch .remote(let name, let parameters) {
      throw ServiceError(name: name, parameters: parameters)
    }
  }

  func stream(_ method: String, canonical parameters: [UInt8], _ body: (JSON) throws -> Bool) throws {
    do {
      try client.stream(method, canonical: parameters, body)
    } catch VarlinkError.remote(let name, let parameters) {
      throw ServiceError(name: name, parameters: parameters)
    }
  }
}

/// Typed calls of one person.
struct Client {
  let messenger: any Messenger
  private(set) var simulation: Simulation?

  init(_ messenger: any Messenger, as number: String? = nil, at time: SimulatedTime? = nil) {
    self.messenger = messenger
    guard number != nil || time != nil else { return }
    var simulation = Simulation()
    simulation.actor = number.map { PersonRef(given: $0) }
    simulation.at = time
    self.simulation = simulation
  }

  /// The same person at another time.
  func at(_ time: SimulatedTime?) -> Client { Client(messenger, as: simulation?.actor?.given, at: time) }

  @discardableResult
  func send<C: Command>(
    _ command: C, behalf: String? = nil, id: CommandID? = .new(), dryRun: Bool? = nil, expected: Int? = nil
  ) throws -> Receipt {
    var write = Write<C>()
    write.command = command
    write.call.behalf = behalf.map { PersonRef(given: $0) }
    write.call.dryRun = dryRun
    write.call.expected = expected
    write.call.id = id
    write.call.simulate = simulation
    return try read(messenger.call("\(C.area.interface).\(C.method)", canonical: write.canonical))
  }

  /// The rules that refuse a command, the one that names the refusal first; empty where none does.
  func refusals<C: Command>(_ command: C, behalf: String? = nil, id: CommandID? = .new()) throws -> [String] {
    do {
      try send(command, behalf: behalf, id: id)
      return []
    } catch let error as ServiceError where error.kind == .refused {
      return error.rules
    }
  }

  /// The refusal of a command, as the service put it.
  func refused<C: Command>(_ command: C, id: CommandID? = .new()) throws -> JSON {
    do {
      try send(command, id: id)
    } catch let error as ServiceError where error.kind == .refused {
      return error.parameters
    }
    throw Trouble("\(C.method) was not refused")
  }

  @discardableResult
  func ask<Q: Query>(_ query: Q, at moment: AsOf? = nil) throws -> Q.Answer {
    var ask = Ask<Q>()
    ask.query = query
    ask.at = moment
    ask.simulate = simulation
    return try read(messenger.call("\(Q.area.interface).\(Q.method)", canonical: ask.canonical))
  }

  /// Sends many commands of one kind in one call, at most 500; each row has an id of its own.
  @discardableResult
  func importRows<C: Command>(_ commands: [C], behalf: String? = nil, dryRun: Bool? = nil) throws -> ImportOutcome {
    guard let name = Imports.name(of: C.self) else { throw Trouble("\(C.self) cannot be imported") }
    var file = Import<C>()
    file.behalf = behalf.map { PersonRef(given: $0) }
    file.dryRun = dryRun
    file.rows = commands.map { command in
      var row = ImportRow<C>()
      row.command = command
      row.id = .new()
      return row
    }
    file.simulate = simulation
    return try read(messenger.call("\(C.area.interface).\(name)", canonical: file.canonical))
  }

  /// The same, and every row is done.
  func importAll<C: Command>(_ commands: [C], behalf: String? = nil) throws {
    let rows = try importRows(commands, behalf: behalf).rows
    guard rows.count == commands.count, rows.allSatisfy({ $0.kind == .done }) else {
      let first = rows.first { $0.kind != .done }
      throw Trouble("an import of \(C.self) was not done: \(first.map { "\($0)" } ?? "rows are missing")")
    }
  }

  private func read<R: Record>(_ json: JSON) throws -> R {
    do {
      return try R(canonical: json.canonical())
    } catch {
      throw Trouble("an answer is no \(R.self): \(error)")
    }
  }
}

extension CommandID {
  /// One that nobody has used.
  static func new() -> CommandID {
    var generator = SystemRandomNumberGenerator()
    return make(milliseconds: talent_realtime_ms(), random: (generator.next(), generator.next()))
  }
}
