import StrictJSON
import TalentDomain
import TalentInterface
import Varlink

/// Typed calls to the service, and the people who make them.
final class Office {
  static let hr = "10"
  static let auditor = "12"
  /// So many of the first people are of the office, and never nominated: the log is closed to whoever is.
  static let members = 3
  static let cohort: Code = "2027"
  /// As many as a middle-sized municipality employs.
  static let people = 4000

  private var client: BlockingVarlinkClient
  private let rounds: Int

  init(_ service: Service) throws {
    client = try BlockingVarlinkClient(path: service.bench.socket, timeoutMilliseconds: 60_000)
    rounds = service.bench.rounds
  }

  // MARK: Set-up

  /// Centres, people, roles and a cohort; how fast people are imported.
  func importPeople() throws -> [Measurement] {
    let centres = (1...9).map { RegisterCentre(name: Line("Center \($0)")) }
    try importAll(centres)
    let people = (0..<Office.people).map { person($0 + 10) }
    let share = (people.count + rounds - 1) / rounds
    let rates = try stride(from: 0, to: people.count, by: share).map { start in
      try rate(importing: people[start..<min(people.count, start + share)])
    }
    for (number, role) in [(Office.hr, Role.hr), (Office.auditor, .auditor)] {
      var grant = GrantRole()
      grant.person = PersonRef(given: number)
      grant.role = role
      try send(grant)
    }
    try send(openCohort, as: Office.hr)
    return [
      Measurement("import of people, over the socket", median(rates), "events/s", target: .atLeast(25_000))
    ]
  }

  /// Events a second; as many rows at once as `talentctl` sends.
  private func rate(importing people: ArraySlice<RegisterPerson>) throws -> Double {
    let before = try status().size ?? 0
    let seconds = try timed {
      for start in stride(from: people.startIndex, to: people.endIndex, by: 200) {
        try importAll(Array(people[start..<min(people.endIndex, start + 200)]))
      }
    }.seconds
    return Double((try status().size ?? 0) - before) / seconds
  }

  private func person(_ number: Int) -> RegisterPerson {
    var person = RegisterPerson()
    person.centre = Line("Center \(number % 9 + 1)")
    person.email = Line("fornavn.efternavn.\(number)@kommune.example")
    person.leader = number > 20 ? PersonRef(given: String(10 + number % 10)) : nil
    person.hasLed = number < 20
    person.name = Line("Fornavn Mellemnavn Æblegård nr. \(number)")
    person.number = Line(String(number))
    person.profession = Line(["lærer", "pædagog", "sygeplejerske", "gartner", "socialrådgiver"][number % 5])
    person.workplace = Line("Arbejdsplads \(number % 120)")
    return person
  }

  private var openCohort: OpenCohort {
    var open = OpenCohort()
    open.cohort = Office.cohort
    open.deadline = CivilDate("2027-03-01") ?? .blank
    open.kickOff = CivilDate("2027-04-26") ?? .blank
    open.mbtiDate = CivilDate("2027-04-06") ?? .blank
    open.seats = 20
    open.title = "Udvikling af ledelsestalent 2027"
    return open
  }

  // MARK: Calls

  func status() throws -> ServiceStatus { try ask(ShowStatus()) }

  func ask<Q: Query>(_ query: Q, as number: String? = nil) throws -> Q.Answer {
    try Q.Answer(
      canonical: client.call("\(Q.area.interface).\(Q.method)", canonical: Office.parameters(query, as: number))
        .canonical())
  }

  /// Hands over each page of a streaming query.
  func stream<Q: Query>(_ query: Q, _ page: (Q.Answer) -> Void) throws {
    try client.stream("\(Q.area.interface).\(Q.method)", canonical: Office.parameters(query, as: nil)) { json in
      page(try Q.Answer(canonical: json.canonical()))
      return true
    }
  }

  private func send<C: Command>(_ command: C, as number: String? = nil) throws {
    _ = try client.call("\(C.area.interface).\(C.method)", canonical: Office.parameters(command, as: number, id: nil))
  }

  private func importAll<C: Command>(_ commands: [C]) throws {
    guard let name = Imports.name(of: C.self) else { throw Trouble("\(C.self) is not imported") }
    var file = Import<C>()
    file.rows = commands.map { command in
      var row = ImportRow<C>()
      row.command = command
      row.id = CommandID.make(
        milliseconds: 1_801_468_800_000, random: (.random(in: 0...UInt64.max), .random(in: 0...UInt64.max)))
      return row
    }
    let outcome = try ImportOutcome(
      canonical: client.call("\(C.area.interface).\(name)", canonical: file.canonical).canonical())
    guard outcome.rows.allSatisfy({ $0.kind == .done }) else { throw Trouble("an import of \(C.self) was not done") }
  }

  // MARK: Frames

  static func parameters<Q: Query>(_ query: Q, as number: String?, at time: Instant? = nil) -> [UInt8] {
    var ask = Ask<Q>()
    ask.query = query
    ask.simulate = simulation(number, at: time)
    return ask.canonical
  }

  static func parameters<C: Command>(
    _ command: C, as number: String?, at time: Instant? = nil, id: CommandID?
  ) -> [UInt8] {
    var write = Write<C>()
    write.command = command
    write.call.id = id
    write.call.simulate = simulation(number, at: time)
    return write.canonical
  }

  /// A call as it goes over the wire, but for the NUL.
  static func frame(_ method: String, _ parameters: [UInt8]) -> [UInt8] {
    Array("{\"method\":\"\(method)\",\"parameters\":".utf8) + parameters + Array("}".utf8)
  }

  /// Who acts, and when; nil where it is the account's own person, now.
  static func simulation(_ number: String?, at time: Instant? = nil) -> Simulation? {
    guard number != nil || time != nil else { return nil }
    var simulation = Simulation()
    simulation.actor = number.map { PersonRef(given: $0) }
    simulation.at = time
    return simulation
  }
}
