import Glibc
import TalentDomain
import TalentInterface
import Testing

/// What the machine may take from the process: descriptors, memory, time.
@Suite("Faults of the process", .serialized, .timeLimit(.minutes(10)))
struct ProcessFaultTests {
  private func limit(_ daemon: Talentd, _ what: String) throws {
    guard let pid = daemon.pid else { throw Trouble("no service runs") }
    let run = try ChildProcess.run(["prlimit", "--pid", "\(pid)", what])
    guard run.status == 0 else { throw Trouble("prlimit \(what): \(run.error)") }
  }

  private func count(_ folder: String, _ daemon: Talentd) throws -> Int {
    guard let pid = daemon.pid else { throw Trouble("no service runs") }
    return try Files.names(in: "/proc/\(pid)/\(folder)").count
  }

  @Test func `without descriptors to spare the service lives, turns away who comes, and takes them again later`() throws
  {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .prepared)
      var records = Records(daemon)
      let connection = try daemon.connection()
      for _ in 0..<5 { #expect(try records.add(over: connection) == nil) }
      try limit(daemon, "--nofile=\(try count("fd", daemon) + 8):")
      // More than can be let in. Connecting succeeds as long as the kernel's queue has room; an answer is another matter.
      var crowd: [Connection] = []
      var answered = 0
      for _ in 0..<40 {
        guard let one = try? Connection(daemon.socket, timeoutMilliseconds: 300) else { continue }
        if (try? one.call("org.varlink.service.GetInfo", canonical: [])) != nil { answered += 1 }
        crowd.append(one)
      }
      #expect(answered > 0 && answered < 40, "\(answered) of 40 were answered")
      // Whoever was there before is served.
      for _ in 0..<5 { #expect(try records.add(over: connection) == nil) }
      crowd.removeAll()
      try until("somebody new is served", seconds: 30) { () -> Bool? in
        let one = try? Connection(daemon.socket, timeoutMilliseconds: 1000)
        return (try? one?.call("org.varlink.service.GetInfo", canonical: [])) == nil ? nil : true
      }
      for _ in 0..<5 { #expect(try records.add() == nil) }
      try records.expectKept()
    }
  }

  @Test func `at the limit of its memory the service refuses or ends, and starts again with all that it acknowledged`()
    throws
  {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .prepared)
      var records = Records(daemon)
      for round in 0..<3 {
        for _ in 0..<5 { #expect(try records.add() == nil) }
        try limit(daemon, "--as=\((try virtualSize(daemon) + 2048 * (1 + round)) << 10)")
        for _ in 0..<200 where daemon.pid != nil { _ = try? records.add() }
        if daemon.pid != nil { daemon.kill() }
        try daemon.start()
      }
      try records.expectKept()
    }
  }

  @Test func `a service that was stopped and continued answers what was asked of it meanwhile`() throws {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .prepared)
      var records = Records(daemon)
      for _ in 0..<5 { #expect(try records.add() == nil) }
      for _ in 0..<3 {
        guard let pid = daemon.pid else { throw Trouble("no service runs") }
        #expect(kill(pid, SIGSTOP) == 0)
        // A thread that was at work stops a moment later.
        try until("it answers nobody", seconds: 20) {
          let early = try Connection(daemon.socket, timeoutMilliseconds: 200)
          return (try? early.call("org.varlink.service.GetInfo", canonical: [])) == nil ? true : nil
        }
        #expect(kill(pid, SIGCONT) == 0)
        for _ in 0..<5 { #expect(try records.add() == nil) }
      }
      try records.expectKept()
    }
  }

  /// In kibibytes.
  private func virtualSize(_ daemon: Talentd) throws -> Int {
    guard let pid = daemon.pid else { throw Trouble("no service runs") }
    for line in try Files.text("/proc/\(pid)/status").split(separator: "\n") where line.hasPrefix("VmSize:") {
      if let number = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) }) {
        return number
      }
    }
    throw Trouble("the kernel does not say how large process \(pid) is")
  }
}
