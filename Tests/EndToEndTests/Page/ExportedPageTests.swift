import StrictJSON
import TalentDomain
import Testing

/// The page as a bundle is really handed out with it.
@Suite(.serialized, .timeLimit(.minutes(10))) struct ExportedPageTests {
  @Test func `a browser shows an auditor's bundle as it was handed out, and a changed page is found`() throws {
    try withTalentd { daemon in
      _ = try WholeSelection.played(on: daemon)
      let ctl = Talentctl(daemon)
      let folder = "\(daemon.folder)/bundle"
      let export = try ctl.run("audit", "export", "2027", folder, as: Cast.auditor, at: at("2027-04-02 09:00:00"))
      try #require(export.status == 0, "\(export.output)\(export.error)")
      let page = try Files.read("\(folder)/index.html")
      let last = try EventList(page).positions.count - 1
      let seen = try withFolder { try PageScript.run(page, steps: [0, last / 2, last], in: $0) }
      #expect(seen["problems"]?.array == [])
      #expect(seen["requests"]?.array?.count == 1)
      let shown = ShownStep(try #require(seen["first"]))
      #expect(shown.stage == Stage.approved.rawValue)
      #expect(shown.places.count { $0.kind == "accepted" } == 20)
      #expect(shown.ranking.count == 24)
      // An auditor learns who they are.
      #expect(shown.ranking.allSatisfy { $0.name.contains("Medarbejder ") }, "\(shown.ranking.map(\.name))")
      // The last step is the export itself.
      #expect(seen.text("first", "heard")?.contains(BundleExported.purpose.da.dropLast()) == true)

      // One who is not selected becomes selected, in the page alone.
      let text = String(decoding: page, as: UTF8.self)
      let changed = text.replacing("\"notSelected\"", with: "\"accepted\"")
      #expect(changed != text)
      try Files.write(Array(changed.utf8), to: "\(folder)/index.html", mode: 0o600)
      let verify = try ctl.run("audit", "verify", folder)
      #expect(verify.status == 5)
      #expect((verify.output + verify.error).contains("index.html"), "\(verify.output)\(verify.error)")
    }
  }

  @Test func `a person's part comes with a page of that person alone`() throws {
    try withTalentd { daemon in
      let world = try WholeSelection.played(on: daemon)
      let number = world.nominees[22]
      let folder = "\(daemon.folder)/part"
      let export = try Talentctl(daemon).run(
        "audit", "export", "2027", folder, "--person", number, as: Cast.hr, at: at("2027-04-02 09:00:00"))
      try #require(export.status == 0, "\(export.output)\(export.error)")
      let page = try Files.read("\(folder)/index.html")
      let last = try EventList(page).positions.count - 1
      let seen = try withFolder { try PageScript.run(page, steps: [0, last], in: $0) }
      #expect(seen["problems"]?.array == [])
      #expect(seen.text("first", "own") == CaseStatus.told.label.da)
      #expect(seen["first"]?["ranking"]?.array == [])
      let text = String(decoding: page, as: UTF8.self)
      for other in world.nominees where other != number { #expect(!text.contains("Medarbejder \(other)")) }
      #expect(text.contains("Hold 2027: det, der vedrører"))
    }
  }
}
