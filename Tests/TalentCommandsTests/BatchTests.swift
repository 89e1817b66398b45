import TalentDomain
import TalentInterface
import Testing

@testable import TalentCommands

struct BatchTests {
  private func score(_ number: String, _ points: Int, remark: String? = nil) -> ScoreAssessment {
    .with {
      $0.cohort = "2027"
      $0.nominee = PersonRef(given: number)
      $0.question = 1
      $0.points = points
      $0.remark = remark.map { Text($0) }
    }
  }

  // MARK: Ids

  @Test func `a row's id is a UUID of version 8 made from its content`() {
    let id = RowID.make(ScoreAssessment.self, score("10536", 3), behalf: nil, scope: "2027")
    #expect(CommandID(id.text) == id)
    #expect(Array(id.text)[14] == "8")
    #expect("89ab".contains(Array(id.text)[19]))
    #expect(id == RowID.make(ScoreAssessment.self, score("10536", 3), behalf: nil, scope: "2027"))
  }

  @Test func `rows that differ in content, cohort or on whose behalf have different ids`() {
    let ids = [
      RowID.make(ScoreAssessment.self, score("10536", 3), behalf: nil, scope: "2027"),
      RowID.make(ScoreAssessment.self, score("10536", 2), behalf: nil, scope: "2027"),
      RowID.make(ScoreAssessment.self, score("10536", 3), behalf: nil, scope: "2028"),
      RowID.make(ScoreAssessment.self, score("10536", 3), behalf: PersonRef(given: "10487"), scope: "2027"),
    ]
    #expect(Set(ids.map(\.text)).count == ids.count)
  }

  // MARK: Chunks

  @Test func `chunks hold at most 200 rows, in their order`() {
    var batch = ImportBatch<ScoreAssessment>()
    batch.rows = (1...455).map { .init(number: $0 + 1, behalf: nil, command: score("\($0)", 2)) }
    let chunks = batch.chunks(scope: "2027")
    #expect(chunks.map(\.count) == [200, 200, 55])
    #expect(chunks.flatMap { $0.map(\.number) } == Array(2...456))
  }

  @Test func `chunks of long rows stay within a frame`() {
    var batch = ImportBatch<ScoreAssessment>()
    let remark = String(repeating: "æ", count: 4000)
    batch.rows = (1...200).map { .init(number: $0 + 1, behalf: nil, command: score("\($0)", 2, remark: remark)) }
    let chunks = batch.chunks(scope: "2027")
    #expect(chunks.count == 3)
    for chunk in chunks {
      let frame = Import<ScoreAssessment>.with { $0.rows = chunk.map(\.row) }
      #expect(frame.canonical.count < 1 << 20)
    }
  }

  // MARK: Order

  private func person(_ number: String, leader: String?) -> ImportBatch<RegisterPerson>.Row {
    let command = RegisterPerson.with {
      $0.number = Line(number)
      $0.leader = leader.map { PersonRef(given: $0) }
    }
    return .init(number: 0, behalf: nil, command: command)
  }

  @Test func `leaders come before those whom they lead, otherwise the file's order stands`() {
    let rows = [
      person("4", leader: "2"), person("5", leader: nil), person("2", leader: "1"), person("1", leader: nil),
      person("3", leader: "9"),
    ]
    #expect(LeadersFirst.sorted(rows).map(\.command.number.value) == ["1", "2", "4", "5", "3"])
  }

  @Test func `two who lead each other do not stop an import`() {
    let rows = [person("1", leader: "2"), person("2", leader: "1")]
    #expect(LeadersFirst.sorted(rows).count == 2)
  }

  // MARK: The report

  private func outcome(_ kind: RowOutcome.Kind, repeated: Bool = false) -> RowOutcome {
    .with {
      $0.kind = kind
      $0.repeated = repeated
      if kind == .refused { $0.findings = [.ownCentre] }
    }
  }

  @Test func `a repeated import counts what was recorded before, and refuses the same`() {
    var first = BatchReport()
    var second = BatchReport()
    for (kind, row) in [(RowOutcome.Kind.done, 2), (.refused, 3)] {
      first.add(outcome(kind), row: row, person: nil)
      second.add(outcome(kind, repeated: true), row: row, person: nil)
    }
    #expect((first.accepted, first.repeated, first.refused) == (1, 0, 1))
    #expect((second.accepted, second.repeated, second.refused) == (0, 1, 1))
    #expect(first.rows == second.rows)
  }

  static let endings: [(kinds: [RowOutcome.Kind], status: TalentCommands.ExitStatus)] = [
    ([.done], .done), ([.done, .refused], .refused), ([.notFound], .refused), ([.refused, .conflict], .conflict),
    ([.refused, .busy], .tryAgain), ([.readOnly], .tryAgain), ([.internalFailure, .busy], .internalFailure),
    ([.notPermitted, .refused], .notPermitted), ([.invalid, .notPermitted, .refused], .badData),
  ]

  @Test(arguments: endings)
  func `an import ends by the gravest of its rows`(_ kinds: [RowOutcome.Kind], _ status: TalentCommands.ExitStatus) {
    var report = BatchReport()
    for (index, kind) in kinds.enumerated() { report.add(outcome(kind), row: index + 2, person: nil) }
    #expect(report.status == status)
  }

  @Test func `a malformed row makes an import end with bad data`() {
    var report = BatchReport()
    report.add(outcome(.refused), row: 2, person: nil)
    report.add(RowFault(row: 3, column: "Navn", Bilingual(da: "Cellen er tom.", en: "The cell is empty.")))
    #expect(report.status == .badData)
    #expect(report.malformed == 1)
  }
}
