import TalentDomain
import Testing

@testable import TalentCommands

struct SheetTests {
  private func sentences(_ text: String, required: [String] = ["Navn", "Center"], numbered: [String] = []) -> [String] {
    do {
      _ = try Sheet(text, name: "fil.csv", required: required, optional: ["E-mail"], numbered: numbered)
      return []
    } catch let failure as Failure {
      #expect(failure.status == .badData)
      return failure.sentences.map(\.da)
    } catch {
      Issue.record(error)
      return []
    }
  }

  @Test func `columns are known by name, in any order and whatever their capitals`() throws {
    let sheet = try Sheet("CENTER;navn\nDriftbyen; Åse \n", name: "f", required: ["Navn", "Center"])
    #expect(sheet.rows[0]["Navn"] == "Åse")
    #expect(sheet.rows[0]["Center"] == "Driftbyen")
    #expect(sheet.rows[0].number == 2)
  }

  @Test func `a missing column is named, with those expected`() {
    #expect(
      sentences("Navn\nx\n") == ["fil.csv: kolonnen «Center» mangler.", "Forventede kolonner: Navn; Center; E-mail"])
  }

  @Test func `an unknown column is told by its place, never by what stands there`() {
    #expect(sentences("Navn;Center;Løn\nx;y;z\n").first == "fil.csv: kolonne 3 er ukendt.")
  }

  @Test func `a column that stands there twice is told`() {
    #expect(sentences("Navn;Center;navn\nx;y;z\n").first == "fil.csv: en kolonne står to gange.")
  }

  @Test func `an empty file is told`() { #expect(sentences("").first == "fil.csv er tom.") }

  @Test func `a question's columns come in pairs`() {
    let numbered = ["Spørgsmål # grundlag", "Spørgsmål # begrundelse"]
    let header = "Navn;Center;Spørgsmål 1 grundlag;Spørgsmål 1 begrundelse;Spørgsmål 2 grundlag\n"
    #expect(sentences(header, numbered: numbered).first == "fil.csv: kolonnen «Spørgsmål 2 begrundelse» mangler.")
    #expect(sentences("Navn;Center\n", numbered: numbered).first == "fil.csv: kolonnen «Spørgsmål 1 grundlag» mangler.")
  }

  @Test func `a row with too few cells is malformed, and the rest goes on`() throws {
    let sheet = try Sheet("Navn;Center\nx\nx;y\n", name: "f", required: ["Navn", "Center"])
    #expect(sheet.malformed.map(\.row) == [2])
    #expect(sheet.rows.map(\.number) == [3])
  }

  // MARK: Cells

  private func row(_ cell: String) throws -> SheetRow {
    try #require(try Sheet("Celle;Andet\n\"\(cell)\";x\n", name: "f", required: ["Celle", "Andet"]).rows.first)
  }

  @Test(arguments: [("ja", true), ("NEJ", false), ("Ja", true)])
  func `yes and no are Danish`(_ cell: String, _ meant: Bool) throws { #expect(try row(cell).yes("Celle") == meant) }

  @Test(arguments: [
    ("udvist", Basis.demonstrated), ("potentiale", .potential), ("begge", .both), ("Ingen", Basis.none),
  ])
  func `bases are Danish`(_ cell: String, _ meant: Basis) throws {
    #expect(try row(cell).word("Celle", FormWords.bases) == meant)
  }

  @Test(arguments: [("eget", TargetField.own), ("andet", .other)])
  func `fields are Danish`(_ cell: String, _ meant: TargetField) throws {
    #expect(try row(cell).word("Celle", FormWords.fields) == meant)
  }

  @Test(arguments: [("leder", Initiative.leader), ("medarbejder", .employee)])
  func `whose initiative it was is Danish`(_ cell: String, _ meant: Initiative) throws {
    #expect(try row(cell).word("Celle", FormWords.initiatives) == meant)
  }

  @Test(arguments: ["01-03-2027", "2027-03-01"])
  func `dates are Danish or those of ISO 8601`(_ cell: String) throws {
    #expect(try row(cell).date("Celle").text == "2027-03-01")
  }

  @Test func `times are local and to the second`() throws {
    #expect(try row("01-03-2027 23:59:59").time("Celle").text == "2027-03-01T23:59:59")
    #expect(try row("01-03-2027 23:59").time("Celle").text == "2027-03-01T23:59:00")
  }

  @Test(arguments: ["31-02-2027", "måske", "1/3-2027"])
  func `a cell that cannot be read is told by row and column, never by its content`(_ cell: String) throws {
    let row = try row(cell)
    let attempts: [() throws -> Void] = [
      { _ = try row.date("Celle") }, { _ = try row.time("Celle") }, { _ = try row.yes("Celle") },
      { _ = try row.integer("Celle") },
    ]
    for attempt in attempts {
      let fault = #expect(throws: RowFault.self) { try attempt() }
      #expect(fault?.row == 2)
      #expect(fault?.column == "Celle")
      #expect(fault.map { "\($0.problem)".contains(cell) } == false)
    }
  }
}
