import Glibc
import StrictJSON
import TalentDomain
import Testing

/// The machine's clock is set while the service runs: by libfaketime (Debian's package), between program and kernel.
struct ClockTests {
  /// Where dpkg says that it is.
  private func library() throws -> String {
    let listed = try ChildProcess.run(["dpkg", "-L", "libfaketime"])
    guard let path = listed.output.split(separator: "\n").first(where: { $0.contains("libfaketimeMT.so") }) else {
      throw Trouble("libfaketime is missing: apt-get install libfaketime")
    }
    return String(path)
  }

  @Test func `a clock that is set is on record, forward and back, and recorded time never goes back`() throws {
    try withFolder { folder in
      let clock = "\(folder)/clock"
      try Files.write(Array("+0\n".utf8), to: clock)
      var settings = Talentd.Settings()
      settings.simulates = false
      // With libfaketime a program of Swift sees no arguments: the same by the environment.
      settings.environment = [
        "LD_PRELOAD": try library(), "FAKETIME_TIMESTAMP_FILE": clock, "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1", "TALENTD_ORIGIN": settings.origin,
        "TALENTD_STATE_FOLDER": "\(folder)/state", "TALENTD_SOCKET_PATH": "\(folder)/socket",
      ]
      let daemon = Talentd(in: folder, settings)
      defer { daemon.kill() }
      try daemon.start()
      let administrator = try daemon.client()
      try administrator.send(RegisterCentre(name: "Et center"))
      for (number, shift) in ["+3600", "-60", "+0"].enumerated() {
        // In one step, so that nobody reads an empty file.
        try Files.write(Array("\(shift)\n".utf8), to: "\(clock).new")
        #expect(rename("\(clock).new", clock) == 0)
        try administrator.send(RegisterCentre(name: Line("Center \(number)")))
      }
      try daemon.stop()
      let leaves = try leaves(in: daemon.state)
      let steps = leaves.filter { $0["type"]?.string == "clock.stepped.v1" }
        .compactMap { $0["data"]?["facts"]?["milliseconds"]?.integer }
      #expect(steps.map { ($0 + ($0 < 0 ? -500 : 500)) / 1000 } == [3600, -3660, 60])
      let times = leaves.compactMap { $0["recordedtime"]?.string }
      #expect(times == times.sorted())
      #expect(try daemon.verify().status == 0)
    }
  }

  /// By somebody else's SQLite, in order.
  private func leaves(in state: String) throws -> [JSON] {
    let reading = """
      import sqlite3, sys
      for (leaf,) in sqlite3.connect(sys.argv[1]).execute("SELECT bytes FROM leaf ORDER BY position"):
          print(leaf.decode())
      """
    let run = try ChildProcess.run(["python3", "-I", "-c", reading, "\(state)/log.sqlite3"])
    return try run.output.split(separator: "\n").map { try JSON(parsing: Array($0.utf8)) }
  }
}
