extension Cohort {
  /// Whether eligibility was rejected because the nominee has held a leadership post (R3).
  func isFormerLeader(_ nominee: Alias) -> Bool {
    guard let form = nominations.live(of: nominee), form.status == .ineligible else { return false }
    return form.ground == .formerLeader
  }
}

/// Nobody who has held a leadership post is proposed (R3).
let formerLeaderChecksOfSelection: [Rule.Check] = [
  on(SelectionProposed.self) { fact, situation in
    let former = (fact.proposal.selected + fact.proposal.reserve).filter(situation.cohort.isFormerLeader)
    guard !former.isEmpty else { return nil }
    return Finding(
      .r3,
      Bilingual(
        da: "\(former.count) af de foreslåede har tidligere haft en lederstilling.",
        en: "\(former.count) of those proposed have held a leadership post."),
      remedy: Bilingual(
        da: "Foreslå kun medarbejdere, der ikke tidligere har haft en lederstilling.",
        en: "Propose only employees who have never held a leadership post."))
  }
]
