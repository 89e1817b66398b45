import StrictJSON
import TalentDomain
import TalentInterface
import Testing

/// What must hold of a service that was killed under load and started again.
struct Survivors {
  let daemon: Talentd
  private let connection: Connection
  private let trail: [AuditEntry]
  /// How long the log was before anybody looked into it.
  private let sizeBefore: Int
  /// The events of each command, by its id.
  private let events: [String: [AuditEntry]]
  private(set) var unanswered = 0
  /// Commands that were durable although their clients never heard of it.
  private(set) var durableUnanswered = 0

  init(_ daemon: Talentd) throws {
    self.daemon = daemon
    connection = try daemon.connection()
    sizeBefore = try Client(connection).ask(ShowStatus()).size ?? -1
    trail = try Survivors.trail(connection)
    events = Dictionary(grouping: trail.filter { $0.command != nil }) { $0.command?.value ?? "" }
  }

  /// Positions are dense, and those of each command follow one another: no other command's event stands between.
  func checkOrder() throws {
    #expect(trail.map(\.position) == Array(0..<trail.count))
    #expect(trail.count >= sizeBefore)
    // An auditor's looking leaves traces, and nothing else came meanwhile.
    #expect(trail.dropFirst(sizeBefore).allSatisfy { $0.type.value == "\(AccessGiven.type)" })
    for (command, entries) in events {
      let first = entries[0].position
      #expect(entries.map(\.position) == Array(first..<first + entries.count), "command \(command) is torn")
    }
  }

  /// Every acknowledged command is there, and gets the same answer again, without anything being appended.
  func checkAcknowledged(_ commands: [SentCommand]) throws {
    let before = try size()
    for command in commands where command.isAcknowledged {
      let again = try SentCommand.exchange(command, over: connection)
      switch (command.answer, again) {
      case (.receipt(let answer), .receipt(let repeated)) where command.isImport:
        try compareRows(command, answer, repeated)
      case (.receipt(let answer), .receipt(let repeated)):
        #expect(answer == repeated, "\(command.method) \(command.ids[0].text) is answered otherwise")
        try compare(command.ids[0], try receipt(answer))
      case (.refused(let answer), .refused(let repeated)): #expect(answer == repeated)
      default: Issue.record("\(command.method) \(command.ids[0].text) was acknowledged and is gone")
      }
    }
    #expect(try size() == before, "a repetition appended something")
  }

  /// A command without an answer is there wholly, or not at all.
  mutating func checkUnanswered(_ commands: [SentCommand]) throws {
    for command in commands {
      guard case .none = command.answer else { continue }
      unanswered += 1
      let size = try size()
      let known = command.ids.filter { events[$0.text] != nil }.count
      if known > 0 { durableUnanswered += 1 }
      // An import's rows are one request, committed in one transaction.
      #expect(known == 0 || known == command.ids.count, "half of \(command.method) is there")
      let again = try SentCommand.exchange(command, over: connection)
      guard case .receipt(let answer) = again, known > 0 else { continue }
      #expect(try self.size() == size, "\(command.method) was done a second time")
      guard command.isImport else {
        try compare(command.ids[0], try receipt(answer))
        continue
      }
      try checkRows(command, try ImportOutcome(canonical: answer.canonical()))
    }
  }

  /// The views say what the log says, to the last bit.
  func checkViews() throws {
    var last = RebuildProgress()
    try connection.stream(
      "\(RebuildProjections.area.interface).\(RebuildProjections.method)",
      canonical: Ask<RebuildProjections>().canonical
    ) {
      last = try RebuildProgress(canonical: $0.canonical())
      return true
    }
    let size = try size()
    #expect(last.done == size)
    #expect(last.digest != nil && last.digest == last.before, "the views differ from their rebuild")
  }

  // MARK: Pieces

  /// A receipt was stored in the transaction of its events: it tells how many there must be.
  private func compare(_ id: CommandID, _ receipt: Receipt) throws {
    let found = events[id.text] ?? []
    #expect(receipt.events.map(\.type) == found.map(\.type), "command \(id.text) is not whole")
    #expect(
      receipt.events.allSatisfy { $0.position == nil } || receipt.events.compactMap(\.position) == found.map(\.position)
    )
  }

  private func compareRows(_ command: SentCommand, _ answer: JSON, _ repeated: JSON) throws {
    let (first, second) = (
      try ImportOutcome(canonical: answer.canonical()), try ImportOutcome(canonical: repeated.canonical())
    )
    #expect(second.rows.allSatisfy { $0.repeated })
    #expect(first.rows.map { $0.asFirstTold } == second.rows.map { $0.asFirstTold })
    try checkRows(command, first)
  }

  private func checkRows(_ command: SentCommand, _ outcome: ImportOutcome) throws {
    for (id, row) in zip(command.ids, outcome.rows) where row.kind == .done {
      #expect(events[id.text]?.count == row.events, "row \(id.text) is not whole")
    }
  }

  private func receipt(_ answer: JSON) throws -> Receipt { try Receipt(canonical: answer.canonical()) }

  private func size() throws -> Int { try Client(connection).ask(ShowStatus()).size ?? -1 }

  private static func trail(_ connection: Connection) throws -> [AuditEntry] {
    var ask = Ask<FollowLog>()
    ask.query.from = 0
    ask.simulate = Simulation()
    ask.simulate?.actor = PersonRef(given: Cast.auditor)
    var entries: [AuditEntry] = []
    try connection.stream("\(FollowLog.area.interface).\(FollowLog.method)", canonical: ask.canonical) {
      entries += try AuditTrail(canonical: $0.canonical()).entries
      return true
    }
    return entries
  }
}

extension RowOutcome {
  fileprivate var asFirstTold: RowOutcome {
    var row = self
    row.repeated = false
    return row
  }
}
