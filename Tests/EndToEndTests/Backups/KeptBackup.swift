import EventLog
import TalentDomain

/// What lies in the folders of a service's backups.
extension Talentd {
  var backups: String { "\(state)-backup" }

  /// Such as `20270301T020000Z-1234`, the newest first; with what is set apart or half done.
  func backupNames(_ part: String = "log") throws -> [String] {
    let folder = "\(backups)/\(part)"
    return Files.exists(folder) ? try Files.names(in: folder).sorted(by: >) : []
  }

  @discardableResult
  func makeBackup() throws -> BackupLine {
    guard let backup = try client().ask(MakeBackup()).backup else { throw Trouble("no backup was told of") }
    return backup
  }

  /// `talentd restore`, from the newest backup in its own folders unless others are named.
  func restoreNewest(
    _ more: [String] = [], from folders: [String]? = nil, masterKey: String, crashAt point: String? = nil
  ) throws -> ChildProcess.Finished {
    try ChildProcess.run(
      [
        try Programs.talentd(), "restore", "--origin", settings.origin, "--state-folder", state, "--master-key",
        masterKey,
      ]
        + (folders ?? [backups]).flatMap { ["--from", $0] } + (settings.simulates ? ["--simulate"] : []) + more,
      environment: point.map { ["TALENTD_CRASH_AT": $0] } ?? [:])
  }

  /// A copy of the master key, outside the state folder.
  func safeKey() throws -> String {
    let path = "\(folder)/safe.key"
    try Files.copy("\(state)/master.key", to: path, mode: 0o600)
    return path
  }

  func finding(_ code: Code) throws -> HealthFinding? {
    try client().ask(ShowStatus()).health.first { $0.code == code }
  }
}

extension ShowEvent {
  init(position: Int) {
    self.init()
    self.position = position
  }
}
