import Synchronization
import TalentDomain
import TalentInterface

/// What hits the service while it is killed: an import of people, and beside it single commands of several clients,
/// among them such as make three events at once and such as are refused.
final class ImportLoad: Sendable {
  static let clients = 4
  private static let rowsPerCall = 6

  private let socket: String
  private let round: Int
  private let sent = Mutex<[SentCommand]>([])
  private let acknowledged = Atomic(0)

  init(_ socket: String, round: Int) {
    self.socket = socket
    self.round = round
  }

  /// Answers so far.
  var answers: Int { acknowledged.load(ordering: .relaxed) }

  /// Everything that was sent, once all have ended.
  var commands: [SentCommand] { sent.withLock { $0 } }

  /// One client, until its connection breaks. The first one imports.
  func run(_ client: Int) {
    guard let connection = try? Connection(socket) else { return }
    var number = 0
    while true {
      number += 1
      let goesOn = client == 0 ? importPeople(number, connection) : single(client, number, connection)
      guard goesOn else { return }
    }
  }

  private func importPeople(_ number: Int, _ connection: Connection) -> Bool {
    let people = (0..<ImportLoad.rowsPerCall).map { person("i\(round).\(number).\($0)") }
    return send(SentCommand(rows: people), connection)
  }

  /// A new employee, who is then nominated; now and then something that a rule refuses.
  private func single(_ client: Int, _ number: Int, _ connection: Connection) -> Bool {
    if number % 5 == 0 { return send(SentCommand(RegisterCentre(name: Line(Cast.schools))), connection) }
    let name = "s\(round).\(client).\(number)"
    return send(SentCommand(person(name)), connection)
      && send(SentCommand(SubmitNomination(of: name), by: Cast.chief), connection)
  }

  private func person(_ number: String) -> RegisterPerson {
    RegisterPerson(number, centre: Cast.schools, "Skolen", "lærer", under: Cast.leader)
  }

  /// False when no answer came: the service has been killed.
  private func send(_ command: SentCommand, _ connection: Connection) -> Bool {
    var command = command
    do {
      command.answer = try SentCommand.exchange(command, over: connection)
      acknowledged.add(1, ordering: .relaxed)
    } catch {
      sent.withLock { $0.append(command) }
      return false
    }
    sent.withLock { $0.append(command) }
    return true
  }
}
