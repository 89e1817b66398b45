import TalentDomain
import TalentInterface
import Testing

/// The account of `talent-anchor` reaches two methods, and is nobody for every other.
struct AnchorAccountTests {
  @Test func `the account that anchors may take a checkpoint and bring what others signed, and nothing else`() throws {
    try OSUser.requireRoot()
    var settings = Talentd.Settings()
    settings.simulates = false
    settings.arguments = ["--anchor-account", OSUser.sys.name]
    try withTalentd(settings) { daemon in
      let relay = try Relay(daemon.socket, .sys)
      let permitted = try Methods.all.filter { method in
        do {
          _ = try relay.call(method.fullName, canonical: ShapeFiller(person: "110").parameters(of: method))
          return true
        } catch let error as ServiceError {
          return error.kind != .notPermitted
        }
      }
      #expect(permitted.map(\.name) == ["CheckpointForAnchoring", "KeepAnchor"])
    }
  }

  @Test func `another account runs talent-anchor in vain`() throws {
    try OSUser.requireRoot()
    var settings = Talentd.Settings()
    settings.simulates = false
    settings.arguments = ["--anchor-account", OSUser.sys.name]
    try withTalentd(settings, starting: false) { daemon in
      try daemon.witnessed(by: "quorum none\n")
      try daemon.start()
      #expect(try daemon.anchor(user: .sys).status == 0)
      let run = try daemon.anchor(user: .games)
      #expect(run.status == 77, "\(run.error)")
    }
  }

  @Test func `a policy that cannot be read stops the service and the program, with the line`() throws {
    try withTalentd(starting: false) { daemon in
      try daemon.witnessed(by: "# Vidner\nquorum somebody\n")
      let end = try daemon.startInVain()
      #expect(end.status == 78)
      #expect(end.error.contains("line 2"))
      let run = try daemon.anchor()
      #expect(run.status == 78)
      #expect(run.error.contains("line 2: somebody is not defined"), "\(run.error)")
    }
  }
}
