import Glibc
import StrictJSON
import TalentDomain
import TalentInterface
import Testing

/// Whatever a client sends, it gets a typed error or is hung up on; the service holds no more than 64 MiB above its start,
/// and serves the next client.
@Suite(.serialized, .timeLimit(.minutes(4))) struct HostileTests {
  private static let real: Talentd.Settings = {
    var settings = Talentd.Settings()
    settings.simulates = false
    return settings
  }()

  @Test func `whatever is malformed gets a typed error or a closed connection, and the next client is served`() throws {
    try attacked { daemon in
      let size = try daemon.client().ask(ShowStatus()).size
      for frame in HostileFrame.all {
        let outcome = try RawSocket(daemon.socket).exchange(frame.bytes)
        switch frame.fate {
        case .hungUp: #expect(outcome == .closed, "\(frame)")
        case .error(let name):
          #expect(outcome.error?.split(separator: ".").last.map(String.init) == name, "\(frame): \(outcome)")
        }
        try expectServed(daemon)
      }
      #expect(try daemon.client().ask(ShowStatus()).size == size, "hostile input was recorded")
    }
  }

  @Test func `a call that wants no answer writes nothing`() throws {
    try attacked { daemon in
      let size = try daemon.client().ask(ShowStatus()).size
      let socket = try RawSocket(daemon.socket)
      let command = #"{"call":{},"command":{"name":"Center for Intet"}}"#
      let call = #"{"method":"dk.talentd.organisation.RegisterCentre","oneway":true,"parameters":\#(command)}"#
      socket.send(Array(call.utf8) + [0])
      // Calls of one connection are carried out in order: once this one is answered, that one is over.
      #expect(try socket.exchange(Array(#"{"method":"org.varlink.service.GetInfo"}"#.utf8)).isAnswer)
      #expect(try daemon.client().ask(ShowStatus()).size == size)
      #expect(daemon.errors.contains("oneway"))
    }
  }

  @Test func `clients that ask and never read cost little, and hold up nobody`() throws {
    try attacked { daemon in
      let question = Array(
        #"{"method":"org.varlink.service.GetInterfaceDescription","parameters":{"interface":"dk.talentd.nomination"}}"#
          .utf8)
      let questions = Array(repeatElement(question + [0], count: 10_000).joined())
      var lazy: [RawSocket] = []
      for _ in 0..<100 {
        let socket = try RawSocket(daemon.socket, timeoutMilliseconds: 20)
        let sent = socket.send(questions)
        #expect(sent < questions.count, "the service went on reading")
        lazy.append(socket)
      }
      try expectServed(daemon)
      try withExtendedLifetime(lazy) { try expectServed(daemon) }
    }
  }

  @Test func `half a frame costs its own length, and is not waited for`() throws {
    try attacked { daemon in
      let half = Array(#"{"method":"org.varlink.service.GetInfo","parameters":{"x":""#.utf8)
      var halves: [RawSocket] = []
      for length in [0, 1, 1000, 500_000, 1_000_000] {
        let socket = try RawSocket(daemon.socket)
        socket.send(half + [UInt8](repeating: 0x78, count: length))
        halves.append(socket)
      }
      try expectServed(daemon)
      // The rest of one comes after all.
      #expect(try halves[2].exchange(Array("\"}}".utf8)).error == "org.varlink.service.InvalidParameter")
      halves.removeAll()
      try expectServed(daemon)
    }
  }

  /// Of one user no more than 128 are kept, and 512 in all; with small halves and with such as nearly reach the limit.
  @Test(arguments: [100, 1_000_000])
  func `five hundred connections with half a frame each are borne, and the next client is served`(_ size: Int) throws {
    try OSUser.requireRoot()
    try attacked { daemon in
      let users: [OSUser] = [.games, .man, .lp, .mail, .news]
      let crowd = try ChildProcess(
        PlainPython.command("crowd.py", [daemon.socket, "500", "\(size)"] + users.map { "\($0.uid)" }), input: .pipe)
      let said = try until("the crowd has arrived", seconds: 90) { () -> String? in
        guard crowd.ended() == nil else { throw Trouble("the crowd has gone: \(crowd.error)") }
        return crowd.output.hasSuffix("\n") ? crowd.output : nil
      }
      print("500 connections with \(size) bytes: \(said.dropLast())")
      if size < 1000 { #expect(said.hasPrefix("held 500 ")) }
      try expectServed(daemon)
      crowd.closeInput()
      #expect(try crowd.wait() == 0)
      try expectServed(daemon)
    }
  }

  @Test func `one user's connections are limited, and others are served meanwhile`() throws {
    try OSUser.requireRoot()
    try attacked { daemon in
      let crowd = try ChildProcess(
        PlainPython.command("crowd.py", [daemon.socket, "500", "10", "\(OSUser.games.uid)"]), input: .pipe)
      let said = try until("the crowd has arrived", seconds: 90) {
        crowd.output.hasSuffix("\n") ? crowd.output : nil
      }
      #expect(said.hasPrefix("held 128 "), "\(said)")
      try expectServed(daemon)
      crowd.closeInput()
      #expect(try crowd.wait() == 0)
    }
  }

  // MARK: Pieces

  /// A service in a real log, under attack: it lives through it, and within its memory.
  private func attacked(_ attack: (Talentd) throws -> Void) throws {
    try withTalentd(HostileTests.real) { daemon in
      let memory = try ResidentMemory(daemon)
      let pid = daemon.pid
      try attack(daemon)
      #expect(daemon.pid == pid, "the service has ended: \(daemon.errors)")
      let highest = try memory.highest
      print("memory: \(memory.start) KiB at the start, at most \(highest) KiB more")
      #expect(highest <= ResidentMemory.allowance)
      try daemon.stop()
    }
  }

  private func expectServed(_ daemon: Talentd) throws {
    let answer = try RawSocket(daemon.socket).exchange(Array(#"{"method":"org.varlink.service.GetInfo"}"#.utf8))
    #expect(answer.isAnswer, "\(answer)")
  }
}
