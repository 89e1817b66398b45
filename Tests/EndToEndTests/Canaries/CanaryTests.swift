import StrictJSON
import TalentDomain
import TalentInterface
import Testing

/// Personal data leaves the service in the replies to those who may read it, and in no other way: it is in no file in clear,
/// in no line of the log, and in no error.
struct CanaryTests {
  @Test func `a whole selection leaves no personal data in the state folder or the service's log`() throws {
    try withCanaries { daemon, selection in
      #expect(try RefusedCommands.findings(in: selection.world).map(\.description) == [])

      // Those who may read it get it: the canaries are really there.
      let read = Set(try Canary.openedByAuditor(selection.world).map(\.needle.canary))
      #expect(read == Set(Canary.scanner.needles.map(\.canary)).subtracting(["unknown number"]))
    }
  }

  @Test func `calls that go wrong leave no personal data in errors, the state folder or the service's log`() throws {
    try withCanaries { daemon, _ in
      let connection = try daemon.connection()
      let time = at("2027-04-01 12:00:00")
      var errors: Set<String> = []
      for actor in [nil, Cast.hr, Cast.chief, Cast.assessors[0], Cast.board[0], Cast.leader, Canary.number] {
        var calls = WrongCalls(messenger: connection, actor: actor, time: time)
        calls.replacesValues = actor == nil || actor == Cast.hr
        let result = try calls.findings()
        #expect(result.findings.map(\.description) == [])
        errors.formUnion(result.errors)
      }
      #expect(errors.isSuperset(of: ["InvalidInput", "InvalidParameter", "NotFound", "NotPermitted"]), "\(errors)")
    }
  }

  @Test func `a stranger's calls about somebody are answered without personal data`() throws {
    try OSUser.requireRoot()
    try withCanaries { daemon, _ in
      let stranger = WrongCalls(messenger: try Relay(daemon.socket, .irc), time: nil)
      let result = try stranger.findings()
      #expect(result.findings.map(\.description) == [])
      #expect(result.errors.isSubset(of: ["NotPermitted", "InvalidParameter"]), "\(result.errors)")
    }
  }

  @Test func `malformed frames leave no personal data in the state folder or the service's log`() throws {
    try withCanaries { daemon, _ in
      for frame in WrongFrames.all {
        switch try RawSocket(daemon.socket).exchange(frame) {
        case .closed: continue
        case .timedOut: Issue.record("no answer to \(String(decoding: frame, as: UTF8.self))")
        case .frame(let json): #expect(Canary.scanner.findings(in: json.canonical(), of: "a reply").isEmpty, "\(json)")
        }
      }
      #expect(daemon.errors.contains("malformed"))
    }
  }

  @Test func `a command line that fails says no personal data, nor does the service`() throws {
    try withCanaries { daemon, _ in
      for language in ["en", "da"] {
        var talentctl = Talentctl(daemon)
        talentctl.language = language
        let result = try WrongInvocations(talentctl: talentctl, folder: daemon.folder).findings()
        #expect(result.findings.map(\.description) == [])
      }
    }
  }

  /// After the body, nothing may be found: not while the service runs, nor when it has stopped, was verified and has started
  /// again.
  private func withCanaries(_ body: (Talentd, CanarySelection) throws -> Void) throws {
    try withTalentd { daemon in
      try body(daemon, try CanarySelection.played(on: daemon))

      #expect(try Files.names(in: daemon.state).contains { $0.hasSuffix("-wal") })
      #expect(try Canary.scanner.findings(below: daemon.state).map(\.description) == [])
      // What stands in clear is found in the same files: the scanner reads what it should.
      #expect(try !Scanner(["centre": Cast.schools]).findings(below: daemon.state).isEmpty)
      try daemon.stop()
      #expect(try Canary.scanner.findings(below: daemon.state).map(\.description) == [])
      let verified = try daemon.verify()
      #expect(verified.status == 0)
      #expect(Canary.scanner.findings(in: verified.output + verified.error, of: "verify").map(\.description) == [])
      try daemon.start()
      _ = try daemon.client(as: Cast.hr, at: at("2027-04-03 09:00:00")).ask(ListPeople())
      #expect(try Canary.scanner.findings(below: daemon.state).map(\.description) == [])
      try daemon.stop()

      #expect(daemon.errors.contains("serving"))
      #expect(Canary.scanner.findings(in: daemon.errors, of: "standard error").map(\.description) == [])
      #expect(Canary.scanner.findings(in: daemon.output, of: "standard output").map(\.description) == [])
    }
  }
}

extension Canary {
  /// What an auditor finds who looks into every event there is.
  fileprivate static func openedByAuditor(_ world: World) throws -> [Scanner.Finding] {
    let auditor = try world.by(Cast.auditor, at: at("2027-04-03 09:00:00"))
    return try (0..<auditor.logSize()).flatMap { position in
      var query = ShowEvent()
      query.position = position
      return scanner.findings(in: try auditor.ask(query).canonical, of: "the event \(position)")
    }
  }
}
