import Evidence
import Glibc
import StrictJSON
import TalentDomain
import Testing
import Transparency

struct ExportTests {
  @Test func `an auditor takes a bundle away, which holds without the service and by the key from the minutes`() throws
  {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .seated)
      let key = try world.by(Cast.auditor).ask(ShowCheckpoint()).key.value
      let size = try world.by(Cast.hr).logSize()
      let folder = "\(daemon.folder)/bundle"
      let export = try Talentctl(daemon).run(
        ["audit", "export", "2027", folder], as: Cast.auditor, at: world.dates.moments[.seated])
      #expect(export.status == 0, "\(export.output)\(export.error)")
      // What was handed out, and whose data was opened, is on record.
      let trail = try world.by(Cast.hr).trail(from: size).map(\.summary)
      #expect(trail.prefix(1) == ["record bundle.exported.v1"])
      #expect(trail.contains("record access.given.v1"))
      try daemon.stop()

      let verify = try Talentctl(daemon).run("audit", "verify", folder, "--log-key", key)
      #expect(verify.status == 0, "\(verify.output)\(verify.error)")
      #expect(verify.output.contains("The bundle holds"))
      #expect(!verify.output.contains("taken from the bundle itself"))
      let json = try JSON(
        parsing: Array(try Talentctl(daemon).run("audit", "verify", folder, "--output", "json").output.utf8))
      #expect(json["intact"]?.bool == true && json["keyGiven"]?.bool == false)
      #expect(json["findings"]?.array?.count == 0)

