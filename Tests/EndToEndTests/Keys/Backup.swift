import EventLog
import Glibc
import TalentDomain

/// Copies of a stopped service's files, as an administrator keeps them, and what is done with them.
struct Backup {
  let folder: String

  init(of daemon: Talentd, named name: String) throws {
    folder = "\(daemon.folder)/\(name)"
    guard mkdir(folder, 0o700) == 0 else { throw Trouble("cannot make \(folder)") }
    for file in ["log.sqlite3", "keys.sqlite3", "master.key"] {
      try Files.copy("\(daemon.state)/\(file)", to: "\(folder)/\(file)", mode: 0o600)
    }
    try Files.copy("\(daemon.state)-erased/register", to: "\(folder)/register", mode: 0o600)
  }

  /// `talentd restore` of this log with these keys, or with those of another backup.
  func restore(
    _ daemon: Talentd, keys: Backup? = nil, _ more: [String] = [], masterKey: String? = nil, typed: String? = nil,
    crashAt point: String? = nil
  ) throws -> ChildProcess.Finished {
    try ChildProcess.run(
      [
        try Programs.talentd(), "restore", "--origin", daemon.settings.origin, "--state-folder", daemon.state, "--log",
        "\(folder)/log.sqlite3", "--keys", "\((keys ?? self).folder)/keys.sqlite3", "--master-key",
        typed == nil ? masterKey ?? "\(folder)/master.key" : "-",
      ] + (daemon.settings.simulates ? ["--simulate"] : []) + more,
      environment: point.map { ["TALENTD_CRASH_AT": $0] } ?? [:],
      input: typed.map { .bytes(Array($0.utf8)) } ?? .none)
  }
}

extension Talentd {
  /// What an erasure does to the files, without the decision that the service asks for: the service must be stopped.
  func destroyKeys(of subject: UInt64, _ retentions: [String]) throws {
    let log = try EventLog(
      opening: LogSettings(folder: state, origin: settings.origin, simulated: settings.simulates), create: false)
    try log.destroyKeys(subject: subject, retentions: retentions)
    try log.finishErasure()
    try log.close()
  }

  /// Whose fields are sealed in the log, each class with the positions that open and those that do not.
  func sealed() throws -> [UInt64: (open: Int, closed: Int)] {
    let log = try EventLog(
      opening: LogSettings(folder: state, origin: settings.origin, simulated: settings.simulates), create: false)
    var found: [UInt64: (open: Int, closed: Int)] = [:]
    for position in 0..<log.size {
      for field in try log.reader().opened(position: position) {
        let subject = field.subject ?? 0
        if field.value == nil {
          found[subject, default: (0, 0)].closed += 1
        } else {
          found[subject, default: (0, 0)].open += 1
        }
      }
    }
    try log.close()
    return found
  }

  /// The folder of the state is gone, as after a disk's end; the register is elsewhere and stays.
  func loseState() throws {
    Files.remove(state)
    guard !Files.exists(state) else { throw Trouble("\(state) is still there") }
  }
}
