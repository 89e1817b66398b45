import Testing

/// What a service has no need of, it has no right to.
struct ConfinementTests {
  static let services = ["talentd.service", "talentd-backup.service", "talentd-anchor.service"]

  /// Of every service that is not root's.
  static let all = [
    ("NoNewPrivileges", "yes"), ("CapabilityBoundingSet", ""), ("AmbientCapabilities", ""), ("UMask", "0077"),
    ("ProtectSystem", "strict"), ("ProtectHome", "yes"), ("ProtectProc", "invisible"), ("ProcSubset", "pid"),
    ("PrivateTmp", "yes"), ("PrivateDevices", "yes"), ("PrivateMounts", "yes"), ("RemoveIPC", "yes"),
    ("ProtectClock", "yes"), ("ProtectControlGroups", "yes"), ("ProtectHostname", "yes"), ("ProtectKernelLogs", "yes"),
    ("ProtectKernelModules", "yes"), ("ProtectKernelTunables", "yes"), ("RestrictNamespaces", "yes"),
    ("RestrictRealtime", "yes"), ("RestrictSUIDSGID", "yes"), ("LockPersonality", "yes"),
    ("MemoryDenyWriteExecute", "yes"), ("SystemCallArchitectures", "native"), ("KeyringMode", "private"),
    // Keys and names go into no core.
    ("LimitCORE", "0"),
  ]

  static let own: [(String, String, String)] = [
    // Only Unix sockets, and nothing else to talk to.
    ("talentd.service", "PrivateNetwork", "yes"), ("talentd.service", "RestrictAddressFamilies", "AF_UNIX"),
    ("talentd.service", "IPAddressDeny", "any"), ("talentd.service", "MemorySwapMax", "0"),
    // Nothing to write to but its own folders, which nobody else reads.
    (
      "talentd.service", "StateDirectory",
      "talentd talentd-erased talentd-backup talentd-backup/log talentd-backup/keys"
    ),
    ("talentd.service", "StateDirectoryMode", "0700"),
    // The folder of the socket is the socket unit's.
    ("talentd.service", "RuntimeDirectory", "talentd-anchor"),
    // Ready when the log has been verified, alive while it answers and writes; and a log that does not verify, or a wrong
    // setting, is for people to mend.
    ("talentd.service", "Type", "notify"), ("talentd.service", "NotifyAccess", "main"),
    ("talentd.service", "WatchdogSec", "30"), ("talentd.service", "Restart", "on-failure"),
    ("talentd.service", "RestartPreventExitStatus", "5 78"),
    ("talentd-backup.service", "Type", "oneshot"), ("talentd-backup.service", "PrivateNetwork", "yes"),
    ("talentd-backup.service", "RestrictAddressFamilies", "AF_UNIX"),
    ("talentd-backup.service", "IPAddressDeny", "any"),
    // It has the service's account, and no more than the socket.
    (
      "talentd-backup.service", "InaccessiblePaths",
      "-/var/lib/talentd -/var/lib/talentd-erased -/var/lib/talentd-backup"
    ),
    // The one with a network has nothing else.
    ("talentd-anchor.service", "Type", "oneshot"), ("talentd-anchor.service", "User", "talent-anchor"),
    ("talentd-anchor.service", "RestrictAddressFamilies", "AF_UNIX AF_INET AF_INET6"),
    (
      "talentd-anchor.service", "InaccessiblePaths",
      "-/var/lib/talentd -/var/lib/talentd-erased -/var/lib/talentd-backup"
    ),
  ]

  @Test(arguments: services)
  func `every service is confined`(name: String) throws {
    let unit = try Unit(name)
    for (key, value) in ConfinementTests.all { #expect(unit["Service.\(key)"] == value, "\(key)") }
    #expect(unit.all("Service.SystemCallFilter") == ["@system-service", "~@privileged @resources"])
    // The kernel's word on who calls would be about other numbers.
    #expect(unit.all("Service.PrivateUsers").isEmpty && unit.all("Service.DynamicUser").isEmpty)
  }

  @Test(arguments: own)
  func `each service has what it lives by, and no more`(name: String, key: String, value: String) throws {
    #expect(try Unit(name)["Service.\(key)"] == value)
  }

  @Test func `nobody reaches the socket but root and the group talent`() throws {
    let socket = try Unit("talentd.socket")
    #expect(socket["Socket.SocketUser"] == "root")
    #expect(socket["Socket.SocketGroup"] == "talent")
    #expect(socket["Socket.SocketMode"] == "0660")
    #expect(socket["Socket.DirectoryMode"] == "0755")
  }

  @Test func `a wrong configuration is refused before the service is told to read it again`() throws {
    #expect(
      try Unit("talentd.service").all("Service.ExecReload") == [
        "/usr/bin/talentd check --config /etc/talentd/talentd.yaml", "/bin/kill -HUP $MAINPID",
      ])
  }
}
