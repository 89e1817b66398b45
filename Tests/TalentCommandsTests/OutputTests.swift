import CivilTime
import StrictJSON
import TalentDomain
import Testing

@testable import TalentCommands

struct OutputTests {
  static let nominations = NominationList.with {
    $0.nominations = [
      .with {
        $0.id = Alias(bits: 1)
        $0.nominee = .named("10536", "Åse Øst", 2)
        $0.chief = .named("10508", "Bo \"B\" Bæk, c", 3)
        $0.handedIn = Instant("2027-03-01T22:59:59.000Z") ?? .blank
        $0.status = .submitted
        $0.priority = 1
      },
      .with {
        $0.id = Alias(bits: 4)
        $0.chief = .named("10508", "Bo \"B\" Bæk, c", 3)
        $0.handedIn = Instant("2027-03-01T23:00:00.000Z") ?? .blank
        $0.status = .refused
        $0.refusedBy = ["R2", "R3"]
        $0.priority = 12
      },
    ]
  }

  private func run(_ arguments: [String], columns: Int? = nil) async throws -> CommandRun {
    try await FakeService.run({ _ in .reply(Self.nominations.canonical) }) { service in
      await CommandRun.of(
        ["nomination", "list", "--cohort", "2027"] + arguments, socket: service.socket, columns: columns)
    }
  }

  @Test func `a table is aligned, in Danish with Danish dates`() async throws {
    #expect(
      try await run(["--language", "da"]).output
        == """
        Afleveret            Indstillet       Status              Regler  Chefens prioritet  Indstillet af        Skema
        01-03-2027 23:59:59  10536 Åse Øst    indstillet                                  1  10508 Bo "B" Bæk, c  0000000000001
        02-03-2027 00:00:00  (ukendt nummer)  indstilling afvist  R2, R3                 12  10508 Bo "B" Bæk, c  0000000000004

        2 indstillinger.

        """)
  }

  @Test func `a table is cut only on a terminal`() async throws {
    let wide = try await run([]).output
    let narrow = try await run([], columns: 60).output
    #expect(!wide.contains("…"))
    #expect(narrow.contains("…"))
    #expect(narrow.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 70 })
  }

  @Test func `JSON is the answer as it came`() async throws {
    let output = try await run(["--output", "json", "--language", "da"]).output
    #expect(Array(output.utf8) == Self.nominations.canonical + [0x0A])
  }

  @Test func `JSON lines hold a row each`() async throws {
    let lines = try await run(["--output", "jsonl"]).output.split(separator: "\n")
    #expect(lines.count == 2)
    for (line, row) in zip(lines, Self.nominations.nominations) { #expect(Array(line.utf8) == row.canonical) }
  }

  @Test func `CSV has a header, quotes by RFC 4180, and is the same in every language`() async throws {
    let danish = try await run(["--output", "csv", "--language", "da"]).output
    #expect(danish == (try await run(["--output", "csv", "--language", "en"]).output))
    let reader = CSVReader(danish)
    #expect(Set(reader.records.map(\.fields.count)).count == 1)
    let header = reader.records[0].fields
    let cells = Dictionary(uniqueKeysWithValues: zip(header, reader.records[2].fields))
    #expect(cells["chief.name"] == "Bo \"B\" Bæk, c")
    #expect(cells["refusedBy"] == "R2 R3")
    #expect(cells["nominee.name"] == "")
    #expect(danish.contains("\"Bo \"\"B\"\" Bæk, c\""))
    #expect(danish.hasSuffix("\r\n"))
  }

  @Test func `an answer with several lists says in each row which it stands in`() {
    let answer = SelectionShown.with {
      $0.selected = [.with { $0.nominee = .named("1", "A", 1) }]
      $0.rest = [.with { $0.nominee = .named("2", "B", 2) }]
    }
    let rows = Rows.of(SelectionShown.self, answer.canonical)
    #expect(rows.map { $0["list"] } == ["selected", "rest"])
    #expect(rows.map { $0["nominee"]?["number"] } == ["1", "2"])
  }

  @Test func `an empty list is a friendly sentence, an empty array, and a header`() async throws {
    try await FakeService.run({ _ in .reply(CohortList().canonical) }) { service in
      let table = await CommandRun.of(["cohort", "list", "--language", "da"], socket: service.socket)
      let json = await CommandRun.of(["cohort", "list", "-o", "json"], socket: service.socket)
      let lines = await CommandRun.of(["cohort", "list", "-o", "jsonl"], socket: service.socket)
      let csv = await CommandRun.of(["cohort", "list", "-o", "csv"], socket: service.socket)
      #expect(table.output.hasPrefix("Der er ingen hold endnu."))
      #expect(json.output == "{\"cohorts\":[]}\n")
      #expect(lines.output == "")
      #expect(csv.output == "code,kickOff,seats,stage,title\r\n")
    }
  }

  @Test func `what comes from files cannot steer a terminal`() {
    #expect(DisplayWidth.harmless("a\u{1B}[2Jb\u{202E}c") == "a\u{FFFD}[2Jb\u{FFFD}c")
  }

  @Test(arguments: [("abc", 3), ("Åø", 2), ("A\u{30A}", 1), ("日本", 4), ("👍", 2)])
  func `width is counted in columns of a screen`(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func `scores read as decimals of the language`() throws {
    let zone = try #require(Zone("Europe/Copenhagen"))
    let (danish, english) = (Style(.da, zone), Style(.en, zone))
    for (score, da, en) in [
      (Rational(65, 18), "3,611", "3.611"), (Rational(8, 3), "2,667", "2.667"), (Rational(4), "4,000", "4.000"),
      (Rational(1, 90), "0,011", "0.011"), (Rational(1999, 1000), "1,999", "1.999"),
      (Rational(3999, 2000), "2,000", "2.000"),
    ] {
      #expect(danish.score(score) == da)
      #expect(english.score(score) == en)
    }
    #expect(danish.score(nil) == "")
  }
}
