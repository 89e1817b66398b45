import CivilTime
import EventLog
import TalentDomain
import TalentInterface

// The log's own keys: what they are, and changing them.
extension Daemon {
  func rotate(_ query: RotateLogKey, _ question: Question, _ caller: Caller) async throws -> LogKeyList {
    let days = query.overlapDays ?? RotateLogKey.usualOverlap
    guard RotateLogKey.overlap.contains(days) else {
      throw Refusal.invalid(Fault(.outOfRange(RotateLogKey.overlap), at: ["query", "overlapDays"]))
    }
    let reply = try await writer.submit(
      .rotateKey(overlapDays: days, actor: caller.person, at: question.simulate?.at))
    guard case .rotated(let running) = reply, let running else { return LogKeyList(log.logKeys) }
    let day = zone.local(running).date
    throw Refusal.rule(
      Finding(
        .s2,
        Bilingual(
          da: "Nøglen er skiftet for nylig, og begge underskriver endnu.",
          en: "The key was changed lately, and both still sign."),
        remedy: Bilingual(
          da: "Skift igen efter \(day.text), når kun den nye underskriver.",
          en: "Change again after \(day.text), when only the new one signs.")))
  }
}

extension LogKeyList {
  init(_ logKeys: [LogKey]) {
    self.init()
    keys = logKeys.map { key in
      var line = LogKeyLine()
      line.key = Line(key.key)
      line.until = key.until.map { Instant(milliseconds: $0) }
      return line
    }
  }
}
