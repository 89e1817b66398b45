import ArgumentParser
import TalentDomain
import TalentInterface

extension AssessmentNoun {
  /// An assessor's own file of scores.
  struct Import: ImportVerb {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Import your own scores from a file.",
      discussion: "Indlæs dine egne bedømmelser fra en fil.")
    static let methods = ["\(ScoreAssessment.area.interface).ImportAssessments"]

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: ImportOptions

    func run() throws {
      let cohort = try cohort.code()
      let sheet = try Sheet(
        options.file, required: ["Medarbejdernr", "Spørgsmål", "Grundlag", "Point (0-4)"], optional: ["Bemærkning"])
      let batch = ImportBatch<ScoreAssessment>(sheet) { row throws(RowFault) in
        var command = ScoreAssessment()
        command.cohort = cohort
        command.nominee = try row.person("Medarbejdernr")
        command.question = try row.integer("Spørgsmål")
        command.basis = try row.word("Grundlag", FormWords.bases)
        command.points = try row.integer("Point (0-4)")
        command.remark = try row.optionalText("Bemærkning")
        return .init(number: row.number, behalf: nil, command: command)
      }
      let session = try Session(common)
      var report = BatchReport()
      try session.importAll(
        batch, scope: cohort.value, options, progress: Progress(session, da: "Bedømmelser", en: "Scores"), into: &report
      )
      try session.finish(report)
    }
  }
}
