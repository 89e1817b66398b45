import Glibc
import TalentDomain
import Testing

/// The units, judged by systemd's own tools (Debian's package systemd).
struct SystemdTests {
  private let service: Unit
  private let socket: Unit

  init() throws {
    service = try Unit("talentd.service")
    socket = try Unit("talentd.socket")
  }

  // MARK: systemd's judgement

  /// Both units in a folder of their own, with this build's program in the place of the installed one.
  private func verified(_ service: String) throws -> ChildProcess.Finished {
    try withFolder { folder in
      let built = service.replacing("ExecStart=/usr/bin/talentd", with: "ExecStart=\(try Programs.talentd())")
      try Files.write(Array(built.utf8), to: "\(folder)/talentd.service")
      try Files.write(Array(socket.text.utf8), to: "\(folder)/talentd.socket")
      return try ChildProcess.run(
        ["systemd-analyze", "verify", "\(folder)/talentd.service", "\(folder)/talentd.socket"],
        environment: ["LC_ALL": "C.UTF-8"])
    }
  }

  @Test func `systemd finds nothing wrong with the units`() throws {
    let run = try verified(service.text)
    #expect(run.status == 0)
    // What it does not understand it ignores, and tells.
    #expect(run.error + run.output == "")
  }

  @Test(arguments: [
    ("ProtectSystem=strict", "ProtectSystem=strikt"), ("NoNewPrivileges=", "NoNewPriviliges="),
    ("--config /etc", "--config '/etc"), ("Type=notify", "Type=notice"),
    ("/usr/bin/talentd", "/usr/bin/talentd-of-old"),
  ])
  func `systemd finds a planted fault`(right: String, wrong: String) throws {
    try #require(service.text.contains(right))
    let run = try verified(service.text.replacing(right, with: wrong))
    #expect(run.error.contains("talentd.service"), "\(run.error)")
  }

  /// Fails where systemd counts more than the threshold, of 100.
  private func exposure(_ text: String, threshold: Int) throws -> ChildProcess.Finished {
    try withFolder { folder in
      try Files.write(Array(text.utf8), to: "\(folder)/talentd.service")
      return try ChildProcess.run(
        [
          "systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=\(threshold)",
          "\(folder)/talentd.service",
        ], environment: ["LC_ALL": "C.UTF-8"])
    }
  }

  @Test func `systemd counts the service among the least exposed`() throws {
    let run = try exposure(service.text, threshold: 10)
    #expect(run.status == 0, "\(run.output)")
    let weaker = service.text.split(separator: "\n").filter { !$0.hasPrefix("SystemCallFilter") }
    #expect(try exposure(weaker.joined(separator: "\n"), threshold: 10).status != 0)
  }

  @Test func `the service's user and the group of its socket are made`() throws {
    try withFolder { folder in
      #expect(mkdir("\(folder)/etc", 0o755) == 0)
      let run = try ChildProcess.run(["systemd-sysusers", "--root=\(folder)", "\(Unit.folder)/talentd.sysusers"])
      #expect(run.status == 0, "\(run.error)")
      let users = try Files.text("\(folder)/etc/passwd").split(separator: "\n").map { $0.split(separator: ":") }
      #expect(Set(users.compactMap(\.first)) == ["talentd", "talent-anchor"])
      let own = users.first { $0.first == "talentd" }
      #expect(own?.suffix(2) == ["/var/lib/talentd", "/usr/sbin/nologin"])
      let groups = try Files.text("\(folder)/etc/group").split(separator: "\n")
      #expect(Set(groups.compactMap { $0.split(separator: ":").first }) == ["talent", "talent-anchor", "talentd"])
      // Whoever anchors may come to the door; what it may do there is the table's to say.
      #expect(groups.contains { $0.hasPrefix("talent:") && $0.hasSuffix(":talent-anchor") })
      #expect(service["Service.User"] == "talentd")
      #expect(service["Service.Group"] == "talentd")
      #expect(socket["Socket.SocketGroup"] == "talent")
    }
  }

  // MARK: What the design asks

