import TalentDomain
import TalentInterface

extension DutyList: Shown {
  static var lists: [String] { ["duties"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "Intet udestår.", en: "Nothing is outstanding."), duties,
      [
        Column("Senest", "Due") { line, style in style.date(line.due) },
        Column("Overskredet", "Overdue") { line, style in line.days.map { style.days($0) } ?? "" },
        Column("Hvad", "What") { line, style in style(line.kind.words) },
        Column("Antal", "Count", right: true) { line, _ in String(line.count) },
        Column("Hvem", "Who") { line, style in style.person(line.owner) },
        Column("Vedrører", "About") { line, style in style.person(line.about) },
        Column("Hold", "Cohort") { line, _ in line.cohort?.value ?? "" },
      ])
  }
}

extension Style {
  /// `1 dag`, `12 dage`.
  func days(_ count: Int) -> String {
    count == 1 ? self(da: "1 dag", en: "1 day") : self(da: "\(count) dage", en: "\(count) days")
  }
}

extension AuditTrail: Shown {
  static var lists: [String] { ["entries"] }

  static var columns: [Column<AuditEntry>] {
    [
      Column("Position", "Position", right: true) { line, _ in String(line.position) },
      Column("Registreret", "Recorded") { line, style in style.time(line.recorded) },
      Column("Virkning fra", "Effective") { line, style in
        line.effective == line.recorded ? "" : style.time(line.effective)
      },
      Column("Hændelse", "Event") { line, _ in line.type.value },
      Column("Hvad skete", "What happened") { line, style in style(ReceiptEvent.purpose(of: line.type.value)) },
      Column("Vedrører", "About") { line, style in style.person(line.subject) },
      Column("Af", "By") { line, style in style.person(line.actor) },
      Column("På vegne af", "On behalf of") { line, style in style.person(line.behalf) },
      Column("Regler", "Rules") { line, style in style.lines(line.rules) },
      Column("Strøm", "Stream") { line, _ in line.stream.value },
      Column("Årsag", "Cause", right: true) { line, style in style.number(line.cause) },
    ]
  }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "Ingen hændelser, som du må se, passer.", en: "No events that you may see match."), entries,
      AuditTrail.columns)
    if let next {
      page.say("Der er flere: gå videre med --from \(next).", "There are more: go on with --from \(next).")
    }
  }
}

extension EventShown: Shown {
  func show(on page: inout Page) {
    let style = page.style
    page.facts([
      ("Position", "Position", String(entry.position)), ("Hændelse", "Event", entry.type.value),
      ("Hvad skete", "What happened", style(ReceiptEvent.purpose(of: entry.type.value))),
      ("Virkning fra", "Effective", style.time(entry.effective)),
      ("Registreret", "Recorded", style.time(entry.recorded)), ("Strøm", "Stream", entry.stream.value),
      ("Vedrører", "About", style.person(entry.subject)), ("Af", "By", style.person(entry.actor)),
      ("På vegne af", "On behalf of", style.person(entry.behalf)), ("Regler", "Rules", style.lines(entry.rules)),
      ("Kommando", "Command", entry.command?.value ?? ""), ("Årsag", "Cause", style.number(entry.cause)),
    ])
    page.facts([
      ("Blad", "Leaf", leaf.value), ("Bladets hash", "Leaf hash", hash.text),
      ("Træets størrelse", "Tree size", String(treeSize)),
      ("Bevis", "Proof", proof.map(\.text).joined(separator: "\n")),
    ])
    guard !opened.isEmpty else { return }
    page.table(
      title: Bilingual(da: "Forseglet ved siden af", en: "Sealed beside it"), empty: Bilingual(da: "", en: ""), opened,
      [
        Column("Navn", "Name") { line, _ in line.name?.value ?? "" },
        Column("Fingeraftryk", "Digest") { line, _ in line.digest.text },
        Column("Åbnet", "Opened") { line, style in
          line.disclosure?.value ?? style(da: "ikke for dig, eller slettet", en: "not for you, or erased")
        },
      ])
  }
}

extension CheckpointShown: Shown {
  func show(on page: inout Page) {
    page.facts([("Størrelse", "Size", String(size)), ("Nøgle", "Key", key.value)])
    page.say(note.value)
  }
}

extension RuleList: Shown {
  static var lists: [String] { ["rules"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "Ingen regler.", en: "No rules."), rules,
      [
        Column("Regel", "Rule") { line, _ in line.id.value },
        Column("Udgave", "Version", right: true) { line, _ in String(line.version) },
        Column("Sætning", "Sentence") { line, style in style(da: line.da.value, en: line.en.value) },
        Column("Kilde", "Source") { line, _ in line.source.value },
      ])
  }
}
