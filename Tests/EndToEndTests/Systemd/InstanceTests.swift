import Testing

/// Several municipalities on one machine: each a copy of the same units with accounts, folders and a socket of its own.
struct InstanceTests {
  /// What one municipality's unit says, once its name is taken out.
  private func unnamed(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasSuffix("=talentd-accounts@%i.service") }.joined(separator: "\n")
      .replacing("talentd-accounts@%i.service", with: "sysusers").replacing(" (%i)", with: "")
      .replacing("/etc/talentd/%i.yaml", with: "/etc/talentd/talentd.yaml")
      .replacing("-%i", with: "").replacing("@%i", with: "")
  }

  @Test(arguments: [
    "talentd.service", "talentd.socket", "talentd-backup.service", "talentd-backup.timer", "talentd-anchor.service",
    "talentd-anchor.timer", "talentd-anchor.path",
  ])
  func `a municipality's unit is the same unit with its name in it`(name: String) throws {
    let instance = try Unit(name.replacing(".", with: "@.")).text
    #expect(unnamed(instance) == (try Unit(name).text))
    // Nothing of it is the other's.
    let places = instance.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
      .replacing("/usr/share/doc/talentd/", with: "")
    for shared in [
      "/talentd ", "/talentd/", "=talentd ", "=talentd\n", "=talent\n", "=talent-anchor\n", "talentd.yaml",
    ] {
      #expect(
        !places.replacing("/usr/bin/talentd ", with: "").replacing("/etc/talentd/%i", with: "").contains(shared),
        "\(shared)")
    }
  }

  @Test func `each municipality has accounts of its own, made before its socket`() throws {
    let accounts = try Unit("talentd-accounts@.service").text
    let socket = try Unit("talentd@.socket")
    #expect(socket["Unit.Requires"] == "talentd-accounts@%i.service")
    #expect(socket["Unit.After"] == "talentd-accounts@%i.service")
    let lines = accounts.split(separator: "\n").filter { $0.hasPrefix("  '") }.map {
      String($0.drop { $0 == " " }.dropFirst().prefix { $0 != "'" }).replacing("%i", with: "odense")
    }
    try withFolder { folder in
      try Sysusers.run(lines.joined(separator: "\n"), in: folder)
      #expect(try Sysusers.users(in: folder) == ["talentd-odense", "talent-anchor-odense"])
      #expect(try Sysusers.groups(in: folder) == ["talent-odense", "talentd-odense", "talent-anchor-odense"])
      #expect(try Sysusers.members(of: "talent-odense", in: folder) == "talent-anchor-odense")
    }
    let service = try Unit("talentd@.service")
    #expect(service["Service.User"] == "talentd-%i" && service["Service.Group"] == "talentd-%i")
    #expect(socket["Socket.SocketGroup"] == "talent-%i")
    #expect(try Unit("talentd-anchor@.service")["Service.User"] == "talent-anchor-%i")
  }
}
