import TalentDomain

extension ReplayPage: Shown {
  static var lists: [String] { ["findings", "events"] }

  func show(on page: inout Page) {
    let style = page.style
    if let summary {
      page.facts([
        ("Hold", "Cohort", summary.cohort.value),
        ("Hændelser", "Events", String(summary.events)),
        ("Inden for reglerne", "Within the rules", String(summary.within)),
        ("Imod en regel", "Against a rule", summary.inWords(style)),
        ("Bevidnet", "Attested", summary.attested > 0 ? String(summary.attested) : ""),
        (
          "Kan ikke længere efterprøves", "No longer checkable",
          summary.noLongerCheckable > 0 ? String(summary.noLongerCheckable) : ""
        ),
      ])
      page.table(
        title: Bilingual(da: "Beregnet igen", en: "Worked out again"), empty: Bilingual(da: "", en: ""),
        summary.recomputed,
        [
          Column("Position", "Position", right: true) { line, _ in String(line.position) },
          Column("Hvad", "What") { line, style in style(line.kind.words) },
          Column("Ens", "Equal", tone: { $0.equal ? .good : .warning }) { line, style in style.yes(line.equal) },
          Column("Fingeraftryk", "Digest") { line, _ in line.digest.text },
        ])
      if !summary.dispensations.isEmpty {
        page.table(
          title: Bilingual(da: "Undtagelser, som er besluttet", en: "Exceptions that were decided"),
          empty: Bilingual(da: "", en: ""), summary.dispensations,
          [
            Column("Position", "Position", right: true) { line, _ in String(line.position) },
            Column("Regel", "Rule") { line, _ in line.rule.value },
            Column("Hvad", "What") { line, style in style(line.kind.words) },
            Column("Vedrører", "About") { line, style in style.person(line.person) },
          ])
      }
    }
    if findings.isEmpty {
      page.say("Ingen hændelser er imod en regel.", "No event is against a rule.")
    } else {
      for finding in findings { finding.show(on: &page) }
    }
    guard !events.isEmpty else { return }
    page.table(
      title: Bilingual(da: "Hver hændelse", en: "Every event"), empty: Bilingual(da: "", en: ""), events,
      [
        Column("Position", "Position", right: true) { line, _ in String(line.position) },
        Column("Registreret", "Recorded") { line, style in style.time(line.recorded) },
        Column("Hændelse", "Event") { line, _ in line.type.value },
        Column("Dom", "Verdict", tone: \.tone) { line, style in line.words(style) },
        Column("Regler", "Rules") { line, style in style.lines(line.rules) },
        Column("Vedrører", "About") { line, style in style.person(line.subject) },
        Column("Af", "By") { line, style in style.person(line.actor) },
      ])
  }
}

extension ReplaySummary {
  fileprivate func inWords(_ style: Style) -> String {
    guard explained > 0 else { return String(against) }
    return style(
      da: "\(against), heraf \(explained) forklaret af en dispensation",
      en: "\(against), of which a dispensation explains \(explained)")
  }
}

extension ReplayFinding {
  fileprivate func show(on page: inout Page) {
    let style = page.style
    let about = subject.map { style(da: ", om ", en: ", about ") + style.person($0) } ?? ""
    let title = "\(position)  \(finding.rule.value)  \(type.value)"
    page.facts(
      title: Bilingual(da: title, en: title),
      [
        ("Registreret", "Recorded", style.time(recorded) + style(da: " af ", en: " by ") + style.person(actor) + about),
        ("Galt", "Wrong", style(da: finding.problemDa.value, en: finding.problemEn.value)),
        ("Reglen", "Rule", style(da: finding.ruleDa.value, en: finding.ruleEn.value)),
        ("Det rigtige", "Right", style(da: finding.remedyDa.value, en: finding.remedyEn.value)),
        ("Forklaret af", "Explained by", explainedBy.map(String.init).joined(separator: ", ")),
      ])
  }
}

extension ReplayEventLine {
  fileprivate var tone: Ink.Tone? {
    switch verdict {
    case .against: .warning
    case .attested, .noLongerCheckable: .faint
    case .within: nil
    }
  }

  fileprivate func words(_ style: Style) -> String {
    guard !wanting.isEmpty, verdict != .against else { return style(verdict.words) }
    return "\(style(verdict.words)): \(wanting.map { style($0.words) }.joined(separator: ", "))"
  }
}

extension ReplayVerdict {
  var words: Bilingual {
    switch self {
    case .against: Bilingual(da: "imod en regel", en: "against a rule")
    case .attested: Bilingual(da: "bevidnet", en: "attested")
    case .noLongerCheckable: Bilingual(da: "kan ikke længere efterprøves", en: "no longer checkable")
    case .within: Bilingual(da: "inden for reglerne", en: "within the rules")
    }
  }
}

extension ReplayWant {
  var words: Bilingual {
    switch self {
    case .authority: Bilingual(da: "hvem der stod bag", en: "who was behind it")
    case .sealed: Bilingual(da: "det forseglede", en: "what is sealed")
    }
  }
}

extension Recomputed.Kind {
  var words: Bilingual {
    switch self {
    case .approval: Bilingual(da: "godkendelsen nævner forslaget", en: "the approval names the proposal")
    case .criteria: Bilingual(da: "kriterierne", en: "the criteria")
    case .proposal: Bilingual(da: "forslaget", en: "the proposal")
    case .ranking: Bilingual(da: "ranglisten", en: "the ranking")
    case .ruleSet: Bilingual(da: "regelsættet", en: "the rule set")
    }
  }
}

extension ReplayDispensation.Kind {
  var words: Bilingual {
    switch self {
    case .completionGround: Bilingual(da: "gennemført med begrundelse", en: "completed with a ground")
    case .conflictDismissed: Bilingual(da: "fundet habil", en: "found impartial")
    case .deadlineExtended: Bilingual(da: "fristen forlænget", en: "deadline extended")
    case .departure: Bilingual(da: "forslaget afviger fra ranglisten", en: "the proposal departs from the ranking")
    case .earlyLapse: Bilingual(da: "reservepladsen afsluttet før tid", en: "place in reserve ended early")
    case .lateNomination: Bilingual(da: "dispensation for fristen", en: "dispensation from the deadline")
    case .seatCount: Bilingual(da: "antallet af pladser ændret", en: "number of seats changed")
    }
  }
}
