import TalentDomain
import TalentInterface

/// What an administrator is told of erasures that were carried out: what is gone, and what that means.
struct ErasureReceipt: Record {
  var dryRun = false
  var erased: [ErasedLine] = []
  var refused: [BatchRow] = []

  init() {}

  mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("dryRun", &dryRun)
    try members("erased", &erased)
    try members("refused", &refused)
  }
}

struct ErasedLine: Record {
  var classes: [RetentionClass] = []
  var id = Alias.none

  init() {}

  mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("classes", &classes)
    try members("id", &id, "The person's id; the name is gone.")
  }
}

extension ErasureReceipt {
  mutating func add(_ line: ErasureLine, _ outcome: RowOutcome) {
    guard outcome.kind != .done else {
      var erasedLine = ErasedLine()
      erasedLine.classes = line.classes
      erasedLine.id = line.id
      return erased.append(erasedLine)
    }
    var report = BatchReport()
    report.add(outcome, row: nil, person: line.person?.reference)
    refused += report.rows
  }
}

extension RowOutcome {
  /// It went as it should.
  static let done: RowOutcome = {
    var outcome = RowOutcome()
    outcome.kind = .done
    return outcome
  }()
}

extension ErasureReceipt: Shown {
  static var lists: [String] { ["erased", "refused"] }

  func show(on page: inout Page) {
    page.table(
      title: dryRun
        ? Bilingual(
          da: "Prøvekørsel; intet er slettet. Dette ville blive:", en: "Dry run; nothing is erased. This would be:")
        : Bilingual(da: "Slettet:", en: "Erased:"),
      empty: Bilingual(da: "Der var ingen bevilget sletning.", en: "No erasure was granted."), erased,
      [
        Column("Person", "Person") { line, _ in line.id == .none ? "" : line.id.text },
        Column("Hvad", "What") { line, style in style.classes(line.classes) },
      ])
    if !dryRun, !erased.isEmpty {
      page.say([
        (
          page.style(
            da: "Det kan ikke gøres om: nøglerne er destrueret, og ingen kan læse oplysningerne mere.",
            en: "It cannot be undone: the keys are destroyed, and nobody can read the data any more."), nil
        ),
        (
          page.style(
            da: "Sikkerhedskopier af nøgler lever højst 30 dage; en kopi, der lægges tilbage, får sletningen med.",
            en: "Backups of keys live at most 30 days; one that is put back takes the erasure along."), nil
        ),
      ])
    }
    guard !refused.isEmpty else { return }
    var report = BatchReport()
    report.refused = refused.count
    report.rows = refused
    report.show(on: &page)
  }
}
