extension Rule {
  /// The HR Centre proposes, the executive board approves (godkendelse).
  static let approval = Rule(
    .r9,
    Bilingual(
      da:
        "HR-Centret indstiller udvælgelsen, og direktionen godkender den; ingen godkender, hvad de selv har foreslået "
        + "eller bedømt, og hver afvigelse fra ranglisten har sin begrundelse.",
      en:
        "The HR Centre proposes the selection and the executive board approves it; nobody approves what they proposed "
        + "or scored, and each departure from the ranking carries its ground."),
    source:
      "«HR-Centret modtager alle indstillinger, og foretager den endelige udvælgelse, som godkendes af direktionen.»",
    checks: proposalChecks + boardChecks + approverChecks + seatOfferChecks + reckonedProposal)

  /// The board decides on the current proposal, by its digest.
  private static let boardChecks: [Rule.Check] = [
    on(SelectionReturned.self) { fact, situation in
      stale(fact.proposal, situation.cohort)
    },
    on(SelectionReturned.self) { fact, _ in
      guard !fact.board else { return nil }
      return Finding(
        .r9,
        Bilingual(
          da: "Forslaget kan kun sendes tilbage af direktionen.", en: "Only the executive board may return a proposal."),
        remedy: Bilingual(
          da: "Lad et medlem af direktionen gøre det, eller registrér det på medlemmets vegne.",
          en: "Let a member of the board do so, or record it on that member's behalf."))
    },
    on(SelectionApproved.self) { fact, situation in
      stale(fact.proposal, situation.cohort)
    },
    on(SelectionApproved.self) { _, situation in
      guard let proposal = situation.cohort.selection.proposal,
        proposal.ranking != situation.cohort.assessment.ranking?.inputDigest
      else { return nil }
      return Finding(
        .r9,
        Bilingual(
          da: "Ranglisten er ikke længere den, forslaget hviler på.",
          en: "The ranking is no longer the one that the proposal rests on."),
        remedy: Bilingual(
          da: "HR-Centret stiller forslaget igen efter den rangliste, der gælder.",
          en: "The HR Centre proposes again by the ranking that holds."))
    },
  ]

  private static func stale(_ digest: Digest, _ cohort: Cohort) -> Finding? {
    guard let proposal = cohort.selection.proposal, proposal.digest != digest else { return nil }
    return Finding(
      .r9,
      Bilingual(
        da: "Det er ikke det gældende forslag: digestet er et andet.",
        en: "This is not the current proposal: its digest is another."),
      remedy: Bilingual(
        da: "Læs det gældende forslag, og angiv dets digest: \(proposal.digest.text).",
        en: "Read the current proposal and name its digest: \(proposal.digest.text)."))
  }

  /// Who may approve.
  private static let approverChecks: [Rule.Check] = [
    on(SelectionApproved.self) { fact, _ in
      guard fact.present.isEmpty || !fact.members.contains(fact.member) else { return nil }
      return Finding(
        .r9,
        Bilingual(
          da: fact.present.isEmpty
            ? "Beslutningsreferatet nævner ingen tilstedeværende."
            : "Den, i hvis navn der godkendes, er ikke blandt de tilstedeværende medlemmer af direktionen.",
          en: fact.present.isEmpty
            ? "The minutes name nobody as present."
            : "The one in whose name it is approved is not among the board members present."),
        remedy: Bilingual(
          da: "Angiv de tilstedeværende efter referatet; et af direktionens medlemmer blandt dem godkender, eller "
            + "sekretæren registrerer på dette medlems vegne.",
          en: "Name those present by the minutes; a board member among them approves, or the secretary records on that "
            + "member's behalf."))
    },
    on(SelectionApproved.self) { _, situation in
      guard let proposal = situation.cohort.selection.proposal else { return nil }
      let approvers: Set<Alias> = [situation.header.actor, situation.header.principal]
      guard approvers.contains(proposal.proposer) || approvers.contains(proposal.recorder) else { return nil }
      return Finding(
        .r9,
        Bilingual(
          da: "Den, der godkender eller registrerer godkendelsen, har selv stillet forslaget.",
          en: "Whoever approves, or records the approval, made the proposal."),
        remedy: Bilingual(
          da: "Et andet medlem af direktionen godkender, eller en anden registrerer.",
          en: "Another member of the board approves, or somebody else records it."))
    },
    on(SelectionApproved.self) { _, situation in
      let approvers: Set<Alias> = [situation.header.actor, situation.header.principal]
      guard situation.cohort.assessment.sets.values.contains(where: { $0.keys.contains(where: approvers.contains) })
      else { return nil }
      return Finding(
        .r9,
        Bilingual(
          da: "Den, der godkender eller registrerer godkendelsen, har bedømt indstillede på holdet.",
          en: "Whoever approves, or records the approval, has scored nominees of the cohort."),
        remedy: Bilingual(
          da: "Et medlem af direktionen, der ikke har bedømt, godkender.",
          en: "A member of the board who has not scored approves."))
    },
  ]
}
