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

extension Organisation {
  /// Nobody who has left is offered a seat (R3). No leaf tells who is behind an alias, so it is asked at the door, and again
  /// by a replay that knows the people.
  func employs(nominee: Alias, _ directory: any Directory) throws(Refusal) {
    guard let person = directory.person(behind: nominee), former[person] != nil else { return }
    throw .rule(.offeredAfterLeaving)
  }
}

extension Finding {
  /// Of a seat that is offered to somebody who works here no more.
  package static let offeredAfterLeaving = Finding(
    .r3,
    Bilingual(da: "Den indstillede er fratrådt.", en: "The nominee has left."),
    remedy: Bilingual(
      da: "Træk indstillingen tilbage med grunden fratrådt, og tilbyd pladsen til den næste.",
      en: "Withdraw the nomination on the ground that the nominee has left, and offer the seat to the next."))
}
