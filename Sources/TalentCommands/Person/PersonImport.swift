import ArgumentParser
import TalentDomain
import TalentInterface

extension PersonNoun {
  /// The personnel register's file. Centres that nobody has registered yet are registered first.
  struct Import: ImportVerb {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import employees, and the centres that they work in.",
      discussion: "Indlæs medarbejdere og deres centre.")
    static let methods = [
      "\(RegisterPerson.area.interface).ImportPeople", "\(RegisterCentre.area.interface).ImportCentres",
      ListCentres.fullMethod,
    ]

    @OptionGroup var options: ImportOptions

    func run() throws {
      let sheet = try Sheet(
        options.file,
        required: [
          "Medarbejdernr", "Navn", "Center", "Arbejdsplads", "Faglig baggrund", "Nærmeste leder",
          "Har haft lederstilling",
        ], optional: ["E-mail"])
      var batch = ImportBatch<RegisterPerson>(sheet, PersonNoun.read)
      batch.rows = LeadersFirst.sorted(batch.rows)
      let session = try Session(common)
      var report = BatchReport()
      try register(Set(batch.rows.map(\.command.centre.value)), session, into: &report)
      try session.importAll(
        batch, scope: "", options, progress: Progress(session, da: "Medarbejdere", en: "Employees"), into: &report)
      try session.finish(report)
    }

    /// Centres are not counted with the rows; what stands in the way of one is shown all the same.
    private func register(_ names: Set<String>, _ session: Session, into report: inout BatchReport) throws {
      let known = Set(try session.ask(ListCentres()).answer.centres.compactMap { $0.centre.name?.value })
      var batch = ImportBatch<RegisterCentre>()
      for name in names.subtracting(known).sorted() {
        var command = RegisterCentre()
        command.name = Line(name)
        batch.rows.append(.init(number: 1, behalf: nil, command: command))
      }
      guard !batch.rows.isEmpty else { return }
      var centres = BatchReport()
      try session.importAll(
        batch, scope: "", options, progress: Progress(session, da: "Centre", en: "Centres"), into: &centres)
      report.rows += centres.rows
      report.refused += centres.refused
    }
  }

  fileprivate static func read(_ row: SheetRow) throws(RowFault) -> ImportBatch<RegisterPerson>.Row {
    var command = RegisterPerson()
    command.number = try row.line("Medarbejdernr")
    command.name = try row.line("Navn")
    command.email = try row.optionalLine("E-mail")
    command.centre = try row.line("Center")
    command.workplace = try row.line("Arbejdsplads")
    command.profession = try row.line("Faglig baggrund")
    command.leader = try row.optionalPerson("Nærmeste leder")
    command.hasLed = try row.yes("Har haft lederstilling")
    return .init(number: row.number, behalf: nil, command: command)
  }
}

/// A leader must be known before those who name that leader.
enum LeadersFirst {
  /// Each person after the leaders above, otherwise in the order of the file. Where two lead each other, the file's order
  /// stands, and the service says what it cannot know yet.
  static func sorted(_ rows: [ImportBatch<RegisterPerson>.Row]) -> [ImportBatch<RegisterPerson>.Row] {
    let places = Dictionary(rows.enumerated().map { ($0.element.command.number.value, $0.offset) }) { _, last in last }
    var sorted: [ImportBatch<RegisterPerson>.Row] = []
    var placed: Set<Int> = []
    for start in rows.indices {
      var chain: [Int] = []
      var next: Int? = start
      while let index = next, !placed.contains(index), !chain.contains(index) {
        chain.append(index)
        next = rows[index].command.leader.flatMap { places[$0.given] }
      }
      for index in chain.reversed() {
        placed.insert(index)
        sorted.append(rows[index])
      }
    }
    return sorted
  }
}
