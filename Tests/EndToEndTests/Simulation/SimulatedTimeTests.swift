import EventLog
import Leaves
import TalentDomain
import TalentInterface
import Testing

/// In a simulated log it is what time somebody says it is: played in a year when the machine's clock has long passed the
/// time that is played, a demonstration still ends in the same selection.
struct SimulatedTimeTests {
  /// Before the machine's clock, whenever this runs.
  private static let played = at("2001-05-07 09:00:00")

  @Test func `what is played long ago was recorded long ago, the service's own events too`() throws {
    try withTalentd { daemon in
      let connection = try daemon.connection()
      let administrator = Client(connection, at: Self.played)
      try administrator.send(RegisterCentre(name: Line(Cast.schools)))
      // Nobody says what time it is: then it is as late as the log says.
      try Client(connection).send(RegisterCentre(name: "Center for Kultur"))
      try daemon.stop()
      try daemon.start()
      let later = Client(try daemon.connection(), at: Self.played.adding(milliseconds: 1000))
      try later.send(RegisterCentre(name: "Center for Ældre"))
      try daemon.stop()

      let log = try EventLog(
        opening: LogSettings(folder: daemon.state, origin: daemon.settings.origin, simulated: true), create: false)
      let leaves = try (0..<log.size).map { position in
        try log.reader().leaf(at: position).withUnsafeBytes { try Leaf($0, position: position) }
      }
      #expect(
        leaves.map(\.type) == [
          "service.started.v1", "centre.registered.v1", "centre.registered.v1", "service.stopped.v1",
          "service.started.v1", "centre.registered.v1", "service.stopped.v1",
        ])
      #expect(leaves.first.map { $0.recorded < Self.played.milliseconds } == true)
      #expect(leaves.dropFirst().prefix(4).allSatisfy { $0.recorded == Self.played.milliseconds })
      #expect(leaves.suffix(2).allSatisfy { $0.recorded == Self.played.milliseconds + 1000 })
    }
  }
}
