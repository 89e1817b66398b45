import StrictJSON
import TalentDomain
import TalentInterface
import Testing

struct PaperTests {
  @Test func `the record of processing is a document, a table and JSON`() throws {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .staffed)
      var talentctl = Talentctl(daemon)
      talentctl.language = "da"
      let path = "\(daemon.folder)/fortegnelse.html"
      let run = try talentctl.run(
        "processing", "register", "--to", path, as: Cast.dpo, at: at("2027-01-05 09:00:00"))
      #expect(run.status == 0, "\(run.error)")
      #expect(run.output.contains("Retsgrundlag"))
      let html = try Files.text(path).shown
      for kind in SealedKind.allCases { #expect(html.contains(kind.row.what.da), "\(kind)") }
      for kind in RetentionClass.allCases { #expect(html.contains(kind.purpose.name.da), "\(kind)") }

      #expect(html.contains("deltog: 5 år"))
      #expect(html.contains("Så længe personen er ansat"))

      let json = try talentctl.run(
        "processing", "register", "--output", "json", as: Cast.auditor, at: at("2027-01-05 09:00:00"))
      let register = try ProcessingRegister(canonical: Array(json.output.utf8.dropLast()))
      #expect(register.activities.count == RetentionClass.allCases.count)
      #expect(try talentctl.run("processing", "register", as: Cast.chief, at: at("2027-01-05 09:00:00")).status == 77)
    }
  }

  @Test func `a cohort's figures come as a table, JSON and CSV, and only of the record as it is`() throws {
    try withTalentd { daemon in
      let world = try WholeSelection.played(on: daemon)
      var query = ShowStatistics()
      query.cohort = "2027"
      let board = try world.by(Cast.board[0], at: at("2027-04-03 09:00:00"))
      let statistics = try board.ask(query)
      let outcome = statistics.counts.filter { $0.subject == .outcome }
      // Twenty took part; three told no, one declined: too few to stand alone, and five only together with all others.
      #expect(outcome.allSatisfy { $0.count >= 5 })
      #expect(throws: ServiceError.self) { try board.ask(query, at: AsOf(position: 300)) }
      #expect(throws: ServiceError.self) { try board.ask(query, at: AsOf(time: at("2027-03-01 09:00:00"))) }

      for (format, word) in [("table", "Nominees by centre"), ("json", "\"tables\":["), ("csv", "list,")] {
        let run = try Talentctl(daemon).run(
          "cohort", "statistics", "2027", "--output", format, as: Cast.board[0], at: at("2027-04-03 09:00:00"))
        #expect(run.status == 0, "\(run.error)")
        #expect(run.output.contains(word), "\(format): \(run.output)")
        for number in world.nominees { #expect(!run.output.contains("Medarbejder \(number)")) }
      }
    }
  }

  @Test func `before the letters, figures are the same whatever was decided`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .ranked, nominees: 21, seats: 10)
      var query = ShowStatistics()
      query.cohort = "2027"
      let before = try world.by(Cast.board[0], at: at("2027-03-10 13:00:00")).ask(query)
      try world.build(from: .proposed, to: .approved)
      let after = try world.by(Cast.board[0], at: at("2027-03-15 13:00:00")).ask(query)
      #expect(before == after)
      #expect(after.means.isEmpty)
      #expect(after.tables.first { $0.subject == .outcome }?.standing == .tooEarly)
    }
  }
}
