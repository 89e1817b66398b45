import ArgumentParser
import TalentDomain
import TalentInterface

extension GatheringNoun {
  /// The attendance lists (fremmødelister) of any number of gatherings.
  struct Import: ImportVerb {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Import attendance at gatherings from a file.",
      discussion: "Indlæs fremmøde ved samlinger fra en fil.")
    static let methods = ["\(RecordAttendance.area.interface).ImportAttendance"]

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: ImportOptions

    func run() throws {
      let cohort = try cohort.code()
      let sheet = try Sheet(options.file, required: ["Samling", "Medarbejdernr", "Fremmøde"])
      let batch = MixedBatch(sheet) { row throws(RowFault) in try Attendance.read(row, cohort) }
      let session = try Session(common)
      var report = BatchReport()
      try session.importAll(
        batch, scope: cohort.value, options, progress: Progress(session, da: "Fremmøde", en: "Attendance"),
        into: &report)
      try session.finish(report)
    }
  }
}

/// One participant at one gathering: `hel` for all of it, `halv` for half a day, days such as `1½ dag`, or `fraværende`.
private enum Attendance {
  static func read(_ row: SheetRow, _ cohort: Code) throws(RowFault) -> [MixedBatch.Row] {
    var command = RecordAttendance()
    command.cohort = cohort
    command.gathering = try row.integer("Samling")
    command.participants = [try row.person("Medarbejdernr")]
    switch row["Fremmøde"]?.lowercased() {
    // Who was not there has spent no time there: nothing is recorded.
    case "fraværende": return []
    case "hel": command.days = nil
    case "halv": command.days = Rational(1, 2)
    default: command.days = try days(row)
    }
    // Gatherings are numbered in the order of their days, which stand in no column here.
    return [.init(number: row.number, order: command.gathering, command: command)]
  }

  private static func days(_ row: SheetRow) throws(RowFault) -> Rational {
    do { return try row.days("Fremmøde") } catch {
      throw row.fault(
        "Fremmøde", "Forventet: hel, halv, fraværende, eller dage, for eksempel 1½ dag.",
        "Expected: hel, halv, fraværende, or days, such as 1½ dag.")
    }
  }
}
