import CivilTime
import Glibc
import StrictJSON
import TalentDomain
import TalentInterface
import Varlink

/// One run of one verb: its options, what is around it, and the connection, which is opened when it is first needed.
final class Session {
  let options: CommonOptions
  let surroundings: Surroundings
  let style: Style
  private var client: BlockingVarlinkClient?
  private let simulation: Simulation?

  static let defaultSocket = "/run/talentd/talentd.sock"
  /// Longer than any answer takes; a tail waits for ever.
  private static let patience: Int64 = 120_000

  init(_ options: CommonOptions) throws {
    self.options = options
    surroundings = Surroundings.current
    guard let zone = Zone("Europe/Copenhagen") else {
      throw Failure(
        .configuration, "NoZone",
        [Bilingual(da: "Tidszonen Europe/Copenhagen findes ikke.", en: "There is no time zone Europe/Copenhagen.")])
    }
    style = Style(options.language ?? Language.preferred(surroundings.variable), zone, Ink(surroundings))
    simulation = try Session.simulation(options, surroundings, zone)
  }

  var format: OutputFormat { options.output }

  /// The date in Denmark, by the simulated clock where there is one.
  var today: CivilDate {
    style.zone.local(simulation?.at ?? Instant(milliseconds: surroundings.now())).date
  }

  private static func simulation(
    _ options: CommonOptions, _ surroundings: Surroundings, _ zone: Zone
  ) throws -> Simulation? {
    let given: (String?, String) -> String? = { option, name in
      let value = option ?? surroundings.variable(name)
      return value?.isEmpty == false ? value : nil
    }
    var simulation = Simulation()
    if let actor = given(options.actor, "TALENTD_AS") {
      guard let person = PersonRef(written: actor) else {
        throw Failure.usage(Bilingual(da: "--as er ikke et medarbejdernummer.", en: "--as is no employee number."))
      }
      simulation.actor = person
    }
    if let clock = given(options.clock, "TALENTD_CLOCK") { simulation.at = try Moment.instant(clock, zone) }
    return simulation == Simulation() ? nil : simulation
  }

  // MARK: The socket

  var socket: String {
    if let path = options.socket { return path }
    guard let path = surroundings.variable("TALENTD_SOCKET"), !path.isEmpty else { return Session.defaultSocket }
    return path
  }

  /// - Parameter again: whether asking twice is asking once. Then whoever came to a service that was just stopping asks the one
  ///   that comes after it.
  private func call(_ method: String, _ parameters: [UInt8], again: Bool) throws -> [UInt8] {
    do {
      do {
        return try call(method, parameters)
      } catch let first as VarlinkError where again && first.isLost {
        client = nil
        // Where nobody has come after it, what there is to be said is what happened first.
        do { return try call(method, parameters) } catch VarlinkError.connection { throw first }
      }
    } catch let error as VarlinkError {
      throw Failure(error, socket: socket)
    }
  }

  private func call(_ method: String, _ parameters: [UInt8]) throws -> [UInt8] {
    if client == nil { client = try BlockingVarlinkClient(path: socket, timeoutMilliseconds: Session.patience) }
    guard let reply = try client?.call(method, canonical: parameters) else { throw VarlinkError.connection(.closed) }
    return reply.canonical()
  }

  /// What is asked as a question and does something each time.
  private static let doing: [any Query.Type] = [
    EscrowMasterKey.self, GiveAccessDocument.self, MakeBackup.self, RebuildProjections.self, RotateLogKey.self,
    RotateMasterKey.self,
  ]

  /// The answer, and its canonical JSON as it is shown with `--output json`.
  func ask<Q: Query>(_ query: Q, at: String? = nil) throws -> (answer: Q.Answer, bytes: [UInt8]) {
    let isAnswering = !Session.doing.contains { $0 == Q.self }
    let bytes = try call(Q.fullMethod, try asking(query, at: at).canonical, again: isAnswering)
    return (try read(bytes), bytes)
  }

  /// Hands every page of a streaming query to `body`, until that returns false.
  func follow<Q: Query>(_ query: Q, at: String? = nil, _ body: (Q.Answer, [UInt8]) throws -> Bool) throws {
    do {
      var client = try BlockingVarlinkClient(path: socket)
      try client.stream(Q.fullMethod, canonical: try asking(query, at: at).canonical) { json in
        let bytes = json.canonical()
        return try body(try self.read(bytes), bytes)
      }
    } catch let error as VarlinkError {
      throw Failure(error, socket: socket)
    }
  }

  func send<C: Command>(_ command: C, _ options: WriteOptions) throws -> (receipt: Receipt, bytes: [UInt8]) {
    var write = Write<C>()
    write.command = command
    write.call.behalf = options.behalf
    write.call.dryRun = options.dryRun ? true : nil
    write.call.expected = options.expect
    write.call.simulate = simulation
    let id = try commandID(options)
    write.call.id = id
    do {
      let bytes = try call(C.fullMethod, write.canonical, again: true)
      return (try read(bytes), bytes)
    } catch var failure as Failure where failure.status == .unreachable && failure.name == "Closed" {
      // Whether it was recorded nobody can say; the same id finds out without doing it twice.
      failure.sentences.append(
        Bilingual(
          da: "Gentag med --command-id \(id.text): er den registreret, får du blot svaret.",
          en: "Repeat it with --command-id \(id.text): if it was recorded, you just get its answer."))
      throw failure
    }
  }

  func importRows<C: Command>(
    _ method: String, _ rows: [ImportRow<C>], behalf: PersonRef?, dryRun: Bool
  ) throws -> ImportOutcome {
    var parameters = Import<C>()
    parameters.rows = rows
    parameters.behalf = behalf
    parameters.dryRun = dryRun ? true : nil
    parameters.simulate = simulation
    // Each row has its id: what was recorded is answered, and not recorded again.
    return try read(try call(method, parameters.canonical, again: true))
  }

  private func asking<Q: Query>(_ query: Q, at: String?) throws -> Ask<Q> {
    var ask = Ask<Q>()
    ask.query = query
    ask.at = try at.map { try Moment.asOf($0, style.zone) }
    ask.simulate = simulation
    return ask
  }

  private func read<R: Record>(_ bytes: [UInt8]) throws -> R {
    do {
      return try R(canonical: bytes)
    } catch {
      throw Failure(
        .internalFailure, "Malformed",
        [
          Bilingual(
            da: "Svaret har en form, som talentctl ikke kender: er udgaverne forskellige?",
            en: "The answer has a form that talentctl does not know: do the versions differ?")
        ])
    }
  }

  private func commandID(_ options: WriteOptions) throws -> CommandID {
    guard let given = options.commandId else {
      var generator = SystemRandomNumberGenerator()
      return CommandID.make(milliseconds: surroundings.now(), random: (generator.next(), generator.next()))
    }
    guard let id = CommandID(given.lowercased()) else {
      throw Failure.usage(
        Bilingual(da: "--command-id skal være en UUID på 36 tegn.", en: "--command-id must be a UUID of 36 characters.")
      )
    }
    return id
  }
}

extension Command {
  static var fullMethod: String { "\(area.interface).\(method)" }
}

extension Query {
  static var fullMethod: String { "\(area.interface).\(method)" }
}

extension VarlinkError {
  /// Whether the connection was there, and went before an answer came.
  fileprivate var isLost: Bool {
    switch self {
    case .connection(.closed), .connection(.system(ECONNRESET)), .connection(.system(EPIPE)): true
    default: false
    }
  }
}
