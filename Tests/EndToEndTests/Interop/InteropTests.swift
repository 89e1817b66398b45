import StrictJSON
import TalentDomain
import TalentInterface
import Testing

/// The service beside other people's tools, none of which was made for it.
@Suite(.serialized) struct InteropTests {
  @Test func `others find the same roots, proofs and tiles in the log of a whole selection, and every event valid`()
    throws
  {
    let seed: UInt64 = 20270426
    print("seed \(seed)")
    try withTalentd { daemon in
      _ = try WholeSelection.played(on: daemon)
      try daemon.stop()
      let claims = try LogClaims.made(in: daemon.state, origin: daemon.settings.origin, seed: seed)
      let file = "\(daemon.folder)/claims.json"
      try Files.write(claims.canonical(), to: file)
      let run = try PythonScript.run(
        "log.py", ["\(daemon.state)/log.sqlite3", file, Programs.eventsSchema], seconds: 300)
      #expect(run.status == 0, "\(run.output)\(run.error)")
      print(run.output)
      // Enough for two levels of tiles, and most types of events there are.
      let counts = run.output.split(separator: " ").compactMap { Int($0) }
      try #require(counts.count > 2)
      #expect(counts[0] > 512 && counts[1] >= 30 && counts[2] > 200)
    }
  }

  @Test func `the service's own proofs of an event are those that others make`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .prepared)
      let auditor = try world.by(Cast.auditor)
      var claims: [JSON] = []
      for position in [0, 1, 7, 40] {
        var query = ShowEvent()
        query.position = position
        let shown = try auditor.ask(query)
        claims.append(
          object([
            ("position", .integer(Int64(position))), ("size", .integer(Int64(shown.treeSize))),
            ("hash", .string(shown.hash.text)), ("leaf", .string(shown.leaf.value)),
            ("proof", .array(shown.proof.map { .string($0.text) })),
          ]))
      }
      let shown = try auditor.ask(ShowCheckpoint())
      try daemon.stop()
      let file = "\(daemon.folder)/events.json"
      try Files.write(
        object([
          ("events", .array(claims)), ("checkpoint", .string(shown.note.value)), ("vkey", .string(shown.key.value)),
        ]).canonical(), to: file)
      let run = try PythonScript.run("events.py", ["\(daemon.state)/log.sqlite3", file])
      #expect(run.status == 0, "\(run.output)\(run.error)")
    }
  }

  @Test func `PyPI's varlink lists, introspects and calls the service`() throws {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .opened)
      let run = try PythonScript.run("service.py", [daemon.socket])
      #expect(run.status == 0, "\(run.output)\(run.error)")
      let lines = run.output.split(separator: "\n").map(String.init)
      #expect(lines.first == "interfaces " + Area.allCases.map(\.interface).sorted().joined(separator: " "))
      #expect(lines.contains("methods \(Methods.all.count)"))
      #expect(lines.contains("cohorts 2027"))
      #expect(lines.contains("error dk.talentd.cohort.NotFound"))
      #expect(lines.contains("error dk.talentd.record.InvalidInput query effective"), "\(lines)")
    }
  }

  @Test func `PyPI's varlink command line finds its way by introspection alone`() throws {
    try withTalentd { daemon in
      let python = try PythonScript.executable()
      func varlink(_ words: String...) throws -> ChildProcess.Finished {
        try ChildProcess.run([python, "-m", "varlink.cli"] + words)
      }
      let info = try varlink("info", "unix:\(daemon.socket)")
      #expect(info.status == 0, "\(info.error)")
      for area in Area.allCases { #expect(info.output.contains(area.interface)) }
      for (area, text) in InterfaceText.all {
        let help = try varlink("help", "unix:\(daemon.socket)/\(area.interface)")
        #expect(help.status == 0, "\(help.error)")
        #expect(help.output.trimmedAtEnd == text.trimmedAtEnd)
      }
      let call = try varlink("call", "unix:\(daemon.socket)/dk.talentd.record.ListRules", "{\"query\": {}}")
      #expect(call.status == 0, "\(call.output)\(call.error)")
      #expect(call.output.contains("Der er plads til"))
    }
  }
}

extension String {
  /// Without line breaks at its end.
  fileprivate var trimmedAtEnd: Substring {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
