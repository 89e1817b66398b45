import EventLog
import TalentDomain

/// Whether there is a backup that verified, and a recent one; and whether there is room for the next.
enum BackupHealth: HealthCheck {
  static let audience = HealthAudience.administrators

  static func look(_ context: HealthContext) -> [HealthVerdict] {
    let daemon = context.daemon
    let settings = daemon.settings.backup
    var verdicts: [HealthVerdict] = []
    if let fault = daemon.backups.now.fault { verdicts.append(.amiss(failed(fault))) }
    // What is played needs no backups; one that was made there may fail all the same.
    guard !daemon.settings.simulate else { return verdicts }
    let newest = daemon.backups.kept.first { $0.isWhole && $0.log?.verification.isGood == true }
    verdicts.append(
      verdict(newest.map { Instant(milliseconds: $0.name.time) }, now: context.now, warnHours: settings.warnHours))
    if let lacking = BackupRoom.lacking(daemon.log) {
      verdicts.append(.amiss(noRoom(lacking.path, needed: lacking.needed, free: lacking.free)))
    }
    return verdicts
  }

  static func verdict(_ newest: Instant?, now: Instant, warnHours: Int) -> HealthVerdict {
    guard let newest else { return .amiss(none) }
    let hours = abs(now.milliseconds - newest.milliseconds) / 3_600_000
    guard hours >= warnHours else {
      return .well(
        "backup",
        Bilingual(
          da: "Den sidste sikkerhedskopi er efterprøvet og højst \(warnHours) timer gammel.",
          en: "The last backup verified and is at most \(warnHours) hours old."))
    }
    return .amiss(
      HealthFinding(
        "backup-old", grave: hours >= 7 * 24,
        Bilingual(
          da: "Den sidste sikkerhedskopi, der holder, er \(hours) timer gammel.",
          en: "The last backup that verified is \(hours) hours old."),
        remedy: remedy))
  }

  private static let none = HealthFinding(
    "backup-none",
    Bilingual(da: "Der er ingen sikkerhedskopi.", en: "There is no backup."),
    remedy: Bilingual(
      da: "Tag den første med: talentctl admin backup make. Lad den tage hver nat: systemctl enable --now "
        + "talentd-backup.timer.",
      en: "Make the first: talentctl admin backup make. Have it made each night: systemctl enable --now "
        + "talentd-backup.timer."))

  private static let remedy = Bilingual(
    da: "Se efter med: journalctl -u talentd-backup. Prøv igen med: systemctl start talentd-backup.",
    en: "Look with: journalctl -u talentd-backup. Try again with: systemctl start talentd-backup.")

  static func failed(_ fault: BackupFault) -> HealthFinding {
    HealthFinding(
      "backup-failed", grave: fault.kind == .unverified,
      Bilingual(
        da: "Den sidste sikkerhedskopi mislykkedes (\(fault.path)). \(fault.problem.da)",
        en: "The last backup failed (\(fault.path)). \(fault.problem.en)"),
      remedy: fault.remedy)
  }

  private static func noRoom(_ path: String, needed: Int, free: Int) -> HealthFinding {
    HealthFinding(
      "backup-no-room",
      Bilingual(
        da: "Disken med \(path) har \(free >> 20) MB fri, og den næste sikkerhedskopi kræver \(needed >> 20) MB.",
        en: "The disk of \(path) has \(free >> 20) MB free, and the next backup takes \(needed >> 20) MB."),
      remedy: room)
  }

  fileprivate static let room = Bilingual(
    da: "Gør plads, vælg en større disk (backup.log-folder, backup.keys-folder), eller gem færre (backup.keep-daily).",
    en: "Make room, choose a larger disk (backup.log-folder, backup.keys-folder), or keep fewer (backup.keep-daily).")
}

extension BackupFault {
  fileprivate var remedy: Bilingual {
    switch kind {
    case .room, .full: BackupHealth.room
    case .place:
      Bilingual(
        da: "Lav mappen: install -d -m 700 -o talentd -g talentd \(path). Prøv igen: talentctl admin backup make.",
        en: "Make the folder: install -d -m 700 -o talentd -g talentd \(path). Try again: talentctl admin backup make.")
    case .unverified:
      Bilingual(
        da:
          "Efterprøv selve loggen, når tjenesten er standset: talentd verify. Holder den, er disken med kopierne syg.",
        en: "Stop the service and verify the log itself: talentd verify. If it is whole, the disk of the copies is ill."
      )
    case .stopped, .other:
      Bilingual(
        da: "Prøv igen: talentctl admin backup make.", en: "Try again: talentctl admin backup make.")
    }
  }
}
