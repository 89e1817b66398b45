import TalentDomain
import TalentInterface
import Testing

/// New employees, one command each, and what the service said to each of them.
struct Records {
  private(set) var sent: [SentCommand] = []
  private let daemon: Talentd

  init(_ daemon: Talentd) { self.daemon = daemon }

  var acknowledged: Int { sent.count(where: \.isAcknowledged) }

  /// - Returns: the error that the service answered with; nil where it is done.
  @discardableResult
  mutating func add(over connection: Connection? = nil) throws -> ServiceError? {
    var command = SentCommand(
      RegisterPerson("f\(sent.count)", centre: Cast.schools, "Skolen", "lærer", under: Cast.leader))
    defer { sent.append(command) }
    do {
      let connection = try connection ?? daemon.connection()
      command.answer = .receipt(try connection.call(command.method, canonical: command.parameters))
      return nil
    } catch let error as ServiceError {
      command.answer = .turnedAway
      return error
    }
  }

  /// Everything that was acknowledged is there and is answered again as it was; what was not is whole, or not there; the log
  /// and the views say the same; all of it verifies.
  func expectKept() throws {
    var survivors = try Survivors(daemon)
    try survivors.checkOrder()
    try survivors.checkViews()
    try survivors.checkAcknowledged(sent)
    try survivors.checkUnanswered(sent)
    try daemon.stop()
    let verified = try daemon.verify()
    #expect(verified.status == 0, "\(verified.output)\(verified.error)")
  }
}
