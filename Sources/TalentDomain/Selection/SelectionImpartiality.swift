extension Rule {
  /// Impartiality (R19) in the decision: whoever proposes or approves is no nominee of the proposal, leads none, and is
  /// barred from no case of it.
  static let conflictChecksOfSelection: [Rule.Check] = [
    on(SelectionProposed.self) { fact, situation in
      let people: Set<Alias> = [situation.header.actor, situation.header.principal]
      return conflicted(
        led: fact.led, people, among: fact.proposal.nominees, situation.cohort,
        remedy: Bilingual(
          da: "En anden i HR-Centret, der er habil i alle sagerne, stiller forslaget.",
          en: "Somebody else of the HR Centre, impartial in every case, makes the proposal."))
    },
    on(SelectionApproved.self) { fact, situation in
      let nominees = situation.cohort.selection.proposal?.nominees ?? []
      return conflicted(
        led: fact.led, [situation.header.principal], among: nominees, situation.cohort,
        remedy: Bilingual(
          da: "Et andet medlem af direktionen, der er habilt i alle sagerne, godkender.",
          en: "Another member of the board, impartial in every case, approves."))
    },
  ]

  private static func conflicted(
    led: [Alias], _ people: Set<Alias>, among nominees: [Alias], _ cohort: Cohort, remedy: Bilingual
  ) -> Finding? {
    if nominees.contains(where: people.contains) {
      return Finding(
        .r19,
        Bilingual(da: "Du er selv blandt de indstillede.", en: "You are one of the nominees yourself."), remedy: remedy)
    }
    let barred = nominees.count { nominee in people.contains { cohort.assessment.isBarred($0, from: nominee) } }
    guard !led.isEmpty || barred > 0 else { return nil }
    return Finding(
      .r19,
      Bilingual(
        da: "Du er leder for \(led.count) af de indstillede, og inhabilitet er oplyst i \(barred) af sagerne.",
        en: "You lead \(led.count) of the nominees, and a conflict is declared in \(barred) of the cases."),
      remedy: remedy)
  }
}
