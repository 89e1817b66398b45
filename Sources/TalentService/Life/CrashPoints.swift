import EventLog
import Glibc

/// For crash tests only.
///
/// `TALENTD_CRASH_AT=NAME` makes the process kill itself (SIGKILL) where it first passes that point. `TALENTD_CRASH_MARKS=FILE`
/// makes the writer leave a mark at each step of a commit, so that whoever kills the service can tell between which steps it
/// died: one byte a step, appended to the file.
enum CrashPoints {
  static func hook() -> (@Sendable (CrashPoint) -> Void)? {
    let end = getenv("TALENTD_CRASH_AT").flatMap { CrashPoint(rawValue: String(cString: $0)) }
    let marks = getenv("TALENTD_CRASH_MARKS").map {
      open(String(cString: $0), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    }
    guard end != nil || marks != nil else { return nil }
    return { point in
      if point == end { kill(getpid(), SIGKILL) }
      guard let marks, CrashPoint.ofCommit.contains(point) else { return }
      var mark = point.rawValue.utf8.first ?? 0
      _ = write(marks, &mark, 1)
    }
  }
}
