import StrictJSON
import TalentDomain
import Testing

/// An auditor replays a selection on a laptop, from the bundle alone.
@Suite(.timeLimit(.minutes(5))) struct BundleReplayTests {
  @Test func `a bundle replays to the very answer that the service gives, violations included`() async throws {
    let folder = try LastingFolder.make()
    let daemon = Talentd(in: folder)
    defer { daemon.kill() }
    try daemon.start()
    let world = try World(dates: .cohort2027) { Client(try daemon.connection(), as: $0) }
    try world.build(to: .approved)
    for number in world.order(20) { try world.by(Cast.hr, at: at("2027-03-16 09:00:00")).send(OfferSeat(to: number)) }
    let position = try await daemon.plantOffer(to: "130")
    let online = try Talentctl(daemon).run("audit", "replay", "2027", "--all", "--output", "json", as: Cast.auditor)
    #expect(online.status == 5, "\(online.error)")
    let exported = try Talentctl(daemon).run("audit", "export", "2027", "\(folder)/bundle", as: Cast.auditor)
    #expect(exported.status == 0, "\(exported.error)")
    try Files.write(Array("algorithm: plain-means\n".utf8), to: "\(folder)/what-if.yaml")
    let supposed = try Talentctl(daemon).run(
      "audit", "replay", "2027", "--what-if", "\(folder)/what-if.yaml", "--output", "json", as: Cast.auditor)
    #expect(supposed.status == 0, "\(supposed.error)")
    try daemon.stop()

    let offline = try Talentctl(daemon).run("audit", "replay", "--bundle", "\(folder)/bundle", "--all", "-o", "json")
    #expect(offline.status == 5, "\(offline.error)")
    // A bundle names only those who have to do with the cohort.
    let pages = try [online, offline].map { try nameless(ReplayPage(canonical: Array($0.output.utf8.dropLast()))) }
    let differing = zip(pages[0].events, pages[1].events).filter { $0 != $1 }
    #expect(differing.isEmpty && pages[0] == pages[1], "\(differing.prefix(1))")
    let findings = pages[1].findings
    #expect(Set(findings.map(\.position)) == [position] && Set(findings.map(\.finding.rule)) == ["R1", "R9"])
    let supposedOffline = try Talentctl(daemon).run(
      "audit", "replay", "--bundle", "\(folder)/bundle", "--what-if", "\(folder)/what-if.yaml", "-o", "json")
    #expect(supposedOffline.status == 0 && supposedOffline.output == supposed.output, "\(supposedOffline.error)")
    let before = try Talentctl(daemon).run("audit", "replay", "--bundle", "\(folder)/bundle", "--to", "\(position - 1)")
    #expect(before.status == 0, "\(before.output)")
  }

  @Test func `what was erased is no longer checkable, and says nothing against anybody`() throws {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .ranked)
      let exported = try Talentctl(daemon).run("audit", "export", "2027", "\(daemon.folder)/bundle", as: Cast.auditor)
      #expect(exported.status == 0, "\(exported.error)")
      let path = "\(daemon.folder)/bundle/disclosures.jsonl"
      let lines = try Files.text(path).split(separator: "\n").map { line in
        let json = try JSON(parsing: Array(line.utf8))
        let position = json["position"]?.integer ?? 0
        return #"{"digest":"\#(json["digest"]?.string ?? "")","position":\#(position),"withheld":"erased"}"# + "\n"
      }
      try Files.write(Array(lines.joined().utf8), to: path)
      let run = try Talentctl(daemon).run(
        "audit", "replay", "--bundle", "\(daemon.folder)/bundle", "--all", "-o", "json")
      #expect(run.status == 0, "\(run.error)")
      let replay = try ReplayPage(canonical: Array(run.output.utf8.dropLast()))
      let forms = replay.events.filter { $0.type == "nomination.submitted.v1" }
      #expect(forms.count == 21)
      #expect(forms.allSatisfy { $0.verdict == .noLongerCheckable && $0.wanting.contains(.sealed) })
      #expect(replay.summary?.noLongerCheckable == forms.count && replay.findings.isEmpty)
    }
  }

  private func nameless(_ page: ReplayPage) throws -> ReplayPage {
    var (page, eraser) = (page, NameEraser())
    try page.resolve(&eraser)
    return page
  }

  @Test func `without the sealed records a replay says what it takes on trust`() throws {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .ranked)
      let exported = try Talentctl(daemon).run("audit", "export", "2027", "\(daemon.folder)/bundle", as: Cast.auditor)
      #expect(exported.status == 0, "\(exported.error)")
      // Nobody's forms, and no word of who is who.
      try Files.write([], to: "\(daemon.folder)/bundle/disclosures.jsonl")
      let run = try Talentctl(daemon).run(
        "audit", "replay", "--bundle", "\(daemon.folder)/bundle", "--all", "-o", "json")
      #expect(run.status == 0, "\(run.error)")
      let replay = try ReplayPage(canonical: Array(run.output.utf8.dropLast()))
      let forms = replay.events.filter { $0.type == "nomination.submitted.v1" }
      #expect(forms.count == 21)
      #expect(forms.allSatisfy { $0.verdict == .attested && $0.wanting == [.authority, .sealed] })
      let scores = replay.events.filter { $0.type == "assessment.scored.v1" }
      #expect(scores.allSatisfy { $0.verdict == .attested && $0.wanting == [.authority] })
      let summary = try #require(replay.summary)
      #expect(summary.attested + summary.within == summary.events && summary.within > 0)
      #expect(summary.recomputed.allSatisfy { $0.equal })
    }
  }
}

private struct NameEraser: Resolver {
  func resolve(_ reference: inout PersonRef) throws(Fault) {}
  func resolve(_ thing: inout Thing) throws(Fault) {}
  func resolve(_ person: inout Person) throws(Fault) { person = Person(person.id) }
}
