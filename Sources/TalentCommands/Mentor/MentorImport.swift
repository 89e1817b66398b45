import ArgumentParser
import TalentDomain
import TalentInterface

extension MentorNoun {
  /// HR's list of mentors and of whom each of them meets.
  struct Import: ImportVerb {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import mentors, their matches and the agreements on confidentiality from a file.",
      discussion: "Indlæs mentorer, deres deltagere og aftalerne om fortrolighed fra en fil.")
    static let methods = ["ImportMentors", "ImportMentorMatches", "ImportConfidentiality"].map {
      "\(Area.programme.interface).\($0)"
    }

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: ImportOptions

    func run() throws {
      let cohort = try cohort.code()
      let sheet = try Sheet(
        options.file, required: ["Mentor", "Medarbejdernr", "Fra"], optional: ["Fortrolighed aftalt"])
      let batch = MixedBatch(sheet) { row throws(RowFault) in try Mentoring.read(row, cohort) }
      let session = try Session(common)
      var report = BatchReport()
      try session.importAll(
        batch, scope: cohort.value, options, progress: Progress(session, da: "Mentorer", en: "Mentors"), into: &report)
      try session.finish(report)
    }
  }
}

/// A row without a participant registers the mentor; one with a participant matches the two, who agreed to confidentiality
/// on the day that stands there, if one does.
private enum Mentoring {
  static func read(_ row: SheetRow, _ cohort: Code) throws(RowFault) -> [MixedBatch.Row] {
    let mentor = try row.person("Mentor")
    guard let participant = try row.optionalPerson("Medarbejdernr") else {
      try row.leavesOpen("Fra", "Rækken har ingen deltager.", "The row has no participant.")
      try row.leavesOpen("Fortrolighed aftalt", "Rækken har ingen deltager.", "The row has no participant.")
      var command = RegisterMentor()
      command.cohort = cohort
      command.mentor = mentor
      return [.init(number: row.number, command: command)]
    }
    var match = MatchMentor()
    match.cohort = cohort
    let from = try row.date("Fra")
    match.date = from
    match.mentor = mentor
    match.participant = participant
    let matched = MixedBatch.Row(number: row.number, order: from.dayNumber, command: match)
    guard let agreed = try row.optionalDate("Fortrolighed aftalt") else { return [matched] }
    // Each of the two agrees in the own name.
    return [matched]
      + [participant, mentor].map { party in
        var agreement = AgreeConfidentiality()
        agreement.cohort = cohort
        agreement.date = agreed
        agreement.participant = participant
        return MixedBatch.Row(number: row.number, behalf: party, order: agreed.dayNumber, command: agreement)
      }
  }
}
