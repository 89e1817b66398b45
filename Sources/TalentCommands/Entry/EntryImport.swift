import ArgumentParser
import TalentDomain
import TalentInterface

extension EntryNoun {
  /// What participants have spent their time on, of every kind but the gatherings, in one file.
  struct Import: ImportVerb {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import activities from a file: MBTI, work groups, mentor, internship, dialogues.",
      discussion: "Indlæs aktiviteter fra en fil: MBTI, arbejdsgrupper, mentor, praktik, dialoger.")
    static let methods = [
      "ImportMBTIQuestionnaires", "ImportMBTIFeedback", "ImportWorkGroupMeetings", "ImportIndividualWork",
      "ImportMentorMeetings", "ImportInternshipDays", "ImportGoalDialogues",
    ].map { "\(Area.programme.interface).\($0)" }

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: ImportOptions

    func run() throws {
      let cohort = try cohort.code()
      let sheet = try Sheet(
        options.file, required: ["Dato", "Aktivitet", "Medarbejdernr", "Tid"], optional: ["Arbejdsgruppe"])
      let batch = MixedBatch(sheet) { row throws(RowFault) in [try Activity.read(row, cohort)] }
      let session = try Session(common)
      var report = BatchReport()
      try session.importAll(
        batch, scope: cohort.value, options, progress: Progress(session, da: "Aktiviteter", en: "Activities"),
        into: &report)
      try session.finish(report)
    }
  }
}
