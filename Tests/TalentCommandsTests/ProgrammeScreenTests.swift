import CivilTime
import StrictJSON
import TalentDomain
import Testing

@testable import TalentCommands

@Suite("Screens of the programme, on a terminal of eighty columns")
struct ProgrammeScreenTests {
  private func screen<S: Shown>(
    _ answer: S, columns: Int? = 80, language: Language = .da, ink: Ink = .none
  ) throws -> [String] {
    let zone = try #require(Zone("Europe/Copenhagen"))
    let bytes = Output.text(answer, answer.canonical, .table, Style(language, zone, ink), columns: columns)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  private func fits<S: Shown>(_ answer: S, _ words: [String]) throws {
    for language in Language.allCases {
      let lines = try screen(answer, language: language)
      for line in lines { #expect(DisplayWidth.of(line) <= 80, "\(line)") }
      #expect(!lines.contains { $0.contains("…") }, "nothing is cut off")
      let said = Set(lines.flatMap { pieces($0) })
      for piece in words.flatMap({ pieces($0) }) { #expect(said.contains(piece), "\(piece)") }
    }
  }

  /// Words, which may be broken after a hyphen and nowhere else.
  private func pieces(_ text: String) -> [String] { text.split { " ,();-".contains($0) }.map(String.init) }

  private static let everyWord = ProgrammeAnswers.names.flatMap { $0.split(separator: " ").map(String.init) }

  @Test func `the HR Centre's screen holds twenty participants with real names`() throws {
    try fits(ProgrammeAnswers.progress, Self.everyWord + ["2027-12"])
    #expect(
      try screen(ProgrammeAnswers.progress).contains { $0.hasPrefix("19 deltagere: 4 har gennemført, 15 er bagud") })
  }

  @Test func `a participant's screen fits, and says what matters`() throws {
    try fits(ProgrammeAnswers.participant, ["Schjødt-Petersen", "Christoffersen", "Driftbyen", "R16", "11."])
    let lines = try screen(ProgrammeAnswers.participant)
    #expect(lines.count <= 36)
    #expect(lines.contains("Senest registreret; alle 30: talentctl participant timeline"))
    #expect(lines.filter { $0.hasPrefix("! ") }.count == 1, "what was mended warns no more")
  }

  @Test func `attendance is a matrix of twenty by twelve`() throws {
    try fits(ProgrammeAnswers.attendance, Self.everyWord + ["½", "–"])
  }

  @Test func `pairs are not cut off`() throws { try fits(ProgrammeAnswers.mentors, Self.everyWord) }

  @Test func `a timeline is not cut off, and tells what was corrected by whom`() throws {
    try fits(ProgrammeAnswers.timeline, ["→", "Schjødt-Petersen", "Christoffersen"])
    let text = try screen(ProgrammeAnswers.timeline, columns: nil).joined(separator: "\n")
    #expect(
      text.contains(
        "rettet: praktik 14-01-2028 1 dag → 13-01-2028 ½ dag, med Thyra Ingeborg Æbelø Christoffersen "
          + "(af Anne-Sophie Kirkegaard Rasmussen)"))
    #expect(text.contains("mentormøde 1 time, med Thyra"))
    #expect(!text.contains("(af Emilie"), "the own hand is not named")
  }

  @Test func `lines are broken between words and after hyphens between letters, and a date stays whole`() {
    #expect(DisplayWidth.wrapped("Emilie Schjødt-Petersen", to: 16) == ["Emilie Schjødt-", "Petersen"])
    #expect(DisplayWidth.wrapped("fra 14-01-2028", to: 11) == ["fra", "14-01-2028"])
    #expect(DisplayWidth.wrapped("Ærøskøbing", to: 4) == ["Ærøs", "købi", "ng"])
    #expect(DisplayWidth.wrapped("en", to: 4) == ["en"])
  }

  @Test func `attendance has a row for each cell as CSV`() {
    let answer = ProgrammeAnswers.attendance
    let rows = CSVText.of(AttendanceShown.self, Rows.of(AttendanceShown.self, answer.canonical), header: true)
      .split(separator: "\r\n")
    #expect(rows.count == 241)
    let heading =
      "days,entry,gathering,isOver,participant.erased,participant.id,participant.name,participant.number,takesPart"
    #expect(rows[0] == heading)
    #expect(rows[1] == "1,,1,true,,0000000000001,Anne-Sophie Kirkegaard Rasmussen,10500,true")
  }

  @Test(arguments: [
    (Rational(0), "░░░░░░····"), (Rational(1), "██░░░░····"), (Rational(3), "██████····"), (Rational(4), "████████··"),
    (Rational(5), "██████████"), (Rational(7), "██████████"),
  ])
  func `a bar reads without colour: what is done, what is missing, what is more`(hours: Rational, bar: String) {
    #expect(ProgrammeAnswers.track(3, .onTrack, hours).bar(width: 10) == bar)
  }

  @Test func `a bar looks short of the least for as long as it is`() {
    // 9½ of at least 9.6 days: rounding must not fill what is missing.
    #expect(ProgrammeAnswers.track(0, .onTrack, Rational(19, 2)).bar(width: 16) == "████████████░···")
    #expect(ProgrammeAnswers.track(0, .complete, Rational(48, 5)).bar(width: 16).contains("░") == false)
  }

  @Test(
    arguments: [
      (["TERM": "xterm-256color"], 80, true), (["TERM": "xterm-256color"], nil, false), (["TERM": "dumb"], 80, false),
      ([:], 80, false), (["TERM": "xterm", "NO_COLOR": "1"], 80, false), (["TERM": "xterm", "NO_COLOR": ""], 80, true),
    ] as [([String: String], Int?, Bool)])
  func `colour is for a terminal that has it, and a user who wants it`(
    variables: [String: String], columns: Int?, isColoured: Bool
  ) async throws {
    let reply = ProgrammeAnswers.participant.canonical
    let run = try await FakeService.run({ _ in .reply(reply) }) { service in
      await CommandRun.of(
        ["participant", "show", "--cohort", "2027", "--language", "da"], socket: service.socket, variables: variables,
        columns: columns)
    }
    #expect(run.status == 0)
    #expect(run.output.contains("\u{1B}[") == isColoured)
  }

  @Test func `colour changes no character but itself`() throws {
    let coloured = try screen(ProgrammeAnswers.progress, ink: Ink(isOn: true)).joined(separator: "\n")
    let plain = try screen(ProgrammeAnswers.progress).joined(separator: "\n")
    #expect(coloured.replacing(#/\u{1B}\[[0-9]+m/#, with: "") == plain)
    #expect(coloured != plain)
  }
}