  /// What the service has no need of, it has no right to.
  @Test(arguments: [
    ("NoNewPrivileges", "yes"), ("CapabilityBoundingSet", ""), ("AmbientCapabilities", ""),
    // No network: only Unix sockets, and nothing else to talk to.
    ("PrivateNetwork", "yes"), ("RestrictAddressFamilies", "AF_UNIX"),
    // Nothing to write to but its own folder, which nobody else reads.
    ("ProtectSystem", "strict"), ("ProtectHome", "yes"), ("PrivateTmp", "yes"),
    ("StateDirectory", "talentd talentd-erased"),
    ("StateDirectoryMode", "0700"), ("UMask", "0077"), ("ProtectProc", "invisible"), ("RemoveIPC", "yes"),
    // Nothing of the machine.
    ("PrivateDevices", "yes"), ("ProtectClock", "yes"), ("ProtectControlGroups", "yes"), ("ProtectHostname", "yes"),
    ("ProtectKernelLogs", "yes"), ("ProtectKernelModules", "yes"), ("ProtectKernelTunables", "yes"),
    ("RestrictNamespaces", "yes"), ("RestrictRealtime", "yes"), ("RestrictSUIDSGID", "yes"), ("LockPersonality", "yes"),
    ("MemoryDenyWriteExecute", "yes"), ("SystemCallArchitectures", "native"),
    // Ready when the log has been verified; and a log that does not verify, or a wrong setting, is for people to mend.
    ("Type", "notify"), ("Restart", "on-failure"), ("RestartPreventExitStatus", "5 78"),
  ])
  func `the service is confined`(key: String, value: String) {
    #expect(service["Service.\(key)"] == value)
  }

  @Test func `system calls are those of a service, and none that govern the machine`() {
    #expect(service.all("Service.SystemCallFilter") == ["@system-service", "~@privileged @resources"])
  }

  /// The kernel's word on who calls would be about other numbers.
  @Test func `users keep their numbers`() {
    #expect(service.all("Service.PrivateUsers").isEmpty)
    #expect(service.all("Service.DynamicUser").isEmpty)
  }

  @Test func `nobody reaches the socket but root and the group talent`() {
    #expect(socket["Socket.SocketUser"] == "root")
    #expect(socket["Socket.SocketMode"] == "0660")
    #expect(socket["Socket.DirectoryMode"] == "0755")
  }

  @Test func `units, configuration, make install and the command line agree on places`() throws {
    let configuration = try Files.text("\(Manifest.folder)/Config/talentd.yaml")
    let makefile = try Files.text("\(Manifest.folder)/Makefile")
    let path = try #require(socket["Socket.ListenStream"])
    #expect(configuration.contains("path: \(path)\n"))
    #expect(try Files.text("\(Manifest.folder)/Sources/TalentCommands/Shell/Session.swift").contains("\"\(path)\""))
    let folders = try #require(service["Service.StateDirectory"]).split(separator: " ")
    #expect(configuration.contains("folder: /var/lib/\(folders[0])\n"))
    #expect(configuration.contains("file: /var/lib/\(folders[1])/register\n"))
    #expect(service["Service.ExecStart"] == "/usr/bin/talentd --config /etc/talentd/talentd.yaml")
    for line in [
      "prefix ?= /usr\n", "sysconfdir ?= /etc\n", "$(bindir)/talentd\n", "$(sysconfdir)/talentd/talentd.yaml\n",
      "docdir = $(DESTDIR)$(prefix)/share/doc/talentd\n",
    ] {
      #expect(makefile.contains(line), "\(line)")
    }
    #expect(service["Unit.Documentation"] == "file:/usr/share/doc/talentd/README.md")
    #expect(service["Unit.Requires"] == "talentd.socket")
  }

  // MARK: Under a service manager

  @Test func `a socket that a service manager holds is served, and readiness is told when the log is open`() throws {
    try withFolder { folder in
      let path = "\(folder)/handed-over"
      let manager = try Manager(at: "\(folder)/notify")
      let daemon = Talentd(in: folder)
      let process = try ChildProcess(
        ["systemd-socket-activate", "--listen=\(path)", "--setenv=NOTIFY_SOCKET=\(manager.path)"]
          + [try Programs.talentd()] + daemon.arguments)
      try until("the socket is there", seconds: 30) { Files.exists(path) ? true : nil }
      // It is started by the first who calls, and answers that one too.
      #expect(try Client(Connection(path)).ask(WhoAmI()).capacities == ["administrator"])
      #expect(!Files.exists(daemon.socket), "its own socket is not made")
      #expect(try manager.next().contains("READY=1"))
      process.send(SIGTERM)
      #expect(try manager.next().contains("STOPPING=1"))
      #expect(try process.wait() == 0)
      #expect(Files.exists(path), "the manager's socket stays")
    }
  }
}
