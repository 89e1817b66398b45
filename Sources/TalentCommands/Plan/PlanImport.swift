import ArgumentParser
import TalentDomain
import TalentInterface

extension PlanNoun {
  /// Development plans, one a row: purpose, benefit, and the goals in columns of their own.
  struct Import: ImportVerb {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Import development plans from a file.",
      discussion: "Indlæs udviklingsplaner fra en fil.")
    static let methods = ["\(SetDevelopmentPlan.area.interface).ImportDevelopmentPlans"]

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: ImportOptions

    func run() throws {
      let cohort = try cohort.code()
      let sheet = try Sheet(options.file, required: ["Medarbejdernr", "Formål", "Udbytte"], numbered: ["Mål #"])
      let batch = ImportBatch<SetDevelopmentPlan>(sheet) { row throws(RowFault) in
        var command = SetDevelopmentPlan()
        command.cohort = cohort
        command.participant = try row.person("Medarbejdernr")
        // What is left open stays open: whether that will do is for the rules to say (R17).
        command.purposeOfPlan = try row.optionalText("Formål")
        command.benefit = try row.optionalText("Udbytte")
        for number in 1...20 {
          if let goal = try row.optionalText("Mål \(number)") { command.goals.append(goal) }
        }
        return .init(number: row.number, behalf: nil, command: command)
      }
      let session = try Session(common)
      var report = BatchReport()
      try session.importAll(
        batch, scope: cohort.value, options,
        progress: TalentCommands.Progress(session, da: "Udviklingsplaner", en: "Development plans"), into: &report)
      try session.finish(report)
    }
  }
}
