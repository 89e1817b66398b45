import ArgumentParser
import TalentDomain
import TalentInterface

extension InternshipNoun {
  /// HR's list of agreed internships.
  struct Import: ImportVerb {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Import agreed internships from a file.",
      discussion: "Indlæs aftaler om praktik fra en fil.")
    static let methods = ["\(AgreeInternship.area.interface).ImportInternships"]

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: ImportOptions

    func run() throws {
      let cohort = try cohort.code()
      let sheet = try Sheet(options.file, required: ["Medarbejdernr", "Praktikvært", "Fra", "Til", "Dage"])
      var batch = ImportBatch<AgreeInternship>(sheet) { row throws(RowFault) in
        var command = AgreeInternship()
        command.cohort = cohort
        command.participant = try row.person("Medarbejdernr")
        command.host = try row.person("Praktikvært")
        command.from = try row.date("Fra")
        command.to = try row.date("Til")
        command.days = try row.amount("Dage")
        return .init(number: row.number, behalf: nil, command: command)
      }
      batch.rows.sort { ($0.command.from, $0.number) < ($1.command.from, $1.number) }
      let session = try Session(common)
      var report = BatchReport()
      try session.importAll(
        batch, scope: cohort.value, options, progress: Progress(session, da: "Praktikaftaler", en: "Internships"),
        into: &report)
      try session.finish(report)
    }
  }
}
