import TalentDomain

extension EntryShown: Shown {
  func show(on page: inout Page) {
    let style = page.style
    let unit = entry.kind.track.unit
    page.facts([
      ("Hvad", "What", style(entry.kind.label)), ("Dag", "Day", style.date(entry.date)),
      ("Tid", "Time", style.amount(entry.amount, unit)),
      ("Deltager", "Participant", participants.map { style.person($0) }.joined(separator: "\n")),
      ("Med", "With", style.person(entry.with)),
      ("Bekræftet", "Confirmed", entry.voided ? "" : style.yes(entry.confirmed)),
      ("Annulleret", "Voided", entry.voided ? style.yes(true) : ""), ("Id", "Id", entry.id.text),
    ])
    page.table(
      title: Bilingual(da: "Historik", en: "History"), empty: Bilingual(da: "", en: ""), history,
      [
        Column("Registreret", "Recorded") { step, style in style.time(step.recorded) },
        Column("Virkning fra", "Effective") { step, style in
          step.effective == step.recorded ? "" : style.time(step.effective)
        },
        Column("Hvad skete", "What happened", wraps: true) { step, style in step.words(style, unit) },
        Column("Af", "By") { step, style in style.person(step.by) },
        Column("Registreret af", "Recorded by") { step, style in style.person(step.recorder) },
        Column("Hvorfor", "Why", wraps: true) { step, style in
          step.reason?.value ?? step.ground.map { style($0.label) } ?? ""
        },
        Column("Position", "Position", right: true) { step, style in style.number(step.position) },
      ])
  }
}

extension EntryStep {
  /// `rettet: 14-01-2028 1 dag → 13-01-2028 ½ dag`
  fileprivate func words(_ style: Style, _ unit: TimeUnit) -> String {
    if let deviation { return "\(style(kind.label)): \(style(deviation.label))" }
    let sides = [(oldDate, oldAmount), (date, amount)].compactMap { day, amount in
      amount.map { "\(style.date(day)) \(style.amount($0, unit))" }
    }
    return sides.isEmpty ? style(kind.label) : "\(style(kind.label)): \(sides.joined(separator: " → "))"
  }
}

extension EntryList: Shown {
  static var lists: [String] { ["entries"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "Intet, som du må se, passer.", en: "Nothing that you may see matches."), entries,
      [
        Column("Dag", "Day") { line, style in style.date(line.entry.date) },
        Column("Deltager", "Participant") { line, style in style.person(line.participant) },
        Column("Hvad", "What") { line, style in style(line.entry.kind.label) },
        Column("Tid", "Time", right: true) { line, style in
          style.amount(line.entry.amount, line.entry.kind.track.unit)
        },
        Column("Med", "With") { line, style in style.person(line.entry.with) },
        Column("Bekræftet", "Confirmed") { line, style in
          line.entry.voided
            ? style(da: "annulleret", en: "voided") : line.entry.confirmed ? style.yes(true) : ""
        },
        Column("Id", "Id") { line, _ in line.entry.id.text },
      ])
  }
}
