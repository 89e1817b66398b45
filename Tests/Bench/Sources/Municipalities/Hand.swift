import CPlatform
import StrictJSON
import TalentDomain
import TalentInterface
import Varlink

/// Somebody's hand at the service, at a moment of the simulation. What it sends together travels together, and is answered
/// in the same order.
struct Hand {
  let client: VarlinkClient
  /// Nil for as late as the log's last event.
  let time: Instant?

  /// Commands of which none waits for another, each by whom it is.
  func send<C: Command>(_ commands: [(by: String, command: C)]) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, command) in commands {
        let parameters = Office.parameters(command, as: number, at: time, id: .fresh())
        group.addTask { [client] in _ = try await Self.call(client, C.area, C.method, parameters) }
      }
      try await group.waitForAll()
    }
  }

  func send<C: Command>(_ command: C, by number: String?) async throws {
    _ = try await Self.call(client, C.area, C.method, Office.parameters(command, as: number, at: time, id: .fresh()))
  }

  /// All of them in one call, in this order.
  func importAll<C: Command>(_ commands: [C], by number: String?) async throws {
    guard let name = Imports.name(of: C.self) else { throw Trouble("\(C.self) is not imported") }
    for start in stride(from: 0, to: commands.count, by: 250) {
      var file = Import<C>()
      file.rows = commands[start..<min(commands.count, start + 250)].map { command in
        var row = ImportRow<C>()
        row.command = command
        row.id = .fresh()
        return row
      }
      file.simulate = Office.simulation(number, at: time)
      let answer = try await Self.call(client, C.area, name, file.canonical)
      let rows = try ImportOutcome(canonical: answer.canonical()).rows
      guard let failed = rows.first(where: { $0.kind != .done }) else { continue }
      let rules = failed.findings.map(\.rule.value).joined(separator: ", ")
      throw Trouble("an import of \(C.self) was not done: \(failed.kind) \(rules)")
    }
  }

  func ask<Q: Query>(_ query: Q, by number: String) async throws -> Q.Answer {
    let answer = try await Self.call(client, Q.area, Q.method, Office.parameters(query, as: number, at: time))
    return try Q.Answer(canonical: answer.canonical())
  }

  private static func call(
    _ client: VarlinkClient, _ area: Area, _ method: String, _ parameters: [UInt8]
  ) async throws -> JSON {
    do {
      return try await client.call("\(area.interface).\(method)", canonical: parameters)
    } catch VarlinkError.remote(let name, let parameters) {
      throw Trouble("\(method) was answered with \(name): \(String(decoding: parameters.canonical(), as: UTF8.self))")
    }
  }
}

extension CommandID {
  static func fresh() -> CommandID {
    make(milliseconds: talent_realtime_ms(), random: (.random(in: 0...UInt64.max), .random(in: 0...UInt64.max)))
  }
}
