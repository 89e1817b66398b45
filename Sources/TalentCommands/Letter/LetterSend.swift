import ArgumentParser
import TalentDomain

extension LetterNoun {
  struct Send: Verb {
    static let configuration = CommandConfiguration.verb("send", NotifyNonSelection.self)
    static let methods = [
      NotifyNonSelection.fullMethod, ShowSelection.fullMethod, ListSeats.fullMethod, ListNominations.fullMethod,
    ]

    @OptionGroup var who: NomineeOrAll

    @Option(
      help: ArgumentHelp(
        "The reasons (@FILE reads them); with --all a file with the columns Medarbejdernr and Begrundelse.",
        valueName: "text|file"))
    var reasons: String

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    var common: CommonOptions { options.common }

    func run() throws {
      let session = try Session(common)
      if let nominee = who.nominee {
        guard let text = Text(argument: reasons) else { throw LetterNoun.unreadable }
        let (receipt, bytes) = try session.send(try command(nominee, text), options)
        return Output.write(receipt, bytes, session)
      }
      let given: [String: Text]
      do {
        given = try ReasonsFile.read(reasons)
      } catch let failure as Failure where failure.status == .noInput {
        throw LetterNoun.noFile
      }
      let people = try everybody(session)
      let missing = people.filter { given[$0.given] == nil }.count
      guard missing == 0 else {
        throw Failure.badData(
          Bilingual(
            da: "\(reasons) mangler begrundelse til \(missing) af de \(people.count), der skal have brev.",
            en: "\(reasons) lacks the reasons for \(missing) of the \(people.count) who are due a letter."))
      }
      let commands = try people.compactMap { person in
        try given[person.given].map { (person: person, command: try command(person, $0)) }
      }
      try session.sendEach(commands, options)
    }

    private func command(_ nominee: PersonRef, _ reasons: Text) throws -> NotifyNonSelection {
      var command = NotifyNonSelection()
      command.cohort = try cohort.code()
      command.nominee = nominee
      command.reasons = reasons
      return command
    }

    /// Those neither selected nor in reserve, and those ruled not eligible, who have not been told.
    private func everybody(_ session: Session) throws -> [PersonRef] {
      var selection = ShowSelection()
      selection.cohort = try cohort.code()
      var seats = ListSeats()
      seats.cohort = selection.cohort
      let told = Set(try session.ask(seats).answer.told.map(\.nominee.id))
      let rest = try session.ask(selection).answer.rest.map(\.nominee).filter { !told.contains($0.id) }
      return rest.map(\.reference) + (try session.nominees(selection.cohort, .ineligible))
    }
  }

  fileprivate static let unreadable = Failure.badData(
    Bilingual(da: "Begrundelsen kan ikke læses.", en: "The reasons cannot be read."))

  /// What names no file may be the reasons themselves: it is not repeated.
  fileprivate static let noFile = Failure.noInput(
    Bilingual(
      da: "--reasons angiver ingen fil, der kan læses; det skal den med --all.",
      en: "--reasons names no file that can be read; with --all it must."))
}

/// Reasons by nominee, from a file.
enum ReasonsFile {
  static func read(_ path: String) throws -> [String: Text] {
    let sheet = try Sheet(path, required: ["Medarbejdernr", "Begrundelse"])
    var faults = sheet.malformed
    var reasons: [String: Text] = [:]
    for row in sheet.rows {
      do throws(RowFault) {
        let person = try row.person("Medarbejdernr")
        guard let text = try row.optionalText("Begrundelse") else {
          throw row.fault("Begrundelse", "Cellen er tom.", "The cell is empty.")
        }
        reasons[person.given] = text
      } catch { faults.append(error) }
    }
    guard faults.isEmpty else {
      throw Failure(
        .badData, "BadData",
        faults.map { fault in
          let column = fault.column.map { " «\($0)»" } ?? ""
          return Bilingual(
            da: "\(path): række \(fault.row)\(column): \(fault.problem.da)",
            en: "\(path): row \(fault.row)\(column): \(fault.problem.en)")
        })
    }
    return reasons
  }
}
