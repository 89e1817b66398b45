import StrictJSON
import TalentDomain
import Testing

/// HR's lists of activities, through the real command line to a real service.
@Suite struct ListImportTests {
  /// By rows: a dialogue in June; one in May, later in the file; one that has not been yet; a mentor meeting of somebody without
  /// a mentor; nobody that is known; and what is no day.
  private static let list = """
    Dato;Aktivitet;Medarbejdernr;Tid
    02-06-2027;dialog;110;60 min
    03-05-2027;dialog;110;½ time
    01-09-2027;dialog;111;60 min
    02-06-2027;mentormøde;111;60 min
    02-06-2027;dialog;999999;60 min
    i går;dialog;111;60 min

    """

  @Test func `a dry run records nothing, an import what the rules allow in the order of the days, and again nothing`()
    throws
  {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .seated)
      try #require(world.order(2) == ["110", "111"])
      let file = "\(daemon.folder)/aktiviteter.csv"
      try Files.write(Array(Self.list.utf8), to: file)
      let before = try size(daemon)

      let dry = try imported(file, daemon, ["--dry-run"])
      #expect(dry.status == 65)
      #expect(dry.report["accepted"]?.integer == 2)
      #expect(try size(daemon) == before)

      let first = try imported(file, daemon)
      #expect(first.status == 65)
      #expect(first.report["accepted"]?.integer == 2)
      #expect(outcomes(first.report) == ["4 refused S4", "5 refused S2", "6 notFound ", "7 malformed "])
      var query = ShowParticipant()
      query.cohort = "2027"
      query.participant = PersonRef(given: "110")
      let entries = try world.by(Cast.hr).ask(query).entries
      #expect(entries.map(\.date) == [date("2027-05-03"), date("2027-06-02")])
      let positions = entries.compactMap(\.position)
      #expect(positions == positions.sorted() && positions.count == 2)
      let after = try size(daemon)

      let second = try imported(file, daemon)
      #expect(second.status == 65)
      #expect(second.report["accepted"]?.integer == 0)
      #expect(second.report["repeated"]?.integer == 2)
      #expect(outcomes(second.report) == outcomes(first.report))
      #expect(try size(daemon) == after)
    }
  }

  @Test func `a participant imports the own activities, and another's are not found`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .seated)
      let (own, other) = (world.nominees[0], world.nominees[1])
      let file = "\(daemon.folder)/aktiviteter.csv"
      let list = "Dato;Aktivitet;Medarbejdernr;Tid\n03-05-2027;individuelt arbejde;\(own);1 dag\n"
      try Files.write(Array((list + "03-05-2027;individuelt arbejde;\(other);1 dag\n").utf8), to: file)
      let run = try imported(file, daemon, as: own)
      #expect(run.status == 1)
      #expect(run.report["accepted"]?.integer == 1)
      #expect(outcomes(run.report) == ["3 notFound "])
    }
  }

  private func imported(
    _ file: String, _ daemon: Talentd, _ options: [String] = [], as number: String = Cast.hr
  ) throws -> (status: Int32, report: JSON) {
    let run = try Talentctl(daemon).run(
      ["entry", "import", file, "--cohort", "2027", "--output", "json"] + options, as: number,
      at: at("2027-07-01 09:00:00"))
    return (run.status, try JSON(parsing: Array(run.output.utf8.dropLast())))
  }

  /// Such as `4 refused S4`: row, kind, rules.
  private func outcomes(_ report: JSON) -> [String] {
    (report["rows"]?.array ?? []).map { row in
      let rules = (row["findings"]?.array ?? []).compactMap { $0["rule"]?.string }
      return "\(row["row"]?.integer ?? 0) \(row["kind"]?.string ?? "") \(rules.joined(separator: " "))"
    }
  }

  private func size(_ daemon: Talentd) throws -> Int? { try daemon.client(as: Cast.hr).ask(ShowStatus()).size }
}
