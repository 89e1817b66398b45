import TalentDomain
import TalentInterface

/// What became of many commands, row by row where something stood in the way.
struct BatchReport: Record {
  /// Recorded now.
  var accepted = 0
  /// Rows that could not be read, or that the service could not.
  var malformed = 0
  /// Refused by a rule, or because something does not exist.
  var refused = 0
  /// Recorded by an earlier import of the same row.
  var repeated = 0
  var rows: [BatchRow] = []
  /// Rows that say that there is nothing to record, such as an absence.
  var unrecorded = 0

  init() {}

  mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("accepted", &accepted)
    try members("malformed", &malformed)
    try members("refused", &refused)
    try members("repeated", &repeated)
    try members("rows", &rows, "Those that were not recorded.")
    try members("unrecorded", &unrecorded, "Rows that say that there is nothing to record, such as an absence.")
  }
}

struct BatchRow: Record {
  /// Which column is malformed.
  var column: Line?
  var findings: [FindingLine] = []
  var kind = Line("")
  /// Whom it is about, as it was given.
  var person: PersonRef?
  var problemDa: Text?
  var problemEn: Text?
  var row: Int?

  init() {}

  mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("column", &column)
    try members("findings", &findings)
    try members("kind", &kind, "malformed, or a kind of RowOutcome.")
    try members("person", &person)
    try members("problemDa", &problemDa)
    try members("problemEn", &problemEn)
    try members("row", &row, "As a spreadsheet counts: the header is row 1.")
  }
}

extension BatchReport {
  mutating func add(_ fault: RowFault) {
    malformed += 1
    var row = BatchRow()
    row.row = fault.row
    row.column = fault.column.map { Line($0) }
    row.kind = "malformed"
    row.problemDa = Text(fault.problem.da)
    row.problemEn = Text(fault.problem.en)
    rows.append(row)
  }

  mutating func add(_ outcome: RowOutcome, row number: Int?, person: PersonRef?) {
    switch outcome.kind {
    case .done:
      if outcome.repeated { repeated += 1 } else { accepted += 1 }
      return
    case .invalid: malformed += 1
    default: refused += 1
    }
    var row = BatchRow()
    row.row = number
    row.person = person
    row.kind = Line(outcome.kind.rawValue)
    row.findings = outcome.findings
    if let fault = outcome.fault {
      let sentence = Failure.sentence(of: fault)
      row.problemDa = Text(sentence.da)
      row.problemEn = Text(sentence.en)
    }
    rows.append(row)
  }

  /// The gravest of what happened: a row that could not be read comes before one that a rule refused.
  var status: ExitStatus {
    let kinds = Set(rows.map(\.kind.value))
    let gravest: [(Set<String>, ExitStatus)] = [
      (["malformed", "invalid"], .badData), (["notPermitted"], .notPermitted),
      (["internalFailure"], .internalFailure), (["busy", "readOnly"], .tryAgain), (["conflict"], .conflict),
      (["refused", "notFound"], .refused),
    ]
    return gravest.first { !$0.0.isDisjoint(with: kinds) }?.1 ?? .done
  }
}

extension BatchReport: Shown {
  static var lists: [String] { ["rows"] }

  func show(on page: inout Page) {
    page.facts([
      ("Registreret", "Recorded", String(accepted)), ("Registreret før", "Recorded before", String(repeated)),
      ("Afvist", "Refused", String(refused)), ("Ulæselige", "Malformed", String(malformed)),
      ("Intet at registrere", "Nothing to record", unrecorded == 0 ? "" : String(unrecorded)),
    ])
    guard !rows.isEmpty else { return }
    page.table(
      empty: Bilingual(da: "", en: ""), rows,
      [
        Column("Række", "Row", right: true) { line, style in style.number(line.row) },
        Column("Medarbejdernr.", "Number") { line, _ in line.person?.given ?? "" },
        Column("Regel", "Rule") { line, style in
          line.findings.isEmpty ? style(line.words) : line.findings.map(\.rule.value).joined(separator: ", ")
        },
        Column("Kolonne", "Column") { line, _ in line.column?.value ?? "" },
        Column("Hvad er galt", "What is wrong") { line, style in
          let own = style(da: line.problemDa?.value ?? "", en: line.problemEn?.value ?? "")
          let rules = line.findings.map { style(da: $0.problemDa.value, en: $0.problemEn.value) }
          return ([own] + rules).filter { !$0.isEmpty }.joined(separator: " ")
        },
        Column("Det rigtige", "What would be right") { line, style in
          line.findings.map { style(da: $0.remedyDa.value, en: $0.remedyEn.value) }.joined(separator: " ")
        },
      ])
  }
}

extension BatchRow {
  /// Where no rule gives the row its name.
  var words: Bilingual {
    switch RowOutcome.Kind(rawValue: kind.value) {
    case .busy: Bilingual(da: "travlt: prøv igen", en: "busy: try again")
    case .conflict: Bilingual(da: "id brugt til andet", en: "id used for another")
    case .internalFailure: Bilingual(da: "fejl i tjenesten", en: "fault of the service")
    case .invalid: Bilingual(da: "ugyldig", en: "invalid")
    case .notFound: Bilingual(da: "findes ikke", en: "not found")
    case .notPermitted: Bilingual(da: "ikke tilladt", en: "not permitted")
    case .readOnly: Bilingual(da: "kan kun læse: prøv igen", en: "read-only: try again")
    case .done, .refused, nil: Bilingual(da: "ulæselig", en: "malformed")
    }
  }
}
