import EventLog

/// What an administrator is told when the service cannot start or must stop: what is wrong, where, and what to do; with the
/// exit code.
enum Explanation {
  static func of(_ error: any Error) -> (sentence: String, code: Int32) {
    switch error {
    case let error as SettingsError: return (error.sentence, 78)
    case let error as LogError: return (sentence(error), code(error))
    default: return ("the service ended: \(type(of: error))", 70)
    }
  }

  private static func code(_ error: LogError) -> Int32 {
    switch error {
    case .corrupt: 5
    case .locked: 75
    case .storage, .system: 74
    default: 78
    }
  }

  private static func sentence(_ error: LogError) -> String {
    switch error {
    case .corrupt(let position, let flaw):
      """
      the log does not verify\(position.map { " at position \($0)" } ?? ""): \(flaw.rawValue). Nothing is served or \
      written. Keep this folder as it is, run `talentd verify` on it, and restore the latest backup that verifies.
      """
    case .noLog: "there is no log in the state folder"
    case .locked: "another talentd has this state folder open; stop it first"
    case .notALog: "log.sqlite3 in the state folder is not a log of talentd"
    case .newerFormat(let version):
      "the log has format \(version), which is newer than this talentd; install the version that wrote it, or a later one"
    case .originDiffers: "the log belongs to another origin; set `origin` to the one it was made with"
    case .simulationDiffers(let found):
      found
        ? "the log was made with --simulate and opens only so"
        : "the log is real and never opens with --simulate"
    case .settingRefused(let name): "the setting \(name) is not acceptable"
    case .masterKeyMissing: "master.key is missing from the state folder; put the key from the safe back"
    case .masterKeyTooOpen(let mode):
      "master.key has mode \(String(mode, radix: 8)), which others can read; run `chmod 600` on it"
    case .masterKeyMalformed: "master.key is not 32 bytes in base64; put the key from the safe back"
    case .masterKeyWrong: "master.key is not this log's key; put the right one back"
    case .storage(let code): "the database cannot be read or written (SQLite \(code)); check disk and permissions"
    case .system(let code): "the state folder cannot be used (errno \(code)); check disk and permissions"
    case .invalidDraft, .leafTooLarge, .outOfRange, .keyStillThere: "an event could not be made: a fault of the service"
    }
  }
}
