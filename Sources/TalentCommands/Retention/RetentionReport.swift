import TalentDomain
import TalentInterface

/// What the data-protection officer is told of a run: what was granted, and what is held, by what.
struct RetentionReport: Record {
  var decided: [RetentionLine] = []
  var dryRun = false
  var held: [RetentionLine] = []
  var refused: [BatchRow] = []

  init() {}

  mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("decided", &decided)
    try members("dryRun", &dryRun)
    try members("held", &held, "Past its period, and held all the same.")
    try members("refused", &refused)
  }

  mutating func add(_ line: RetentionLine, _ outcome: RowOutcome) {
    guard outcome.kind != .done else { return decided.append(line) }
    var report = BatchReport()
    report.add(outcome, row: nil, person: line.person.reference)
    refused += report.rows
  }
}

extension RetentionReport: Shown {
  static var lists: [String] { ["decided", "held", "refused"] }

  func show(on page: inout Page) {
    page.table(
      title: dryRun
        ? Bilingual(
          da: "Prøvekørsel; intet er afgjort. Dette ville blive bevilget:",
          en: "Dry run; nothing is decided. This would be granted:")
        : Bilingual(da: "Bevilget til sletning:", en: "Granted for erasure:"),
      empty: Bilingual(
        da: "Intet, der ikke holdes af noget, har passeret sin frist.",
        en: "Nothing has passed its period that nothing holds."),
      decided, RetentionList.whatAndWhen)
    if !held.isEmpty {
      page.table(
        title: Bilingual(da: "Fristen er løbet ud, men noget holder:", en: "Past its period, and held:"),
        empty: Bilingual(da: "", en: ""), held, RetentionList.whatAndWhen + [RetentionList.heldBy])
    }
    if !refused.isEmpty {
      var report = BatchReport()
      report.refused = refused.count
      report.rows = refused
      report.show(on: &page)
    }
    guard !dryRun, !decided.isEmpty else { return }
    page.say(
      "En anden gennemfører dem: talentctl person erasure carry-out --all",
      "Somebody else carries them out: talentctl person erasure carry-out --all")
  }
}
