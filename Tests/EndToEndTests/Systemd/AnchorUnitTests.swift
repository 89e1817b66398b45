import Testing

/// The units that have the log witnessed: by the clock, and when a turning point asks for it.
struct AnchorUnitTests {
  private let service: Unit
  private let timer: Unit
  private let path: Unit

  init() throws {
    service = try Unit("talentd-anchor.service")
    timer = try Unit("talentd-anchor.timer")
    path = try Unit("talentd-anchor.path")
  }

  /// All units in a folder of their own, with this build's programs in the place of the installed ones.
  private func verified(_ service: String) throws -> ChildProcess.Finished {
    try withFolder { folder in
      let built = service.replacing(
        "ExecStart=/usr/bin/talent-anchor", with: "ExecStart=\(try Programs.talentAnchor())")
      try Files.write(Array(built.utf8), to: "\(folder)/talentd-anchor.service")
      try Files.write(Array(timer.text.utf8), to: "\(folder)/talentd-anchor.timer")
      try Files.write(Array(path.text.utf8), to: "\(folder)/talentd-anchor.path")
      for name in ["talentd.service", "talentd.socket"] {
        let text = try Unit(name).text.replacing(
          "ExecStart=/usr/bin/talentd", with: "ExecStart=\(try Programs.talentd())")
        try Files.write(Array(text.utf8), to: "\(folder)/\(name)")
      }
      return try ChildProcess.run(
        ["systemd-analyze", "verify"] + ["service", "timer", "path"].map { "\(folder)/talentd-anchor.\($0)" },
        environment: ["LC_ALL": "C.UTF-8"])
    }
  }

  @Test func `systemd finds nothing wrong with the units`() throws {
    let run = try verified(service.text)
    #expect(run.status == 0)
    #expect(run.error + run.output == "")
  }

  @Test(arguments: [("ProtectSystem=strict", "ProtectSystem=strikt"), ("Type=oneshot", "Type=once")])
  func `systemd finds a planted fault`(right: String, wrong: String) throws {
    try #require(service.text.contains(right))
    #expect(try verified(service.text.replacing(right, with: wrong)).error.contains("talentd-anchor.service"))
  }

  /// It has a network, which the service has not; and nothing else that the service has not.
  @Test(arguments: [
    ("NoNewPrivileges", "yes"), ("CapabilityBoundingSet", ""), ("AmbientCapabilities", ""), ("ProtectSystem", "strict"),
    ("ProtectHome", "yes"), ("PrivateTmp", "yes"), ("PrivateDevices", "yes"), ("ProtectProc", "invisible"),
    ("RestrictAddressFamilies", "AF_UNIX AF_INET AF_INET6"), ("MemoryDenyWriteExecute", "yes"),
    ("InaccessiblePaths", "-/var/lib/talentd -/var/lib/talentd-erased"), ("RestrictNamespaces", "yes"),
    ("LockPersonality", "yes"),
    ("Type", "oneshot"), ("User", "talent-anchor"), ("SupplementaryGroups", "talent"),
  ])
  func `the program that has a network is confined`(key: String, value: String) {
    #expect(service["Service.\(key)"] == value)
    #expect(service.all("Service.PrivateUsers").isEmpty && service.all("Service.PrivateNetwork").isEmpty)
  }

  @Test func `units, configuration and the service agree on accounts and places`() throws {
    let daemon = try Unit("talentd.service")
    let configuration = try Files.text("\(Manifest.folder)/Config/talentd.yaml")
    let folder = try #require(daemon["Service.RuntimeDirectory"])
    let bell = try #require(path["Path.PathModified"])
    #expect(bell == "/run/\(folder)/wanted")
    #expect(configuration.contains("bell: \(bell)\n"))
    #expect(configuration.contains("account: \(try #require(service["Service.User"]))\n"))
    #expect(service["Service.ExecStart"] == "/usr/bin/talent-anchor --config /etc/talentd/talentd.yaml")
    // By the clock at least as often as the status warns.
    #expect(timer["Timer.OnCalendar"] == "hourly")
    #expect(timer["Timer.Persistent"] == "yes")
    let makefile = try Files.text("\(Manifest.folder)/Makefile")
    for name in ["talentd-anchor.service", "talentd-anchor.timer", "talentd-anchor.path"] {
      #expect(makefile.contains("$(unitdir)/\(name)\n"), "\(name)")
    }
    #expect(makefile.contains("$(bindir)/talent-anchor\n"))
  }
}
