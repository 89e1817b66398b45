import Glibc
import StrictJSON
import TalentDomain
import TalentInterface
import Testing

@testable import TalentCommands

/// HR's lists of the programme: what becomes of their rows, and in which order they are sent.
struct ProgrammeImportTests {
  private static func accept(_ call: FakeService.Call) -> FakeService.Answer {
    let count = call.parameters["rows"]?.array?.count ?? 0
    return .reply(
      ImportOutcome.with { outcome in
        outcome.rows = (0..<count).map { _ in
          .with {
            $0.kind = .done
            $0.events = 1
          }
        }
      }.canonical)
  }

  /// The run, and what was sent: method and command, in order.
  private func imported(
    _ noun: String, _ bytes: [UInt8], _ options: [String] = []
  ) async throws -> (run: CommandRun, sent: [(method: String, row: JSON)]) {
    try await FakeService.run(Self.accept) { service in
      let run = try await withFile(bytes) { path in
        await CommandRun.of([noun, "import", path, "--cohort", "2027"] + options, socket: service.socket)
      }
      let sent = service.received.flatMap { call in
        (call.parameters["rows"]?.array ?? []).map { (method: call.method, row: $0) }
      }
      return (run, sent)
    }
  }

  private func imported(_ noun: String, _ text: String) async throws -> (
    run: CommandRun, sent: [(method: String, row: JSON)]
  ) {
    try await imported(noun, Array(text.utf8))
  }

  // MARK: Attendance

