import ArgumentParser
import TalentDomain
import TalentInterface

extension CentreNoun {
  /// Who leads which centre. Its people must have been imported before.
  struct Import: ImportVerb {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Appoint centre chiefs and deputies from a file.",
      discussion: "Udpeg centerchefer og stedfortrædere efter en fil.")
    static let methods = ["\(AppointCentreChief.area.interface).ImportCentreChiefs"]

    @OptionGroup var options: ImportOptions

    func run() throws {
      let sheet = try Sheet(options.file, required: ["Center", "Centerchef"], optional: ["Stedfortræder"])
      var batch = ImportBatch<AppointCentreChief>()
      batch.malformed = sheet.malformed
      for row in sheet.rows {
        do throws(RowFault) {
          batch.rows += try CentreNoun.read(row)
        } catch { batch.malformed.append(error) }
      }
      let session = try Session(common)
      var report = BatchReport()
      try session.importAll(
        batch, scope: "", options, progress: Progress(session, da: "Centre", en: "Centres"), into: &report)
      try session.finish(report)
    }
  }

  /// A row appoints one or two people.
  fileprivate static func read(_ row: SheetRow) throws(RowFault) -> [ImportBatch<AppointCentreChief>.Row] {
    var appointments: [ImportBatch<AppointCentreChief>.Row] = []
    let people = [
      (CentrePost.chief, try row.optionalPerson("Centerchef")), (.deputy, try row.optionalPerson("Stedfortræder")),
    ]
    for (post, person) in people {
      guard let person else { continue }
      var command = AppointCentreChief()
      command.centre = try row.line("Center")
      command.person = person
      command.post = post
      appointments.append(.init(number: row.number, behalf: nil, command: command))
    }
    return appointments
  }
}
