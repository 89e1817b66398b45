import CPlatform
import Glibc
import TalentDomain

extension Daemon {
  /// For `admin doctor`: every check of `admin status`, told also where all is well, and what the file system shows.
  func examined(_ memory: Memory) -> ServiceExamined {
    let context = HealthContext(daemon: self, memory: memory, now: Instant(milliseconds: talent_realtime_ms()))
    var examined = ServiceExamined()
    examined.lines =
      HealthChecks.all.flatMap { $0.look(context) }.map { ExaminedLine($0) }
      + Examinations.lines(Examined(settings: settings, owner: geteuid()))
    return examined
  }
}
