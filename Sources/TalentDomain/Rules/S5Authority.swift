extension Rule {
  /// At the door the service asks it before any rule is asked, by the method that is called; a replay asks it of the events,
  /// where it may know who is behind an alias (`Authority`). The checks here are those that a leaf alone can show.
  static let authority = Rule(
    .s5,
    Bilingual(
      da: "Hver hændelse registreres i eget navn eller på en andens vegne af den, hvis rolle eller post giver ret til "
        + "det.",
      en: "Each event is recorded in one's own name, or on another's behalf, by whoever's role or post allows it."),
    source: "Ours: who may do what follows from roles and posts on record. An auditor records nothing.",
    checks: [
      on(NominationSubmitted.self) { fact, situation in inAnothersName(fact.form.chief, situation) },
      on(NominationCompleted.self) { fact, situation in inAnothersName(fact.form.chief, situation) },
      on(AssessmentScored.self) { fact, situation in inAnothersName(fact.assessor, situation) },
      on(AssessmentRevised.self) { fact, situation in inAnothersName(fact.assessor, situation) },
      on(SelectionApproved.self) { fact, situation in inAnothersName(fact.member, situation) },
      on(EntryConfirmed.self) { fact, situation in inAnothersName(fact.by, situation) },
    ])

  /// Whoever an event names as its author is the one in whose name it was recorded.
  private static func inAnothersName(_ author: Alias, _ situation: Situation) -> Finding? {
    guard author != situation.header.principal else { return nil }
    return Finding(
      .s5,
      (
        da: "Hændelsen nævner en anden end den, i hvis navn den er registreret.",
        en: "The event names somebody else than the one in whose name it is recorded."
      ),
      remedy: (
        da: "Den, der har gjort det, registrerer det selv, eller det registreres på vedkommendes vegne.",
        en: "Whoever did it records it, or it is recorded on that person's behalf."
      ))
  }
}

extension Finding {
  /// The actor of an event had no role or post that allows it, nor had the one on whose behalf it was recorded.
  package static func withoutAuthority(_ needed: [Authority]) -> Finding {
    let words = { (capacities: Set<Capacity>) in capacities.sorted { $0.rawValue < $1.rawValue }.map(\.words) }
    let who = words(needed.reduce(into: []) { $0.formUnion($1.who) })
    let recorders = words(needed.reduce(into: []) { $0.formUnion($1.recorders) })
    let behalf: (da: String, en: String) =
      recorders.isEmpty
      ? ("", "")
      : (
        "; på deres vegne af: \(recorders.map(\.da).joined(separator: ", "))",
        "; on their behalf by: \(recorders.map(\.en).joined(separator: ", "))"
      )
    return Finding(
      .s5,
      (
        da: "Den, der har registreret det, havde den dag ingen rolle eller post, der giver ret til det.",
        en: "Whoever recorded it had no role or post on that day that allows it."
      ),
      remedy: (
        da: "Det registreres af: \(who.map(\.da).joined(separator: ", "))\(behalf.da).",
        en: "It is recorded by: \(who.map(\.en).joined(separator: ", "))\(behalf.en)."
      ))
  }

  /// An auditor has recorded something.
  package static let byAnAuditor = Finding(
    .s5,
    (
      da: "Den, der har registreret det, var den dag revisor.",
      en: "Whoever recorded it was an auditor on that day."
    ),
    remedy: (
      da: "En revisor læser alt og registrerer intet.", en: "An auditor reads everything and records nothing."
    ))

  /// A portal's time counts only from an account that is trusted for it (R2).
  package static let notThePortal = Finding(
    .r2,
    (
      da: "Skemaets tid er HR-portalens, men kontoen var den dag ikke betroet at angive den.",
      en: "The form's time is the HR portal's, but the account was not trusted to give it on that day."
    ),
    remedy: (
      da: "Uden rollen portal gælder det tidspunkt, hvor skemaet blev modtaget.",
      en: "Without the role portal the time counts at which the form was received."
    ))
}
