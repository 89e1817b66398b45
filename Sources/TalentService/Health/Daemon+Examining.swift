import CPlatform
import Glibc
import TalentDomain

extension Daemon {
  /// For `admin doctor`: every check of `admin status`, told also where all is well, and what the file system shows.
  func examined(_ memory: Memory, by caller: Caller) -> ServiceExamined {
    var context = HealthContext(daemon: self, memory: memory, now: Instant(milliseconds: talent_realtime_ms()))
    context.showsSizes = Impartiality.closesLog(to: caller.person, memory) == nil
    var examined = ServiceExamined()
    examined.lines =
      HealthChecks.all.flatMap { $0.look(context) }.map { ExaminedLine($0) }
      + Examinations.lines(Examined(settings: settings, owner: geteuid(), showsSizes: context.showsSizes))
    return examined
  }
}
