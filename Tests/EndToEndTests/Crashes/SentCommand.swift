import StrictJSON
import TalentDomain
import TalentInterface

/// A call that was sent under load, and what is known to have become of it.
struct SentCommand: Sendable {
  enum Answer: Sendable {
    case receipt(JSON)
    case refused(JSON)
    /// Busy and the like: nothing was promised, and nothing is kept.
    case turnedAway
    /// The service was killed before it answered.
    case none
  }

  let method: String
  let parameters: [UInt8]
  /// The ids of its commands: one, or one a row.
  let ids: [CommandID]
  var answer = Answer.none

  var isAcknowledged: Bool {
    switch answer {
    case .receipt, .refused: true
    case .turnedAway, .none: false
    }
  }

  var isImport: Bool { method.split(separator: ".").last?.hasPrefix("Import") ?? false }

  init<C: Command>(_ command: C, by person: String? = nil) {
    var write = Write<C>()
    let id = CommandID.new()
    write.command = command
    write.call.id = id
    write.call.simulate = SentCommand.simulation(person)
    method = "\(C.area.interface).\(C.method)"
    parameters = write.canonical
    ids = [id]
  }

  init<C: Command>(rows commands: [C], by person: String? = nil) {
    var file = Import<C>()
    file.rows = commands.map {
      var row = ImportRow<C>()
      row.command = $0
      row.id = .new()
      return row
    }
    file.simulate = SentCommand.simulation(person)
    method = "\(C.area.interface).\(Imports.name(of: C.self) ?? "")"
    parameters = file.canonical
    ids = file.rows.map(\.id)
  }

  private static func simulation(_ person: String?) -> Simulation? {
    guard let person else { return nil }
    var simulation = Simulation()
    simulation.actor = PersonRef(given: person)
    simulation.at = CohortDates.cohort2027.moments[.nominated]
    return simulation
  }

  /// Sends it. Throws only where no answer came.
  static func exchange(_ sent: SentCommand, over connection: Connection) throws -> Answer {
    do {
      return .receipt(try connection.call(sent.method, canonical: sent.parameters))
    } catch let error as ServiceError {
      return error.kind == .refused ? .refused(error.parameters) : .turnedAway
    }
  }
}
