import ArgumentParser
import TalentDomain
import TalentInterface

extension NominationNoun {
  /// The HR portal's file of forms: each is recorded on behalf of the chief who handed it in, in the order of handing in.
  struct Import: ImportVerb {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Import nomination forms from the HR portal's file.",
      discussion: "Indlæs skemaer til indstilling fra HR-portalens fil.")
    static let methods = ["\(SubmitNomination.area.interface).ImportNominations"]

    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: ImportOptions

    func run() throws {
      let cohort = try cohort.code()
      let sheet = try Sheet(
        options.file, required: NominationForms.required, optional: NominationForms.optional,
        numbered: NominationForms.numbered)
      var batch = ImportBatch<SubmitNomination>(sheet) { row throws(RowFault) in
        try NominationForms.read(row, cohort)
      }
      // Rows handed in at the same second keep the file's order.
      batch.rows.sort { ($0.command.handedIn ?? .blank, $0.number) < ($1.command.handedIn ?? .blank, $1.number) }
      let session = try Session(common)
      var report = BatchReport()
      try session.importAll(
        batch, scope: cohort.value, options, progress: Progress(session, da: "Indstillinger", en: "Nominations"),
        into: &report)
      try session.finish(report)
    }
  }
}

/// The form (skemaet til indstillinger) as the portal writes it.
enum NominationForms {
  static let required = [
    "Indsendt", "Centerchef", "Medarbejdernr", "Navn", "Center", "Ledelse inden for fagområde", "Samtale dato",
    "Samtale på initiativ af", "Interesse bekræftet", "Interesse for ledelse", "Engagement ud over sig selv",
    "Ambition om at gøre en forskel",
  ]
  static let optional = ["Centerchefens prioritet"]
  static let numbered = ["Spørgsmål # grundlag", "Spørgsmål # begrundelse"]

  /// Cells that the chief left empty stay empty: whether that will do is for the rules to say (R4, R6, R7, R10).
  static func read(_ row: SheetRow, _ cohort: Code) throws(RowFault) -> ImportBatch<SubmitNomination>.Row {
    var command = SubmitNomination()
    command.cohort = cohort
    command.handedIn = try row.time("Indsendt")
    command.nominee = try row.person("Medarbejdernr")
    command.name = try row.optionalLine("Navn")
    command.centre = try row.optionalLine("Center")
    command.field = try row.optionalWord("Ledelse inden for fagområde", FormWords.fields)
    command.conversation = try conversation(row)
    command.interestConfirmed = try row.optionalDate("Interesse bekræftet")
    command.interest = try condition("Interesse for ledelse", row)
    command.engagement = try condition("Engagement ud over sig selv", row)
    command.ambition = try condition("Ambition om at gøre en forskel", row)
    command.answers = try answers(row)
    command.priority = try row.optionalInteger("Centerchefens prioritet")
    return .init(number: row.number, behalf: try row.person("Centerchef"), command: command)
  }

  private static func conversation(_ row: SheetRow) throws(RowFault) -> TalentConversation? {
    guard let date = try row.optionalDate("Samtale dato") else { return nil }
    let startedBy = try row.word("Samtale på initiativ af", FormWords.initiatives)
    return TalentConversation(date, startedBy: startedBy)
  }

  private static func condition(_ column: String, _ row: SheetRow) throws(RowFault) -> Bool {
    row[column] == nil ? false : try row.yes(column)
  }

  private static func answers(_ row: SheetRow) throws(RowFault) -> [AnswerGiven] {
    var answers: [AnswerGiven] = []
    for number in 1...20 where row.has("Spørgsmål \(number) grundlag") {
      answers.append(
        AnswerGiven(
          number, try row.optionalWord("Spørgsmål \(number) grundlag", FormWords.bases),
          try row.optionalText("Spørgsmål \(number) begrundelse")))
    }
    return answers
  }
}
