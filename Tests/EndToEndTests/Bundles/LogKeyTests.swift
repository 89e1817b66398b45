import Evidence
import TalentDomain
import Testing

struct LogKeyTests {
  @Test func `a bundle that the new key signs is checked with the old one, and the change is on record`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .nominated, nominees: 3)
      let moment = world.dates.moments[.nominated]
      let ctl = Talentctl(daemon)
      let old = try world.by(Cast.auditor).ask(ShowCheckpoint()).key.value
      let rotated = try ctl.run(["admin", "log-key", "rotate", "--overlap-days", "1"], as: nil, at: moment)
      #expect(rotated.status == 0, "\(rotated.error)")
      #expect(try world.by(Cast.hr).trail(from: 0).contains { $0.type.value == "log-key.rotated.v1" })
      // Not again before the overlap has passed, and not by just anybody.
      let again = try ctl.run(["admin", "log-key", "rotate"], as: nil, at: moment)
      #expect(again.status == 1 && again.error.contains("both still sign"), "\(again.error)")
      #expect(try ctl.run(["admin", "log-key", "rotate"], as: Cast.hr, at: moment).status == 77)

      // Long after the overlap, and after a new start, the new key signs alone.
      try daemon.stop()
      try daemon.start()
      let folder = "\(daemon.folder)/bundle"
      let export = try ctl.run(["audit", "export", "2027", folder], as: Cast.auditor, at: at("2028-01-01 12:00:00"))
      #expect(export.status == 0, "\(export.output)\(export.error)")
      let keys = try ExportedFolder(path: folder).manifest().keys
      #expect(keys.count == 2 && keys[0] == old)
      for key in keys {
        let verify = try ctl.run("audit", "verify", folder, "--log-key", key)
        #expect(verify.status == 0, "\(verify.output)")
      }
      try daemon.stop()
      #expect(try daemon.verify().status == 0)
    }
  }
}
