import TalentDomain

extension RetentionList: Shown {
  static var lists: [String] { ["lines"] }

  /// Whose, what, and the last day.
  static var whatAndWhen: [Column<RetentionLine>] {
    [
      Column("Person", "Person") { line, style in style.person(line.person) },
      Column("Hvad", "What") { line, style in style.classes(line.classes) },
      Column("Opbevares til og med", "Kept until") { line, style in
        line.until.map { style.date($0) } ?? style(da: "ikke afsluttet", en: "not ended")
      },
    ]
  }

  static var heldBy: Column<RetentionLine> {
    Column("Holdes af", "Held by") { line, style in line.holds.map { style($0.words) }.joined(separator: "; ") }
  }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "Intet at vise.", en: "Nothing to show."), lines,
      RetentionList.whatAndWhen + [
        Column("Udløbet", "Due") { line, style in
          guard !line.decided else { return style(da: "bevilget", en: "granted") }
          return line.due ? style.yes(true) : ""
        },
        Column("Hvorfor", "Why") { line, style in
          line.grounds.map { $0.shown(style) }.joined(separator: "; ")
        },
        RetentionList.heldBy,
      ])
  }
}

extension Style {
  /// What people call them, in the order in which they read of them.
  func classes(_ classes: [RetentionClass]) -> String {
    RetentionClass.inOrder.filter(classes.contains).map { self($0.purpose.name) }.joined(separator: ", ")
  }
}

extension RetentionGroundLine {
  /// `2027: deltog, 5 år fra 27-04-2028`.
  fileprivate func shown(_ style: Style) -> String {
    let what = (cohort.map { "\($0.value): " } ?? "") + style(outcome.words)
    guard let from else { return what }
    if years == 0 { return what + style(da: ", ophørt \(style.date(from))", en: ", ended \(style.date(from))") }
    let period = style(da: "\(years) år fra", en: years == 1 ? "1 year from" : "\(years) years from")
    return "\(what), \(period) \(style.date(from))"
  }
}

extension ErasureList: Shown {
  static var lists: [String] { ["erasures", "holds"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(
        da: "Ingen har bedt om sletning, og intet er slettet.",
        en: "Nobody has asked for erasure, and nothing is erased."),
      erasures,
      [
        Column("Status", "Status") { line, style in style(line.status.words) },
        Column("Person", "Person") { line, style in line.person.map { style.person($0) } ?? line.id.text },
        Column("Hvad", "What") { line, style in style.classes(line.classes) },
        Column("Dato", "Date") { line, style in style.date(line.day) },
        Column("Svar senest", "Answer by") { line, style in style.date(line.answerBy) },
        Column("Overskredet", "Overdue") { line, style in line.late.map { style.days($0) } ?? "" },
        Column("Grundlag", "Ground") { line, style in line.basis.map { style($0.words) } ?? "" },
      ])
    guard !holds.isEmpty else { return }
    page.table(
      title: Bilingual(da: "Spærret for sletning", en: "On legal hold"), empty: Bilingual(da: "", en: ""), holds,
      [
        Column("Person", "Person") { line, style in style.person(line.person) },
        Column("Grund", "Ground") { line, style in style(line.ground.words) },
        Column("Siden", "Since") { line, style in style.date(line.since) },
      ])
  }
}

extension ErasureLine.Status {
  var words: Bilingual {
    switch self {
    case .done: Bilingual(da: "gennemført", en: "done")
    case .granted: Bilingual(da: "bevilget", en: "granted")
    case .requested: Bilingual(da: "anmodet", en: "requested")
    case .underWay: Bilingual(da: "i gang", en: "under way")
    }
  }
}
