/// The order of the programme (S2).
let entryOrder: [Rule.Check] =
  onEntries { entry, situation in
    situation.cohort.withoutSeat(entry.participants, on: entry.date, effective: situation.header.effective)
  } + gatheringOrder + mentoringOrder + completionOrder + [
    on(EntryCorrected.self) { fact, situation in
      guard fact.date != fact.oldDate, let entry = situation.cohort.programme.entries[fact.entry] else { return nil }
      return situation.cohort.withoutSeat(
        entry.participants, on: fact.date, effective: fact.begins ?? situation.header.effective)
    },
    on(EntryConfirmed.self) { fact, situation in
      guard let entry = situation.cohort.programme.entries[fact.entry] else { return nil }
      if entry.isVoided {
        return outOfOrder(
          "Det er annulleret.", "It has been voided.", "Kun det, der gælder, kan bekræftes.",
          "Only what stands can be confirmed.")
      }
      if entry.isConfirmed {
        return outOfOrder(
          "Det er allerede bekræftet.", "It is confirmed already.", "Det bekræftes én gang.", "It is confirmed once.")
      }
      guard entry.recorder == fact.by || !(entry.participants + [entry.counterpart]).contains(fact.by) else {
        return nil
      }
      return outOfOrder(
        "Det bekræftes ikke af den, der har registreret det.", "It is not confirmed by the one who recorded it.",
        "Modparten bekræfter: mentoren, praktikværten, lederen eller deltageren.",
        "The counterpart confirms: the mentor, the host, the leader or the participant.")
    },
  ]

extension Cohort {
  /// Whether somebody had a seat when an event took effect: until they left, also where it is recorded afterwards.
  func took(part participant: Alias, at effective: Instant) -> Bool {
    if isParticipant(participant) { return true }
    guard let left = selection.left[participant] else { return false }
    return effective < left
  }

  /// Whether somebody who took a seat had it on a day: a reserve joins late, and was not at what was held before.
  func hadJoined(_ participant: Alias, by day: CivilDate, effective: Instant) -> Bool {
    guard let joined = selection.joined[participant] else { return true }
    return day >= joined.day || effective >= joined.effective
  }

  /// Time counts only for those who had a seat when it passed.
  fileprivate func withoutSeat(_ participants: [Alias], on day: CivilDate, effective: Instant) -> Finding? {
    let (problem, inEnglish): (String, String)
    if let outsider = participants.first(where: { !took(part: $0, at: effective) }) {
      (problem, inEnglish) =
        selection.left[outsider] == nil
        ? ("Vedkommende er ikke deltager på holdet.", "This person is no participant of the cohort.")
        : ("Deltageren var trådt ud den dag.", "The participant had left by that day.")
    } else if participants.contains(where: { !hadJoined($0, by: day, effective: effective) }) {
      (problem, inEnglish) =
        ("Deltageren havde endnu ingen plads den dag.", "The participant had no seat yet on that day.")
    } else {
      return nil
    }
    return outOfOrder(
      problem, inEnglish, "Registrér kun for dem, der havde en plads den dag.",
      "Record only for those who had a seat on that day.")
  }
}
