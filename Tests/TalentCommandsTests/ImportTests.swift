import Glibc
import StrictJSON
import TalentDomain
import TalentInterface
import Testing

@testable import TalentCommands

/// The imports, on the example that is shipped, against a service that accepts everything.
struct ImportTests {
  private static let example =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Config/example/"

  /// Answers each row of an import as done; centres: none are known.
  private static func accept(_ call: FakeService.Call) -> FakeService.Answer {
    guard call.method.hasPrefix("Import") else { return .reply(CentreList().canonical) }
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

  private func rows(_ calls: [FakeService.Call], _ method: String) -> [JSON] {
    calls.filter { $0.method == method }.flatMap { $0.parameters["rows"]?.array ?? [] }
  }

  @Test func `the shipped nominations are sent in the order of handing in, on behalf of their chiefs`() async throws {
    try await FakeService.run(Self.accept) { service in
      let run = await CommandRun.of(
        ["nomination", "import", Self.example + "indstillinger.csv", "--cohort", "2027", "-o", "json"],
        socket: service.socket)
      #expect(run.status == 0, "\(run.errors)")
      let rows = rows(service.received, "ImportNominations")
      #expect(rows.count == 54)
      let times = rows.compactMap { $0["command"]?["handedIn"]?.string }
      #expect(times == times.sorted())
      #expect(times.last == "2027-03-02T00:00:00")
      let first = try #require(rows.first)
      #expect(first["behalf"] == "11033")
      #expect(first["command"]?["nominee"] == "11096")
      #expect(first["command"]?["conversation"] == ["date": "2027-01-14", "startedBy": "leader"])
      #expect(first["command"]?["answers"]?.array?.count == 5)
      #expect(Set(rows.compactMap { $0["id"]?.string }).count == 54)
      #expect(try JSON(parsing: Array(run.output.utf8.dropLast()))["accepted"] == 54)
      // The answer that the chief left open stays open: R6 is the service's to judge.
      let open = rows.first { $0["command"]?["nominee"] == "11502" }?["command"]?["answers"]?[1]
      #expect(open?["basis"] == "demonstrated")
      #expect(open?["reasons"] == nil)
    }
  }

  @Test func `the shipped employees are sent leaders first, after their centres`() async throws {
    try await FakeService.run(Self.accept) { service in
      let run = await CommandRun.of(["person", "import", Self.example + "medarbejdere.csv"], socket: service.socket)
      #expect(run.status == 0, "\(run.errors)")
      #expect(service.received.map(\.method) == ["ListCentres", "ImportCentres", "ImportPeople"])
      #expect(rows(service.received, "ImportCentres").count == 11)
      let people = rows(service.received, "ImportPeople")
      #expect(people.count == 196)
      var known: Set<String> = []
      for person in people {
        if let leader = person["command"]?["leader"]?.string { #expect(known.contains(leader)) }
        known.insert(person["command"]?["number"]?.string ?? "")
      }
    }
  }

  @Test func `the shipped centres appoint chief and deputy`() async throws {
    try await FakeService.run(Self.accept) { service in
      let run = await CommandRun.of(["centre", "import", Self.example + "centre.csv"], socket: service.socket)
      #expect(run.status == 0, "\(run.errors)")
      let rows = rows(service.received, "ImportCentreChiefs")
      try #require(rows.count == 18)
      #expect(rows[1]["command"]?["post"] == "deputy")
    }
  }

  @Test func `the shipped scores are sent in chunks`() async throws {
    try await FakeService.run(Self.accept) { service in
      let run = await CommandRun.of(
        ["assessment", "import", Self.example + "bedoemmelser-10487.csv", "--cohort", "2027"], socket: service.socket)
      #expect(run.status == 0, "\(run.errors)")
      #expect(service.received.map { $0.parameters["rows"]?.array?.count } == [200, 25])
    }
  }

  @Test func `rows that cannot be read are told, the others sent, and the status is bad data`() async throws {
    try await FakeService.run(Self.accept) { service in
      let run = try await withFile("Konto;Uid;Medarbejdernr\naase;1001;10487\nditte;mange;10494\nrikke;1003\n") {
        path in
        await CommandRun.of(["account", "import", path, "--language", "da"], socket: service.socket)
      }
      #expect(run.status == 65)
      #expect(rows(service.received, "ImportAccounts").count == 1)
      #expect(run.output.contains("Forventet: et helt tal."))
      #expect(!run.output.contains("mange"))
      #expect(run.output.split(separator: "\n").count == 7, "\(run.output)")
    }
  }

  @Test func `rows that rules refuse are shown with row, number and rule, and the status is 1`() async throws {
    try await FakeService.run({ call in
      .reply(
        ImportOutcome.with { outcome in
          outcome.rows = [
            .with {
              $0.kind = .refused
              $0.findings = [.ownCentre]
            }
          ]
        }.canonical)
    }) { service in
      let run = try await withFile("Konto;Uid;Medarbejdernr\naase;1001;10487\n") { path in
        await CommandRun.of(["account", "import", path], socket: service.socket)
      }
      #expect(run.status == 1)
      #expect(run.output.contains("  2  10487   R5    The employee belongs to another centre."), "\(run.output)")
    }
  }

  private func withFile(_ text: String, _ body: (String) async throws -> CommandRun) async throws -> CommandRun {
    var template = Array("\(P_tmpdir)/talentctl-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    let bytes = Array(text.utf8)
    try #require(write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
    return try await body(path)
  }
}
