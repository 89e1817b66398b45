import StrictJSON
import TalentDomain
import TalentInterface
import Testing

/// The internship day of 14 January that was half a day on 13 January.
struct CorrectionTests {
  private func correction(of entry: Alias) -> [String] {
    [
      "entry", "correct", entry.text, "--cohort", "2027", "--old-date", "2028-01-14", "--old-time", "1", "--date",
      "2028-01-13", "--time", "1/2", "--reason", "Det var en halv dag.",
    ]
  }

  private let time = at("2028-01-20 09:00:00")

  @Test func `a dry run shows what would change, the receipt what has changed, and the same id the same again`() throws
  {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .seated, nominees: 3, seats: 2)
      try Internship.twoDays(in: world)
      let hr = try world.by(Cast.hr)
      let size = try hr.logSize()
      let verb = correction(of: try Internship.wrongDay(in: world)) + ["--command-id", CommandID.new().text]
      let run = { (more: [String]) in
        try Talentctl(daemon).run(verb + more, as: Internship.participant, at: time)
      }

      let rehearsed = try run(["--dry-run", "--output", "json"])
      #expect(rehearsed.status == 0, "\(rehearsed.error)")
      #expect(try hr.logSize() == size)
      #expect(try Internship.days(in: world) == Rational(2))
      let promised = try JSON(parsing: Array(rehearsed.output.utf8))["ripple"]
      let line = try #require(promised?["participants"]?.array?.first)
      #expect(line["participant"]?["number"]?.string == Internship.participant)
      #expect(line["before"]?["tracks"]?.array?.first?["recorded"]?.string == "2")
      #expect(line["after"]?["tracks"]?.array?.first?["recorded"]?.string == "3/2")
      #expect(line["before"]?["tracks"]?.array?.first?["status"]?.string == "complete")
      #expect(line["deviations"]?.array?.compactMap(\.string) == ["belowRange"])

      let done = try run(["--output", "json"])
      #expect(done.status == 0, "\(done.error)")
      #expect(try JSON(parsing: Array(done.output.utf8))["ripple"] == promised)
      #expect(
        try hr.trail(from: size).map(\.summary)
          == ["cohort/2027 entry.corrected.v1", "cohort/2027 deviation.flagged.v1"])
      #expect(try run(["--output", "json"]).output == done.output)
      try daemon.stop()
      try daemon.start()
      #expect(try run(["--output", "json"]).output == done.output)
      var danish = Talentctl(daemon)
      danish.language = "da"
      let shown = try danish.run(verb, as: Internship.participant, at: time).output
      #expect(shown.contains("2 dage, gennemført"), "\(shown)")
      #expect(shown.contains("1½ dage, på sporet"), "\(shown)")
      #expect(shown.contains("R14 igen under det mindste"), "\(shown)")
    }
  }

  @Test func `the ledger is 1½ days and flagged, and as of the day before still 2`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .seated, nominees: 3, seats: 2)
      try Internship.twoDays(in: world)
      let verb = correction(of: try Internship.wrongDay(in: world))
      #expect(try Talentctl(daemon).run(verb, as: Internship.participant, at: time).status == 0)
      let now = try Internship.shown(in: world)
      #expect(now.tracks.first { $0.track == .internship }?.recorded == Rational(3, 2))
      #expect(now.deviations.map(\.kind) == [.belowRange])
      #expect(now.entries.map(\.date).contains(date("2028-01-13")))
      let before = AsOf(time: at("2028-01-19 23:59:59"))
      #expect(try Internship.days(in: world, asOf: before) == Rational(2))
      #expect(try Internship.shown(in: world, asOf: before).deviations.isEmpty)
    }
  }

  @Test func `after a certificate the refusal says that revocation comes first`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .seated, nominees: 3, seats: 2)
      try Internship.twoDays(in: world)
      let verb = correction(of: try Internship.wrongDay(in: world))
      let hr = { (words: [String]) in
        try Talentctl(daemon).run(words + ["--cohort", "2027", "--output", "json"], as: Cast.hr, at: time)
      }
      let complete = ["participant", "complete", Internship.participant, "--ground", "Orlov i efteråret."]
      #expect(try hr(complete).status == 0)
      #expect(try hr(["certificate", "issue", Internship.participant]).status == 0)
      let size = try world.by(Cast.hr).logSize()
      let refused = try Talentctl(daemon).run(verb, as: Internship.participant, at: time)
      #expect(refused.status == 1)
      #expect(refused.error.contains("Revoke the certificate first"), "\(refused.error)")
      var danish = Talentctl(daemon)
      danish.language = "da"
      let inDanish = try danish.run(verb, as: Internship.participant, at: time)
      #expect(inDanish.error.contains("Tilbagekald deltagerbeviset først"), "\(inDanish.error)")
      #expect(try world.by(Cast.hr).trail(from: size).map(\.summary) == ["record command.refused.v1"])
      #expect(try Internship.days(in: world) == Rational(2))

      let revoked = try hr(["certificate", "revoke", Internship.participant, "--reason", "En dag var forkert."])
      let line = try JSON(parsing: Array(revoked.output.utf8))["ripple"]?["participants"]?.array?.first
      #expect(line?["before"]?["certificate"]?.string == "2027-1")
      #expect(line?["after"]?["certificate"] == nil)
      #expect(try Talentctl(daemon).run(verb, as: Internship.participant, at: time).status == 0)
      #expect(try Internship.days(in: world) == Rational(3, 2))
    }
  }
}
