import Testing

/// What it does not understand, systemd ignores and tells: nothing may be told.
struct VerifyTests {
  @Test func `systemd finds nothing to say about any unit`() throws {
    let run = try UnitFolder.verified()
    #expect(run.status == 0)
    #expect(run.error + run.output == "")
  }

  @Test(arguments: [
    ("talentd.service", "ProtectSystem=strict", "ProtectSystem=strikt"),
    ("talentd.service", "NoNewPrivileges=", "NoNewPriviliges="),
    ("talentd.service", "--config /etc", "--config '/etc"),
    ("talentd.service", "Type=notify", "Type=notice"),
    ("talentd.service", "/talentd --config", "/talentd-of-old --config"),
    ("talentd.service", "WatchdogSec=30", "WatchdogSec=often"),
    ("talentd.service", "MemoryMax=2G", "MemoryMax=plenty"),
    ("talentd.socket", "SocketMode=0660", "SocketMode=rw"),
    ("talentd.socket", "RemoveOnStop=yes", "RemoveAtStop=yes"),
    ("talentd-backup.service", "Type=oneshot", "Type=once"),
    ("talentd-backup.timer", "OnCalendar=*-*-* 02:00:00", "OnCalendar=at night"),
    ("talentd-anchor.service", "ProtectSystem=strict", "ProtectSystem=strikt"),
    ("talentd-anchor.timer", "Persistent=yes", "Persistant=yes"),
    ("talentd-anchor.path", "PathModified=/run", "PathModified=run"),
    ("talentd@.service", "TasksMax=512", "TasksMax=many"),
    ("talentd-accounts@.service", "Type=oneshot", "Type=once"),
  ])
  func `systemd tells a planted fault`(name: String, right: String, wrong: String) throws {
    try #require(try Unit(name).text.contains(right))
    let run = try UnitFolder.verified(changing: name) { $0.replacing(right, with: wrong) }
    #expect(run.error.contains(name.replacing("@.", with: "@")) || run.error.contains(name), "\(run.error)")
  }
}
