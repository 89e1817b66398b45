import TalentDomain

/// A log of some hundred events, made once; each test changes a copy of its own.
final class TamperedLog: Sendable {
  static let shared = TamperedLog()
  static let people = 120

  private let made = Once<(state: String, size: Int)> {
    let folder = try LastingFolder.make()
    let daemon = Talentd(in: folder)
    defer { daemon.kill() }
    try daemon.start()
    _ = try World.built(on: daemon, to: .prepared)
    let administrator = try daemon.client()
    try administrator.importAll(
      (1...TamperedLog.people).map {
        RegisterPerson("t\($0)", centre: Cast.works, "Materielgården", "gartner", under: Cast.otherLeader)
      })
    try daemon.stop()
    return (daemon.state, try tamper(daemon.state, "settle"))
  }

  var size: Int { get throws { try made.value.size } }

  /// A copy of it in a folder of its own, for as long as `body` runs.
  func copied(_ body: (Talentd) throws -> Void) throws {
    try withFolder { folder in
      try Files.copyState(try made.value.state, to: "\(folder)/state")
      let daemon = Talentd(in: folder)
      defer { daemon.kill() }
      try body(daemon)
    }
  }
}

/// Runs `tamper.py`; gives the number of events that there were before.
@discardableResult
func tamper(_ state: String, _ action: String, _ numbers: Int...) throws -> Int {
  let run = try PlainPython.run("tamper.py", [state, action] + numbers.map(String.init))
  guard run.status == 0, let size = Int(run.output.dropLast()) else {
    throw Trouble("tamper.py \(action): \(run.error)")
  }
  return size
}
