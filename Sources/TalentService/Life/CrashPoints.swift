import EventLog
import Glibc

/// For crash tests only: `TALENTD_CRASH_MARKS=FILE` makes the writer leave a mark at each step of a commit, so that whoever
/// kills the service can tell between which steps it died. One byte a step, appended to the file.
enum CrashPoints {
  static func hook() -> (@Sendable (CrashPoint) -> Void)? {
    guard let path = getenv("TALENTD_CRASH_MARKS") else { return nil }
    let descriptor = open(String(cString: path), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    return { point in
      var mark = point.rawValue.utf8.first ?? 0
      _ = write(descriptor, &mark, 1)
    }
  }
}
