import TalentDomain

/// What the page of metrics says of backups.
enum BackupMetrics {
  static func write(_ daemon: Daemon, to page: inout MetricsWriter) {
    let state = daemon.backups.now
    page.one(
      "talentd_backup_time_seconds", .gauge, "When the last backup that verified was begun, in seconds since 1970.",
      state.succeeded.map { Int($0.milliseconds / 1000) })
    page.one("talentd_backup_events", .gauge, "Events in that one.", state.size)
    page.one("talentd_backup_bytes", .gauge, "Size of that one, log and keys together.", state.bytes)
    page.one("talentd_backups", .gauge, "Backups that verified and lie in their folder.", state.count)
    page.one(
      "talentd_backup_duration_seconds", .gauge, "How long the last one took that was made since the start.",
      state.duration.map { Int($0.components.seconds) })
    page.one(
      "talentd_backup_failed", .gauge, "1 where the last try since the start failed.", state.fault == nil ? 0 : 1)
    page.one("talentd_backup_under_way", .gauge, "1 while one is made.", state.isUnderWay ? 1 : 0)
  }
}
