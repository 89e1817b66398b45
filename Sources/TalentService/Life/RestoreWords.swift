import EventLog
import TalentDomain

/// What `talentd restore` says when it does not, with the exit code.
enum RestoreWords {
  static func of(_ error: RestoreError) -> (sentence: String, code: Int32) {
    switch error {
    case .notEmpty(let path):
      (
        """
        \(path) is not empty. If what is in it is ended, damaged or outdated, --replace moves it aside, whole; keep it until the \
        restored log runs
        """, 78
      )
    case .notPlaced(let path, let code):
      ("the restored folder cannot be put in the place of \(path) (errno \(code)); check its disk and permissions", 74)
    case .unreadable(let path): ("\(path) is not there, is empty, or cannot be read", 66)
    case .registerThere(let path):
      ("the register of erased keys, \(path), is there and whole: it is not lost, and nothing was changed", 78)
    case .noBackup(let passed):
      (
        """
        no backup was found from which everything could be put back\(passed.isEmpty ? "" : ": ")\
        \(passed.map { of($0) }.joined(separator: "; ")). Name the folders that hold them, --from for each, or the files with --log \
        and --keys. Nothing was restored
        """, 66
      )
    case .behindAnchor(let path, let anchored, let size, let recorded):
      (
        """
        others have signed that the log had \(anchored) events (\(path)), and this backup has \(size)\
        \(recorded.map { ", the last recorded \(Instant(milliseconds: $0).text)" } ?? ""): at least \(anchored - size) events since \
        then would be lost. Look for a newer backup. If there is none, --behind-anchor puts this one back. Nothing was restored
        """, 78
      )
    case .anchorDiffers(let path, let size):
      (
        """
        others have signed another history of the first \(size) events than this backup holds (\(path)): it is not that log, or it \
        was changed. Take another backup, and tell the auditors. Nothing was restored
        """, 5
      )
    case .anchorMalformed(let path):
      ("\(path) is no checkpoint, which is a signed note of a log's size and root. Nothing was restored", 65)
    case .anchorOfAnother(let path, let found):
      ("the checkpoint in \(path) is of the log \(found), and not of this one. Nothing was restored", 78)
    }
  }

  static func of(_ passed: BackupChoice.Passed) -> String {
    switch passed.reason {
    case .unreadable: "\(passed.path): backup.json is missing, unreadable, or of another file"
    case .otherLog(let origin): "\(passed.path): of the log \(origin)"
    case .failed: "\(passed.path): it did not verify when it was made"
    case .changed: "\(passed.path): the file is not the one that was verified (its SHA-256 differs)"
    case .keysOlder: "\(passed.path): there are no keys as new as it"
    }
  }
}
