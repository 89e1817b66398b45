import Testing

/// Eleven attacks by whoever has root on the machine, made on the state folder. Each is found by `talentd verify` and named
/// with its position. Where the attacker makes all else fit, only what an auditor kept from earlier can tell: then it is the
/// first position for which that does not vouch.
@Suite(.serialized, .timeLimit(.minutes(10))) struct StateAttackTests {
  // MARK: By hand

  @Test(arguments: [
    ("byte", [123], 123, "the leaf's bytes do not have the stored hash"),
    ("gap", [123], 123, "a position is missing"),
    ("swap", [123, 125], 123, "the leaf's id is not its position"),
    ("swap", [123, 125], 125, "the leaf's id is not its position"),
    ("date", [123], 123, "the recorded time is before that of the previous leaf"),
  ])
  func `what is changed by hand is named at its very position`(
    action: String, numbers: [Int], position: Int, finding: String
  ) throws {
    try AttackedLog.shared.copied { daemon, _ in
      try tamper(daemon.state, action, numbers)
      let findings = try self.findings(daemon)
      #expect(findings.contains("position \(position): \(finding)"), "\(findings)")
      #expect(findings.positions.first == numbers[0], "\(findings)")
      #expect(try daemon.startInVain().status == 5)
    }
  }

  @Test func `a tail cut off and a leaf put at the end by hand are named where the log ended`() throws {
    try AttackedLog.shared.copied { daemon, original in
      try tamper(daemon.state, "tail", [20])
      #expect(try findings(daemon).contains("position \(original.size - 20): a position is missing"))
      #expect(try daemon.startInVain().error.contains("at position \(original.size - 20): a position is missing"))
    }
    try AttackedLog.shared.copied { daemon, original in
      try tamper(daemon.state, "insert", [20])
      let finding = "position \(original.size): the stored edge of the tree disagrees with the leaves"
      #expect(try findings(daemon).contains(finding))
      #expect(try daemon.startInVain().error.contains("at position \(original.size):"))
    }
  }

  // MARK: With everything recomputed

  /// An attack, and the first position that is otherwise after it.
  struct Forgery: CustomTestStringConvertible, Sendable {
    let words: [String]
    let first: @Sendable (AttackedLog.Original) -> Int

    init(_ words: String..., at first: @escaping @Sendable (AttackedLog.Original) -> Int) {
      self.words = words
      self.first = first
    }

    var testDescription: String { words.joined(separator: " ") }
  }

  private static let forgeries = [
    Forgery("edit", "123") { _ in 123 },
    Forgery("remove", "123") { _ in 123 },
    Forgery("insert", "123") { _ in 124 },
    Forgery("swap", "123", "125") { _ in 123 },
    Forgery("date", "LATER", "1") { $0.later },
    // The whole log anew, from its third event on.
    Forgery("edit", "2") { _ in 2 },
  ]

  @Test(arguments: forgeries, [false, true])
  func `a log made to fit is as good as any, until a checkpoint that was kept tells`(
    forgery: Forgery, withStolenKey: Bool
  ) throws {
    try AttackedLog.shared.copied { daemon, original in
      try forge(daemon, forgery.words, original, withStolenKey: withStolenKey)
      // Nothing in the folder contradicts anything else: whoever believes the operator believes this.
      #expect(try findings(daemon) == [])
      let first = original.unvouched(from: forgery.first(original))
      let findings = try findings(daemon, knowing: original)
      #expect(
        findings.contains(
          "position \(first): a checkpoint from elsewhere has another root: something was changed from here on"),
        "\(findings)")
      #expect(findings.positions.min() == first, "\(findings)")
      if withStolenKey {
        // The signatures are true, and the service serves it.
        try daemon.start()
        try daemon.stop()
      }
    }
  }

  @Test(arguments: [false, true])
  func `a tail cut off with everything made to fit is found where the log now ends`(withStolenKey: Bool) throws {
    try AttackedLog.shared.copied { daemon, original in
      try forge(daemon, ["cut", "20"], original, withStolenKey: withStolenKey)
      #expect(try findings(daemon) == [])
      #expect(try findings(daemon, knowing: original) == ["position \(original.size - 20): a position is missing"])
    }
  }

  @Test func `an old copy put back is found where it ends`() throws {
    let original = try AttackedLog.shared.original
    try withFolder { folder in
      try Files.copyState(original.older, to: "\(folder)/state")
      let daemon = Talentd(in: folder)
      #expect(original.olderSize < original.size)
      #expect(try findings(daemon) == [])
      #expect(try findings(daemon, knowing: original) == ["position \(original.olderSize): a position is missing"])
    }
  }

  @Test func `a log signed with another key is not the one whose key the auditor has`() throws {
    let original = try AttackedLog.shared.original
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .opened)
      try daemon.stop()
      let findings = try findings(daemon, knowing: original)
      #expect(findings.contains("the log: the log's key is none of those given"))
      // What was kept is signed by the key that the auditor has: so it counts, and this log has it not.
      #expect(findings.contains { $0.hasSuffix("has another root: something was changed from here on") }, "\(findings)")
    }
  }

  // MARK: Beside the tree

  @Test(arguments: [
    ("key", "a sealed field's key is gone, and no event says that it was destroyed"),
    ("key-told", "a sealed field is gone, and no event says that it was erased"),
  ])
  func `a key deleted without its event is named at the first field that it sealed`(
    action: String, finding: String
  ) throws {
    try AttackedLog.shared.copied { daemon, original in
      let position = original.sealed[original.sealed.count / 2]
      try attack("vault.py", [daemon.state, action, "\(position)"])
      let findings = try findings(daemon)
      #expect(findings.contains("position \(position): \(finding)"), "\(findings)")
      #expect(findings.allSatisfy { $0.hasSuffix(finding) }, "\(findings)")
    }
  }

  @Test(arguments: ["boxes", "reseal"])
  func `a disclosure swapped for another is named at its event, however it was sealed`(action: String) throws {
    try AttackedLog.shared.copied { daemon, original in
      let (one, other) = (original.sealed[4], original.sealed[9])
      try attack("vault.py", [daemon.state, action, "\(one)", "\(other)"])
      let findings = try findings(daemon)
      let finding = "a sealed field does not open under its key"
      #expect(findings.first == "position \(one): \(finding)", "\(findings)")
      #expect(findings.positions == (action == "boxes" ? [one, other] : [one]), "\(findings)")
    }
  }

  @Test(arguments: [0, 20, 200])
  func `a projection edited alone is named at the event whose row it is`(position: Int) throws {
    try AttackedLog.shared.copied { daemon, _ in
      #expect(try findings(daemon) == [])
      let views = try ViewFiles(state: daemon.state).current()
      let run = try PlainPython.run("views.py", ["alter", views, "\(position)"])
      try #require(run.status == 0, "\(run.error)")
      #expect(
        try findings(daemon).first == "position \(position): the audit trail shows something else than the log says")
    }
  }

  // MARK: Pieces

  private func forge(
    _ daemon: Talentd, _ words: [String], _ original: AttackedLog.Original, withStolenKey: Bool
  ) throws {
    let words = words.map { $0 == "LATER" ? "\(original.later)" : $0 }
    try attack("forge.py", [daemon.state] + (withStolenKey ? ["--stolen-key"] : []) + words)
  }

  private func tamper(_ state: String, _ action: String, _ numbers: [Int]) throws {
    let run = try PlainPython.run("tamper.py", [state, action] + numbers.map(String.init))
    guard run.status == 0 else { throw Trouble("tamper.py \(action): \(run.error)") }
  }

  /// What `talentd verify` finds; nothing where it ends with 0.
  /// - Parameter original: whose key and checkpoints the auditor has.
  private func findings(_ daemon: Talentd, knowing original: AttackedLog.Original? = nil) throws -> [String] {
    var words = [try Programs.talentd(), "verify", daemon.state]
    if let original {
      words += ["--log-key", original.key]
      for (size, note) in original.checkpoints {
        let file = "\(daemon.folder)/known-\(size)"
        try Files.write(Array(note.utf8), to: file)
        words += ["--known", file]
      }
    }
    let run = try ChildProcess.run(words)
    let lines = run.error.split(separator: "\n").map(String.init)
    #expect(run.status == (lines.isEmpty ? 0 : 5), "\(run.error)")
    return lines.filter { !$0.contains("findings: this log does not verify") }
  }
}

extension [String] {
  /// The positions that findings name, in their order.
  fileprivate var positions: [Int] {
    compactMap { line in
      guard line.hasPrefix("position ") else { return nil }
      return Int(line.dropFirst("position ".count).prefix { $0.isNumber })
    }
  }
}
