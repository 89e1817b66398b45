import EventLog
import TalentDomain
import Testing

@testable import TalentService

struct BackupHealthTests {
  private let now = Instant("2027-03-15T11:00:00.000Z") ?? .blank

  private func finding(hours: Int64?) -> HealthFinding? {
    let newest = hours.map { Instant(milliseconds: now.milliseconds - $0 * 3_600_000) }
    if case .amiss(let finding) = BackupHealth.verdict(newest, now: now, warnHours: 26) { return finding }
    return nil
  }

  @Test func `no backup, an old one and a very old one are found, each with what to do in both languages`() {
    #expect(finding(hours: 1) == nil && finding(hours: 25) == nil)
    #expect(finding(hours: nil)?.code == "backup-none")
    #expect(finding(hours: 26)?.code == "backup-old" && finding(hours: 26)?.grave == false)
    #expect(finding(hours: 200)?.grave == true)
    // One from the future says as little as an old one: the clock was set.
    #expect(finding(hours: -48)?.code == "backup-old")
    for finding in [finding(hours: nil), finding(hours: 30)].compactMap({ $0 }) {
      for remedy in [finding.remedyDa.value, finding.remedyEn.value] { #expect(remedy.contains("talentd-backup")) }
    }
  }

  @Test func `each way in which a backup fails has its own words and its own remedy`() {
    let places = BackupPlaces(logs: "/b/log", keys: "/b/keys")
    for (error, problem, remedy) in [
      (BackupError.place(path: "/b/keys", code: 13) as any Error, "errno 13", "install -d -m 700"),
      (BackupError.noRoom(path: "/b/log", needed: 3 << 20, free: 1 << 20), "takes 3 MB", "backup.keep-daily"),
      (LogError.storage(code: 13), "disk is full", "Make room"),
      (BackupError.stopped, "stopped before", "admin backup make"),
      (LogError.storage(code: 266), "SQLite 266", "admin backup make"),
    ] {
      let finding = BackupHealth.failed(BackupFault(error, places))
      #expect(finding.problemEn.value.contains(problem), "\(finding.problemEn.value)")
      #expect(finding.remedyEn.value.contains(remedy), "\(finding.remedyEn.value)")
      #expect(finding.problemDa.value != finding.problemEn.value)
    }
  }
}
