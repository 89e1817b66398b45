import StrictJSON
import TalentDomain
import TalentInterface
import Testing

@testable import TalentCommands

/// What goes over the wire, against the real descriptions of the interfaces.
struct CallTests {
  private static let receipt = Receipt.with { $0.events = [.with { $0.type = "seat.offered.v1" }] }.canonical

  @Test func `a command carries its options`() async throws {
    try await FakeService.run({ _ in .reply(Self.receipt) }) { service in
      let run = await CommandRun.of(
        [
          "seat", "offer", "10536", "--cohort", "2027", "--dry-run", "--behalf", "10473", "--expect", "7",
          "--command-id", "01890A5D-AC96-774B-BCCE-B302099A8057", "--as", "10480", "--clock", "2027-04-01",
        ], socket: service.socket)
      #expect(run.status == 0, "\(run.errors)")
      let call = try #require(service.received.first)
      #expect(call.method == "OfferSeat")
      #expect(call.parameters["command"] == ["cohort": "2027", "nominee": "10536"])
      let options = call.parameters["call"]
      #expect(options?["dryRun"] == true)
      #expect(options?["behalf"] == "10473")
      #expect(options?["expected"] == 7)
      #expect(options?["id"] == "01890a5d-ac96-774b-bcce-b302099a8057")
      #expect(options?["simulate"] == ["actor": "10480", "at": "2027-03-31T22:00:00.000Z"])
    }
  }

  @Test func `a command without an id gets a new one`() async throws {
    try await FakeService.run({ _ in .reply(Self.receipt) }) { service in
      for _ in 0..<2 { _ = await CommandRun.of(["scoring", "close", "--cohort", "2027"], socket: service.socket) }
      let ids = service.received.map { $0.parameters["call"]?["id"]?.string }
      #expect(ids.count == 2)
      #expect(ids[0] != nil && ids[0] != ids[1])
    }
  }

  @Test func `a query carries its moment and the simulated actor of the variables`() async throws {
    try await FakeService.run({ _ in
      .reply(
        CohortOverview().with {
          $0.title = "T"; $0.zone = "Z"; $0.code = "2027"
        }.canonical)
    }) { service in
      let run = await CommandRun.of(
        ["cohort", "show", "--at", "2027-03-01"], socket: service.socket,
        variables: ["TALENTD_COHORT": "2027", "TALENTD_AS": "10473"])
      #expect(run.status == 0, "\(run.errors)")
      let call = try #require(service.received.first)
      #expect(call.parameters["at"] == ["time": "2027-03-01T22:59:59.999Z"])
      #expect(call.parameters["query"] == ["cohort": "2027"])
      #expect(call.parameters["simulate"] == ["actor": "10473"])
    }
  }

  @Test func `text is normalised before it is sent`() async throws {
    try await FakeService.run({ _ in .reply(Self.receipt) }) { service in
      let run = await CommandRun.of(["centre", "register", "A\u{30A}sen"], socket: service.socket)
      #expect(run.status == 0, "\(run.errors)")
      let name = service.received.first?.parameters["command"]?["name"]?.string
      #expect(name.map { Array($0.utf8) } == Array("\u{C5}sen".utf8))
    }
  }

  @Test func `all whose turn it is are sent one command each, and one refusal stops no other`() async throws {
    let refusal = RefusedError.with { $0.findings = [.ownCentre] }.canonical
    try await FakeService.run({ call in
      switch call.method {
      case "ListNominations":
        let people = ["10536", "10585", "10606"].enumerated().map {
          Person.named($0.element, "N", UInt64($0.offset + 1))
        }
        return .reply(
          NominationList.with { list in
            list.nominations = people.map { person in .with { $0.nominee = person } }
          }.canonical)
      default:
        return call.parameters["command"]?["nominee"] == "10585" ? .error(.refused, refusal) : .reply(Self.receipt)
      }
    }) { service in
      let run = await CommandRun.of(
        ["nomination", "receive", "--all", "--cohort", "2027", "-o", "json"], socket: service.socket)
      #expect(run.status == 1, "\(run.errors)")
      #expect(service.received.map(\.method) == ["ListNominations"] + Array(repeating: "ReceiveNomination", count: 3))
      #expect(service.received[0].parameters["query"]?["status"] == "submitted")
      let report = try JSON(parsing: Array(run.output.utf8.dropLast()))
      #expect(report["accepted"] == 2)
      #expect(report["rows"]?[0]?["person"] == "10585")
    }
  }

  @Test func `a tail shows every page as it comes`() async throws {
    let pages = [1, 2].map { position in
      AuditTrail.with { trail in
        trail.entries = [
          .with {
            $0.position = position
            $0.stream = "2027"
            $0.type = "seat.offered.v1"
          }
        ]
      }.canonical
    }
    try await FakeService.run({ _ in .pages(pages) }) { service in
      let run = await CommandRun.of(["log", "tail", "--from", "1", "-o", "jsonl"], socket: service.socket)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.split(separator: "\n").count == 2)
      let csv = await CommandRun.of(["log", "tail", "--from", "1", "-o", "csv"], socket: service.socket)
      #expect(csv.output.split(separator: "\r\n").count == 3)
    }
  }

  @Test func `a rebuild that comes out otherwise ends with 5`() async throws {
    let before = Digest(String(repeating: "a", count: 43))
    let pages = [
      RebuildProgress.with { ($0.done, $0.total) = (1, 2) }.canonical,
      RebuildProgress.with {
        ($0.done, $0.total) = (2, 2)
        $0.before = before
        $0.digest = Digest(String(repeating: "b", count: 43))
      }.canonical,
    ]
    try await FakeService.run({ _ in .pages(pages) }) { service in
      #expect(await CommandRun.of(["projection", "rebuild"], socket: service.socket).status == 5)
    }
  }
}

extension Record {
  func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }
}
