import Testing

/// Units, accounts, settings, `make install` and the command line say the same of every place.
struct PlaceTests {
  private let service: Unit
  private let configuration: String
  private let makefile: String

  init() throws {
    service = try Unit("talentd.service")
    configuration = try Files.text("\(Manifest.folder)/Config/talentd.yaml")
    makefile = try Files.text("\(Manifest.folder)/Makefile")
  }

  @Test func `the socket`() throws {
    let path = try #require(try Unit("talentd.socket")["Socket.ListenStream"])
    #expect(configuration.contains("path: \(path)\n"))
    #expect(try Files.text("\(Manifest.folder)/Sources/TalentCommands/Shell/Session.swift").contains("\"\(path)\""))
    #expect(service["Unit.Requires"] == "talentd.socket")
    #expect(
      try Unit("talentd-backup.service")["Service.ExecStart"] == "/usr/bin/talentctl admin backup make --socket \(path)"
    )
  }

  @Test func `the folders`() throws {
    let folders = try #require(service["Service.StateDirectory"]).split(separator: " ")
    #expect(configuration.contains("folder: /var/lib/\(folders[0])\n"))
    #expect(configuration.contains("file: /var/lib/\(folders[1])/register\n"))
    // What the units make is there before the first start, with the same owner and mode.
    let early = try Files.text("\(Unit.folder)/talentd.tmpfiles").split(separator: "\n").filter { $0.hasPrefix("d ") }
      .map { $0.split(separator: " ").joined(separator: " ") }
    for folder in folders { #expect(early.contains("d /var/lib/\(folder) 0700 talentd talentd -")) }
    #expect(service["Service.StateDirectoryMode"] == "0700")
    #expect(service["Service.User"] == "talentd" && service["Service.Group"] == "talentd")
  }

  @Test func `the bell and the account of the anchor`() throws {
    let anchor = try Unit("talentd-anchor.service")
    let bell = try #require(try Unit("talentd-anchor.path")["Path.PathModified"])
    #expect(bell == "/run/\(try #require(service["Service.RuntimeDirectory"]))/wanted")
    #expect(configuration.contains("bell: \(bell)\n"))
    #expect(configuration.contains("account: \(try #require(anchor["Service.User"]))\n"))
    #expect(anchor["Service.ExecStart"] == "/usr/bin/talent-anchor --config /etc/talentd/talentd.yaml")
  }

  /// By the clock at least as often as the status warns.
  @Test(arguments: [("talentd-anchor.timer", "hourly"), ("talentd-backup.timer", "*-*-* 02:00:00")])
  func `the timers`(name: String, calendar: String) throws {
    let timer = try Unit(name)
    #expect(timer["Timer.OnCalendar"] == calendar)
    #expect(timer["Timer.Persistent"] == "yes")
    #expect(timer["Timer.RandomizedDelaySec"] != nil)
  }

  @Test func `the accounts`() throws {
    try withFolder { folder in
      try Sysusers.run(try Files.text("\(Unit.folder)/talentd.sysusers"), in: folder)
      #expect(try Sysusers.users(in: folder) == ["talentd", "talent-anchor"])
      #expect(try Sysusers.groups(in: folder) == ["talent", "talent-anchor", "talentd"])
      // Whoever anchors may come to the door; what it may do there is the table's to say.
      #expect(try Sysusers.members(of: "talent", in: folder) == "talent-anchor")
      let own = try Files.text("\(folder)/etc/passwd").split(separator: "\n").first { $0.hasPrefix("talentd:") }
      #expect(own?.hasSuffix(":/var/lib/talentd:/usr/sbin/nologin") == true)
    }
  }

  @Test func `what is installed`() throws {
    for line in [
      "prefix ?= /usr\n", "sysconfdir ?= /etc\n",
      "$(PROGRAMS)/talentd $(PROGRAMS)/talentctl $(PROGRAMS)/talent-anchor $(bindir)\n",
      "$(sysconfdir)/talentd/talentd.yaml\n",
      "docdir = $(DESTDIR)$(prefix)/share/doc/talentd\n", "systemd/talentd.sysusers ", "systemd/talentd.tmpfiles ",
      "systemd/talentd.catalog ",
      "systemd/*.service ", "systemd/*.socket ", "systemd/*.timer ", "systemd/*.path ", "$(docdir)/administration.md\n",
    ] {
      #expect(makefile.contains(line), "\(line)")
    }
    #expect(service["Service.ExecStart"] == "/usr/bin/talentd --config /etc/talentd/talentd.yaml")
    for name in try UnitFolder.names() {
      let documentation = try Unit(name)["Unit.Documentation"]?.split(separator: " ") ?? []
      #expect(documentation.last == "file:/usr/share/doc/talentd/administration.md", "\(name)")
      #expect(documentation.first?.hasPrefix("man:talent") == true, "\(name)")
    }
  }
}
