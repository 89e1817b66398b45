import EventLog
import StrictJSON
import TalentDomain

/// A log of some hundred events, an older copy of it, and what an auditor kept of it meanwhile. Each test changes a copy of
/// its own.
final class AttackedLog: Sendable {
  static let shared = AttackedLog()

  /// What is known of the log as it was, before anybody touched it.
  struct Original: Sendable {
    let state: String
    /// The whole folder, as it was some events earlier.
    let older: String
    let olderSize: Int
    let size: Int
    let key: String
    /// The checkpoints that the log signed, by their sizes.
    let checkpoints: [(size: Int, note: String)]
    /// A position that was recorded later than the one before it.
    let later: Int
    /// Positions with a sealed field.
    let sealed: [Int]

    /// The first position for which nobody outside vouches, where all from `position` on may be otherwise than it was.
    func unvouched(from position: Int) -> Int { checkpoints.map(\.size).filter { $0 <= position }.max() ?? 0 }
  }

  private let made = Once<Original> {
    let folder = try LastingFolder.make()
    let daemon = Talentd(in: folder)
    defer { daemon.kill() }
    try daemon.start()
    _ = try World.built(on: daemon, to: .prepared)
    try daemon.stop()
    let older = "\(folder)/older"
    let olderSize = try tamper(daemon.state, "settle")
    try Files.copyState(daemon.state, to: older)
    try daemon.start()
    try daemon.client().importAll(
      (1...TamperedLog.people).map {
        RegisterPerson("t\($0)", centre: Cast.works, "Materielgården", "gartner", under: Cast.otherLeader)
      })
    try daemon.stop()
    try tamper(daemon.state, "settle")
    return try Original(daemon, older: older, olderSize: olderSize)
  }

  var original: Original { get throws { try made.value } }

  /// A copy of it in a folder of its own, for as long as `body` runs.
  func copied(_ body: (Talentd, Original) throws -> Void) throws {
    let original = try original
    try withFolder { folder in
      try Files.copyState(original.state, to: "\(folder)/state")
      let daemon = Talentd(in: folder)
      defer { daemon.kill() }
      try body(daemon, original)
    }
  }
}

extension AttackedLog.Original {
  fileprivate init(_ daemon: Talentd, older: String, olderSize: Int) throws {
    let copy = "\(daemon.folder)/looked-at"
    try Files.copyState(daemon.state, to: copy)
    let log = try EventLog(
      opening: LogSettings(folder: copy, origin: daemon.settings.origin, simulated: true), create: false)
    let reader = log.reader()
    var (later, sealed, recorded): (Int?, [Int], String) = (nil, [], "")
    for position in 0..<log.size {
      let leaf = try JSON(parsing: try reader.leaf(at: position))
      if leaf["data"]?["_sd"] != nil { sealed.append(position) }
      guard let time = leaf["recordedtime"]?.string else { throw Trouble("a leaf without a time") }
      if position > 100, time != recorded { later = later ?? position }
      recorded = time
    }
    var checkpoints: [(size: Int, note: String)] = []
    while let next = try reader.checkpoint(atLeast: (checkpoints.last?.size ?? 0) + 1) {
      checkpoints.append((next.size, next.note))
    }
    self.init(
      state: daemon.state, older: older, olderSize: olderSize, size: log.size, key: log.verifierKey,
      checkpoints: checkpoints, later: try later.unwrapped(), sealed: sealed)
  }
}

/// Runs one of the attacker's scripts, with other people's ciphers.
@discardableResult
func attack(_ script: String, _ arguments: [String]) throws -> String {
  let run = try ChildProcess.run(
    [try PythonScript.executable(), "\(Programs.sources)/python/\(script)"] + arguments,
    environment: ["PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"])
  guard run.status == 0 else { throw Trouble("\(script) \(arguments): \(run.error)") }
  return run.output
}
