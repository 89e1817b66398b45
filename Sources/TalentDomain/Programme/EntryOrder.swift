/// The order of the programme (S2).
let entryOrder: [Rule.Check] =
  onEntries { entry, situation in
    guard let outsider = entry.participants.first(where: { !situation.cohort.took(part: $0, at: situation.header) })
    else { return nil }
    let hasLeft = situation.cohort.selection.left[outsider] != nil
    return outOfOrder(
      hasLeft ? "Deltageren var trådt ud den dag." : "Vedkommende er ikke deltager på holdet.",
      hasLeft ? "The participant had left by that day." : "This person is no participant of the cohort.",
      "Registrér kun for dem, der havde en plads den dag.", "Record only for those who had a seat on that day.")
  }
  + onEntries { entry, situation in
    guard
      !entry.participants.allSatisfy({
        situation.cohort.hadJoined($0, by: entry.date, effective: situation.header.effective)
      })
    else { return nil }
    return outOfOrder(
      "Deltageren havde endnu ingen plads den dag.", "The participant had no seat yet on that day.",
      "Registrér kun for dem, der havde en plads den dag.", "Record only for those who had a seat on that day.")
  } + gatheringOrder + mentoringOrder + completionOrder + [
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
    }
  ]

extension Cohort {
  /// Whether somebody had a seat when an event took effect: until they left, also where it is recorded afterwards.
  func took(part participant: Alias, at header: Header) -> Bool {
    if isParticipant(participant) { return true }
    guard let left = selection.left[participant] else { return false }
    return header.effective < left
  }

  /// Whether somebody who took a seat had it on a day: a reserve joins late, and was not at what was held before.
  func hadJoined(_ participant: Alias, by day: CivilDate, effective: Instant) -> Bool {
    guard let joined = selection.joined[participant] else { return true }
    return day >= joined.day || effective >= joined.effective
  }
}