      let bundle = ExportedFolder(path: folder)
      #expect(try bundle.manifest().streams.map(\.name) == ["cohort/2027", "organisation", "record"])
      // Names of those who had to do with the cohort, and of nobody else: the works have nominated nobody.
      let names = try bundle.disclosed().filter { $0.name == "person-name" }
        .map { String(decoding: $0.value, as: UTF8.self) }
      #expect(names.contains { $0.contains("\"\(Cast.employees[0])\"") }, "\(names.count)")
      #expect(!names.contains { $0.contains("\"\(Cast.otherEmployees[0])\"") })
      // Nobody else on the machine reads it.
      #expect(try Files.mode(of: folder) == 0o700)
      #expect(try Files.mode(of: "\(folder)/\(BundlePath.sealed)") == 0o600)
    }
  }

  @Test func `a person's part holds what is about that person, and before the letter nothing of the outcome`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .approved, nominees: 4, seats: 2)
      let number = world.nominees[0]
      let before = try part(of: number, world, daemon)
      let nomination: Set = [
        "person.registered.v1", "employment.recorded.v1",
        "talent-conversation.held.v1", "interest.confirmed.v1", "nomination.submitted.v1", "nomination.received.v1",
      ]
      #expect(try before.types == nomination)
      try world.by(Cast.hr).send(OfferSeat(to: number))
      let after = try part(of: number, world, daemon)
      #expect(
        try after.types == nomination.union(["eligibility.confirmed.v1", "assessment.scored.v1", "seat.offered.v1"]))
      let alias = try after.manifest().person
      let ofCohort = try after.leaves().filter { $0["data"]?["stream"]?.string == "cohort/2027" }
      #expect(ofCohort.allSatisfy { $0["subject"]?.string == alias })
      let names = try after.disclosed().filter { $0.name == "person-name" }
      #expect(try names.map { try JSON(parsing: $0.value)["number"]?.string } == [number])
      // The only link is the own one.
      let links = try after.disclosed().filter { $0.name == "person-link" }
      #expect(try links.map { try JSON(parsing: $0.value)["alias"]?.string } == [alias])
      let other = try part(of: world.nominees[3], world, daemon)
      #expect(try other.types == nomination)
    }
  }

  @Test func `with the whole log every leaf is there`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .nominated, nominees: 3)
      let folder = "\(daemon.folder)/whole"
      let run = try Talentctl(daemon).run(
        ["audit", "export", "2027", folder, "--whole-log", "--output", "json"], as: Cast.auditor,
        at: world.dates.moments[.nominated])
      #expect(run.status == 0, "\(run.error)")
      let bundle = ExportedFolder(path: folder)
      let size = try bundle.manifest().size
      let entries = try TileCoordinates.all(treeSize: size).filter { $0.level == 0 }.reduce(0) { count, place in
        count + (try bundle.bytes(place.entriesPath).flatMap { EntryBundle.entries(in: $0)?.count } ?? 0)
      }
      #expect(entries == size)
    }
  }

  @Test func `a manifest that names files outside the folder is not followed, nor is a link`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .nominated, nominees: 3)
      let folder = "\(daemon.folder)/bundle"
      let ctl = Talentctl(daemon)
      let export = try ctl.run(
        ["audit", "export", "2027", folder], as: Cast.auditor, at: world.dates.moments[.nominated])
      #expect(export.status == 0, "\(export.error)")
      let secret = "\(daemon.folder)/secret"
      try Files.write(Array("secret".utf8), to: secret)
      var manifest = try ExportedFolder(path: folder).manifest()
      manifest.files.append(
        BundleManifest.File(path: "../secret", bytes: 6, sha256: Hash(of: Array("secret".utf8)).hex))
      manifest.files.append(BundleManifest.File(path: "link", bytes: 6, sha256: Hash(of: Array("secret".utf8)).hex))
      try Files.write(manifest.bytes, to: "\(folder)/manifest.json")
      guard symlink(secret, "\(folder)/link") == 0 else { throw Trouble("no link") }
      let verify = try ctl.run("audit", "verify", folder, "--output", "json")
      let found = try JSON(parsing: Array(verify.output.utf8))["findings"]?.array ?? []
      #expect(verify.status == 5)
      #expect(
        Set(found.map { [$0["flaw"]?.string, $0["path"]?.string] })
          == [["file-missing", "../secret"], ["file-missing", "link"]])
    }
  }

  @Test func `whoever is judged or has scores left to give gets no bundle, and is told by which rule`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .eligible, nominees: 3)
      let administrator = try world.by(nil)
      // A nominee and an assessor who are auditors too.
      for number in [world.nominees[0], Cast.assessors[0]] { try administrator.send(GrantRole(.auditor, to: number)) }
      try world.by(Cast.hr).send(AssignAssessor(Cast.assessors[0]))
      for (number, rule) in [(world.nominees[0], "R19"), (Cast.assessors[0], "R20")] {
        let folder = "\(daemon.folder)/\(rule)"
        let run = try Talentctl(daemon).run(
          ["audit", "export", "2027", folder], as: number, at: world.dates.moments[.eligible])
        #expect(run.status == 1 && run.error.contains(rule), "\(run.error)")
        #expect(!Files.exists(folder))
      }
    }
  }

  @Test func `a folder with something in it, an unknown person and an unknown cohort are refused`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .nominated, nominees: 3)
      let folder = "\(daemon.folder)/full"
      guard mkdir(folder, 0o755) == 0 else { throw Trouble("no folder") }
      try Files.write([1], to: "\(folder)/mine.txt")
      let moment = world.dates.moments[.nominated]
      let ctl = Talentctl(daemon)
      #expect(try ctl.run(["audit", "export", "2027", folder], as: Cast.auditor, at: moment).status == 66)
      #expect(try Files.read("\(folder)/mine.txt") == [1])
      let size = try world.by(Cast.hr).logSize()
      for arguments in [["2027", "--person", "999"], ["2027", "--person", Cast.hr], ["1999"]] {
        let run = try ctl.run(
          ["audit", "export", arguments[0], "\(daemon.folder)/new"] + arguments.dropFirst(), as: Cast.auditor,
          at: moment)
        #expect(run.status == 3, "\(arguments)")
      }
      #expect(try world.by(Cast.hr).logSize() == size)
      #expect(try ctl.run(["audit", "verify", "\(daemon.folder)/nowhere"]).status == 66)
      #expect(try ctl.run(["audit", "verify", folder]).status == 5)
    }
  }

  private func part(of number: String, _ world: World, _ daemon: Talentd) throws -> ExportedFolder {
    let size = try world.by(Cast.hr).logSize()
    let folder = "\(daemon.folder)/part-\(number)-\(size)"
    let run = try Talentctl(daemon).run(
      ["audit", "export", "2027", folder, "--person", number], as: Cast.hr, at: world.dates.moments[world.stage])
    #expect(run.status == 0, "\(run.output)\(run.error)")
    return ExportedFolder(path: folder)
  }
}
