import EventLog
import StrictJSON
import TalentDomain
import TalentInterface
import Varlink

@testable import TalentService

/// One life of the service, in this process, with its real socket: everything between a call's bytes and its answer is what
/// the installed service does.
struct Life {
  let daemon: Daemon
  let client: VarlinkClient
  let crash: CrashWatch

  /// How it ends.
  enum End: Sendable { case stopped, crashed }

  /// Starts the service where it last lived, and ends it as `body` says.
  static func lived(in quarters: Quarters, _ body: (Life) async throws -> End) async throws -> End {
    let crash = CrashWatch()
    let daemon = try await begun(in: quarters, crash)
    try await daemon.completeErasuresAtStart()
    try await daemon.recordStart()
    try await daemon.recordRotations()
    let socket = try SocketService(daemon)
    defer { daemon.serve(at: nil) }
    let end: End
    do {
      end = try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await socket.run() }
        let end = try await VarlinkClient.connected(path: quarters.socket) { client in
          try await body(Life(daemon: daemon, client: client, crash: crash))
        }
        group.cancelAll()
        return end
      }
    } catch {
      await daemon.writer.stop()
      throw error
    }
    if end == .stopped { await daemon.recordStop() }
    await daemon.writer.stop()
    return end
  }

  /// The service, as soon as nobody has the folder open any more: what the event loops and the pool of threads held of the one
  /// before they let go a moment after it has ended.
  private static func begun(in quarters: Quarters, _ crash: CrashWatch) async throws -> Daemon {
    let settings = try await quarters.settings(crashing: crash)
    for _ in 0..<1000 {
      do {
        return try Daemon(settings, logger: quarters.told.logger)
      } catch LogError.locked {
        try await Task.sleep(for: .milliseconds(10))
      }
    }
    throw Trouble("a service that has ended keeps its folder")
  }

  // MARK: Calls

  /// Carries a command to the service, and reads what came back.
  func send(_ command: any Command, _ options: CallOptions) async throws -> Reply {
    try await sent(command, options)
  }

  private func sent<C: Command>(_ command: C, _ options: CallOptions) async throws -> Reply {
    var write = Write<C>()
    write.command = command
    write.call = options
    return try await reply(to: "\(C.area.interface).\(C.method)", write.canonical)
  }

  /// Rows of one kind, in one call.
  func importRows(_ commands: [any Command], _ options: [CallOptions]) async throws -> [Reply] {
    guard let first = commands.first else { return [] }
    return try await imported(first, commands, options)
  }

  private func imported<C: Command>(
    _: C, _ commands: [any Command], _ options: [CallOptions]
  ) async throws -> [Reply] {
    guard let name = Imports.name(of: C.self) else { throw Trouble("\(C.self) is not imported") }
    var file = Import<C>()
    file.simulate = options.first?.simulate
    file.behalf = options.first?.behalf
    file.rows = zip(commands, options).compactMap { command, options in
      guard let command = command as? C, let id = options.id else { return nil }
      var row = ImportRow<C>()
      row.command = command
      row.id = id
      return row
    }
    do {
      let answer = try await client.call("\(C.area.interface).\(name)", canonical: file.canonical)
      return try ImportOutcome(canonical: answer.canonical()).rows.map { Reply($0) }
    } catch VarlinkError.remote(let name, let parameters) {
      let reply = Reply(error: name, parameters)
      return commands.map { _ in reply }
    }
  }

  private func reply(to method: String, _ parameters: [UInt8]) async throws -> Reply {
    do {
      let receipt = try Receipt(canonical: try await client.call(method, canonical: parameters).canonical())
      return .done(receipt.events.map(\.type.value), revision: receipt.revision)
    } catch VarlinkError.remote(let name, let parameters) {
      return Reply(error: name, parameters)
    }
  }

  /// - Returns: the answer in its pages, of which most have one.
  func ask<Q: Query>(
    _ query: Q, as actor: String?, at time: Instant? = nil, asOf: AsOf? = nil
  ) async throws -> Asked<Q.Answer> {
    var ask = Ask<Q>()
    ask.at = asOf
    ask.query = query
    if actor != nil || time != nil {
      ask.simulate = Simulation()
      ask.simulate?.actor = actor.map { PersonRef(given: $0) }
      ask.simulate?.at = time
    }
    do {
      let method = "\(Q.area.interface).\(Q.method)"
      guard Q.streams else {
        return .told([try Q.Answer(canonical: try await client.call(method, canonical: ask.canonical).canonical())])
      }
      var pages: [Q.Answer] = []
      for try await reply in try await client.stream(method, JSON(parsing: ask.canonical)) {
        pages.append(try Q.Answer(canonical: reply.canonical()))
      }
      return .told(pages)
    } catch VarlinkError.remote(let name, let parameters) {
      return .not(Reply(error: name, parameters))
    }
  }
}

/// The answer to a query, or why there is none.
enum Asked<Answer: Sendable>: Sendable {
  case told([Answer])
  case not(Reply)
}

/// What became of a call.
enum Reply: Sendable, Hashable, CustomStringConvertible {
  /// The types of its events.
  case done([String], revision: Int?)
  /// The rules, each once, the one that names the refusal first.
  case refused([String])
  case notFound, notPermitted, conflict, busy, readOnly
  /// Where.
  case invalid(String)
  case other(String)

  init(error name: String, _ parameters: JSON) {
    switch name.split(separator: ".").last.flatMap({ WireError(rawValue: String($0)) }) {
    case .refused: self = .refused(Reply.once((parameters["findings"]?.array ?? []).compactMap { $0["rule"]?.string }))
    case .notFound: self = .notFound
    case .notPermitted: self = .notPermitted
    case .conflict: self = .conflict
    case .busy: self = .busy
    case .readOnly: self = .readOnly
    case .invalidInput:
      self = .invalid((parameters["path"]?.array ?? []).compactMap(\.string).joined(separator: "."))
    case .misconfigured, .internalFailure, nil:
      self = .other("\(name) \(String(decoding: parameters.canonical(), as: UTF8.self))")
    }
  }

  init(_ row: RowOutcome) {
    switch row.kind {
    case .done: self = .done(Array(repeating: "", count: row.events), revision: nil)
    case .refused: self = .refused(Reply.once(row.findings.map(\.rule.value)))
    case .notFound: self = .notFound
    case .notPermitted: self = .notPermitted
    case .conflict: self = .conflict
    case .busy: self = .busy
    case .readOnly: self = .readOnly
    case .invalid: self = .invalid((row.fault?.path ?? []).map(\.value).joined(separator: "."))
    case .internalFailure: self = .other("internal failure")
    }
  }

  private static func once(_ rules: [String]) -> [String] {
    var seen: Set<String> = []
    return rules.filter { seen.insert($0).inserted }
  }

  var description: String {
    switch self {
    case .done(let types, _): "done \(types)"
    case .refused(let rules): "refused by \(rules.joined(separator: ", "))"
    case .invalid(let path): "invalid at \(path)"
    case .other(let what): what
    case .notFound: "not found"
    case .notPermitted: "not permitted"
    case .conflict: "conflict"
    case .busy: "busy"
    case .readOnly: "read-only"
    }
  }
}