  @Test func `attendance comes in the order of the gatherings, whole, half or in days; an absence is no entry`()
    async throws
  {
    let (run, sent) = try await imported(
      "gathering",
      "Samling;Medarbejdernr;Fremmøde\n2;10536;hel\n1;10536;halv\n1;10537;fraværende\n1;10538;1½ dag\n1;10539;Hel\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(sent.map { $0.row["command"]?["gathering"]?.integer } == [1, 1, 1, 2])
    #expect(sent.map { $0.row["command"]?["days"]?.string } == ["1/2", "3/2", nil, nil])
    #expect(sent.allSatisfy { $0.row["command"]?["participants"]?.array?.count == 1 })
    #expect(run.output.contains("Nothing to record  1"), "\(run.output)")
  }

  @Test func `attendance that says neither is told by row and column, and the rest goes on`() async throws {
    let (run, sent) = try await imported(
      "gathering", "Samling;Medarbejdernr;Fremmøde\n1;10536;måske\n1;10537;hel\n")
    #expect(run.status == 65)
    #expect(sent.count == 1)
    #expect(run.output.contains("Fremmøde") && !run.output.contains("måske"), "\(run.output)")
  }

  @Test func `Windows-1252, a semicolon or a comma, CRLF and a byte-order mark make no difference`() async throws {
    let rows = [["Samling", "Medarbejdernr", "Fremmøde"], ["1", "10536", "hel"]]
    var ids: Set<String> = []
    for separator in [";", ","] {
      let text = rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n")
      let windows = text.unicodeScalars.map { UInt8($0.value) }
      for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), windows] {
        let (run, sent) = try await imported("gathering", bytes)
        #expect(run.status == 0, "\(run.errors)")
        ids.formUnion(sent.compactMap { $0.row["id"]?.string })
      }
    }
    // The same row has the same id wherever it comes from: repeated, it gets the answer that it got.
    #expect(ids.count == 1)
  }

  // MARK: Activities

  private static let activities = """
    Dato;Aktivitet;Medarbejdernr;Tid;Arbejdsgruppe
    14-01-2028;praktik;10536;1 dag;
    06-04-2027;MBTI-tilbagemelding;10536;;
    01-04-2027;MBTI-spørgeskema;10536;;
    02-06-2027;Mentormøde;10536;1½ time;
    02-06-2027;dialog;10536;45 min;
    02-06-2027;mentormøde;10537;60 min;
    03-06-2027;arbejdsgruppemøde;;½ dag;1
    04-06-2027;arbejdsgruppemøde;10536 10537;0,5 dag;2
    05-06-2027;individuelt arbejde;10537;1/2 dag;

    """

  @Test func `activities of every kind are sent in the order of their days, neighbours of a kind together`()
    async throws
  {
    let (run, sent) = try await imported("entry", Self.activities)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      sent.map(\.method) == [
        "ImportMBTIQuestionnaires", "ImportMBTIFeedback", "ImportMentorMeetings", "ImportMentorMeetings",
        "ImportGoalDialogues", "ImportWorkGroupMeetings", "ImportWorkGroupMeetings", "ImportIndividualWork",
        "ImportInternshipDays",
      ])
    #expect(sent.compactMap { $0.row["command"]?["minutes"]?.integer } == [90, 60, 45])
    #expect(sent.compactMap { $0.row["command"]?["days"]?.string } == ["1/2", "1/2", "1/2", "1"])
    #expect(sent.compactMap { $0.row["command"]?["present"]?.array?.count } == [0, 2])
    #expect(sent.compactMap { $0.row["command"]?["group"]?.integer } == [1, 2])
    #expect(Set(sent.compactMap { $0.row["id"]?.string }).count == 9)
  }

  @Test func `a dry run is one for every call`() async throws {
    try await FakeService.run(Self.accept) { service in
      let run = try await withFile(Array(Self.activities.utf8)) { path in
        await CommandRun.of(
          ["entry", "import", path, "--cohort", "2027", "--dry-run"], socket: service.socket)
      }
      #expect(run.status == 0, "\(run.errors)")
      #expect(service.received.count == 7)
      #expect(service.received.allSatisfy { $0.parameters["dryRun"]?.bool == true })
    }
  }

  @Test(arguments: [
    ("06-04-2027;MBTI-tilbagemelding;10536;4 timer;", "Tid"), ("02-06-2027;mentormøde;10536;1 dag;", "Tid"),
    ("02-06-2027;dialog;10536;;", "Tid"), ("14-01-2028;praktik;10536;60 min;", "Tid"),
    ("02-06-2027;dialog;10536;60 min;1", "Arbejdsgruppe"), ("02-06-2027;arbejdsgruppemøde;;1 dag;", "Arbejdsgruppe"),
    ("02-06-2027;samling;10536;1 dag;", "Aktivitet"), ("02-06-2027;dialog;;60 min;", "Medarbejdernr"),
    ("2. juni;dialog;10536;60 min;", "Dato"), ("02-06-2027;dialog;10536;0,0001 time;", "Tid"),
  ])
  func `an activity that makes no sense is told by its column`(row: String, column: String) async throws {
    let (run, sent) = try await imported("entry", "Dato;Aktivitet;Medarbejdernr;Tid;Arbejdsgruppe\n\(row)\n")
    #expect(run.status == 65)
    #expect(sent.isEmpty)
    #expect(run.output.contains(column), "\(run.output)")
  }

  /// What is said between mentor and participant, and what MBTI shows, has no place in any file.
  @Test(arguments: [
    ("entry", "Dato;Aktivitet;Medarbejdernr;Tid;Emne"), ("entry", "Dato;Aktivitet;Medarbejdernr;Tid;MBTI-type"),
    ("mentor", "Mentor;Medarbejdernr;Fra;Referat"), ("gathering", "Samling;Medarbejdernr;Fremmøde;Bemærkning"),
    ("internship", "Medarbejdernr;Praktikvært;Fra;Til;Dage;Notat"),
  ])
  func `a column for what was said or what came of it is refused, and nothing is sent`(noun: String, header: String)
    async throws
  {
    let row = header.split(separator: ";").map { _ in "INFJ" }.joined(separator: ";")
    let (run, sent) = try await imported(noun, "\(header)\n\(row)\n")
    #expect(run.status == 65)
    #expect(sent.isEmpty)
    #expect(run.errors.contains("unknown") && !(run.output + run.errors).contains("INFJ"), "\(run.errors)")
  }

  // MARK: Mentors, plans, internships

  @Test func `mentors are registered first, then matched, then each of the two agrees in the own name`() async throws {
    let (run, sent) = try await imported(
      "mentor",
      "Mentor;Medarbejdernr;Fra;Fortrolighed aftalt\n10711;10536;03-05-2027;03-05-2027\n10711;10537;01-05-2027;\n10711;;;\n"
    )
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      sent.map(\.method) == [
        "ImportMentors", "ImportMentorMatches", "ImportMentorMatches", "ImportConfidentiality",
        "ImportConfidentiality",
      ])
    #expect(sent.map { $0.row["behalf"]?.string } == [nil, nil, nil, "10536", "10711"])
    #expect(sent[1].row["command"]?["participant"] == "10537")
  }

  @Test func `a row without a participant has no day`() async throws {
    let (run, sent) = try await imported("mentor", "Mentor;Medarbejdernr;Fra\n10711;;03-05-2027\n")
    #expect(run.status == 65)
    #expect(sent.isEmpty)
  }

  @Test func `a plan has as many goals as there are cells filled in`() async throws {
    let (run, sent) = try await imported(
      "plan", "Medarbejdernr;Formål;Udbytte;Mål 1;Mål 2;Mål 3\n10536;Lede;Mod;Møder;;Delegere\n10537;;;;;\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(sent.map { $0.row["command"]?["goals"] } == [["Møder", "Delegere"], []])
    #expect(sent[1].row["command"]?["purpose"] == nil)
  }

  @Test func `internships come in the order of their first day`() async throws {
    let (run, sent) = try await imported(
      "internship",
      "Medarbejdernr;Praktikvært;Fra;Til;Dage\n10536;10711;10-01-2028;21-01-2028;2½\n10537;10711;03-01-2028;14-01-2028;2\n"
    )
    #expect(run.status == 0, "\(run.errors)")
    #expect(sent.map { $0.row["command"]?["participant"]?.string } == ["10537", "10536"])
    #expect(sent.map { $0.row["command"]?["days"]?.string } == ["2", "5/2"])
  }

  private func withFile<R>(_ bytes: [UInt8], _ body: (String) async throws -> R) async throws -> R {
    var template = Array("\(P_tmpdir)/talentctl-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    try #require(write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
    return try await body(path)
  }
}
