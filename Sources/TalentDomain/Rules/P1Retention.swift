extension Rule {
  static let retention = Rule(
    .p1,
    Bilingual(
      da:
        "Oplysninger slettes på et grundlag i art. 17, stk. 1, aldrig mens sagen er åben, og mens opbevaringsfristen løber "
        + "kun efter litra b–f.",
      en:
        "Data is erased on a ground of art. 17(1), never while the case is open, and while the period of retention runs "
        + "only by letters (b) to (f)."),
    source: "GDPR art. 17(1), 17(3)(b) and 5(1)(e); the periods are values of the rule set.",
    checks: [
      on(ErasureDecided.self) { fact, _ in wrongBasis(fact) },
      on(ErasureDecided.self) { fact, _ in fact.granted ? openCase(fact.holds) : nil },
      on(ErasureBegun.self) { fact, _ in openCase(fact.holds) },
      on(ErasureDecided.self) { fact, situation in
        guard fact.granted, !fact.basis.holdsWithinPeriod else { return nil }
        return withinPeriod(fact.classes, fact.periods, fact.holds, situation)
      },
      on(ErasureBegun.self) { fact, situation in
        // Without a decision P5 says what is wrong.
        guard let grant = situation.organisation.privacy.granted[fact.person], !grant.basis.holdsWithinPeriod else {
          return nil
        }
        return withinPeriod(fact.classes, fact.periods, fact.holds, situation)
      },
    ])

  private static func wrongBasis(_ fact: ErasureDecided) -> Finding? {
    guard fact.granted != fact.basis.entitles else { return nil }
    let words = fact.basis.words
    return fact.granted
      ? Finding(
        .p1,
        (
          da: "\(words.da) giver ikke ret til sletning.", en: "\(words.en) entitles nobody to erasure."
        ),
        remedy: (
          da: "En bevilling hviler på art. 17, stk. 1, litra a–f: art17-1-a til art17-1-f.",
          en: "A grant rests on art. 17(1)(a) to (f): art17-1-a to art17-1-f."
        ))
      : Finding(
        .p1,
        (
          da: "\(words.da) giver ret til sletning, og kan ikke begrunde et afslag.",
          en: "\(words.en) entitles to erasure, and is no ground for refusing it."
        ),
        remedy: (
          da:
            "Et afslag hviler på art. 17, stk. 3, litra a–e, eller på, at intet grundlag i stk. 1 foreligger (art17-1).",
          en: "A refusal rests on art. 17(3)(a) to (e), or on there being none of the grounds of 17(1) (art17-1)."
        ))
  }

  private static func openCase(_ holds: [RetentionHold]) -> Finding? {
    guard holds.contains(.openCase) else { return nil }
    return Finding(
      .p1,
      (
        da: "Personen har en sag, der ikke er afsluttet (art. 17, stk. 3, litra b).",
        en: "The person has a case that is not ended (art. 17(3)(b))."
      ),
      remedy: (
        da:
          "Afslut sagen først: træk indstillingen tilbage, giv svar eller afslag, besvar klagen, eller lad forløbet slutte.",
        en: "End the case first: withdraw the nomination, answer or send the letter, answer the complaint, or let the "
          + "programme end."
      ))
  }

  private static func withinPeriod(
    _ classes: [RetentionClass], _ periods: [ClassPeriod], _ holds: [RetentionHold], _ situation: Situation
  ) -> Finding? {
    // Of an open case no period runs yet, and that it is open is said already.
    guard !holds.contains(.openCase) else { return nil }
    let today = situation.header.localDate
    // A class of which the event says nothing has not passed.
    let running = RetentionClass.inOrder.filter(classes.contains).map { one in
      periods.first { $0.retention == one } ?? ClassPeriod(one, until: nil)
    }
    .filter { !($0.until.map { $0 < today } ?? false) }
    guard !running.isEmpty else { return nil }
    let last = running.contains { $0.until == nil } ? nil : running.compactMap(\.until).max()
    let (da, en) = (
      list(running, \.purpose.name.da, by: \.danish, "til og med", "ikke afsluttet"),
      list(running, \.purpose.name.en, by: \.text, "until", "not ended")
    )
    return Finding(
      .p1,
      (
        da: "Opbevaringsfristen løber endnu (art. 17, stk. 1, litra a): \(da).",
        en: "The period of retention still runs (art. 17(1)(a)): \(en)."
      ),
      remedy: (
        da:
          "Slettes \(last.map { "tidligst \($0.adding(days: 1).danish)" } ?? "efter fristen"), eller nu på et grundlag i "
          + "art. 17, stk. 1, litra b–f.",
        en: "Erased \(last.map { "on \($0.adding(days: 1).text) at the earliest" } ?? "after the period"), or now on a "
          + "ground of art. 17(1)(b) to (f)."
      ))
  }

  /// The classes, those with the same last day together.
  private static func list(
    _ periods: [ClassPeriod], _ words: KeyPath<RetentionClass, String>, by date: KeyPath<CivilDate, String>,
    _ until: String, _ open: String
  ) -> String {
    var days: [CivilDate?] = []
    for period in periods where !days.contains(period.until) { days.append(period.until) }
    return days.map { day in
      let names = periods.filter { $0.until == day }.map { $0.retention[keyPath: words] }
      return names.joined(separator: ", ") + " " + (day.map { "\(until) \($0[keyPath: date])" } ?? "(\(open))")
    }.joined(separator: "; ")
  }
}
