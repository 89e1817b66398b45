extension Organisation {
  /// Whether somebody leads today: as an immediate leader, or as the chief or deputy of a centre.
  func isLeading(_ person: Alias) -> Bool { leaders[person] != nil || appointment(of: person) != nil }

  /// Whether somebody is an experienced leader: leads today, or has led, as the personnel register says (R15).
  func isExperienced(_ person: Alias) -> Bool { isLeading(person) || people[person]?.hasLed == true }

  /// Whether two people are of one line: one is above the other, however far up, or is chief or deputy of the other's
  /// centre. Everybody is of one's own line.
  func areOfOneLine(_ one: Alias, _ other: Alias) -> Bool {
    one == other || isAbove(one, other) || isAbove(other, one)
  }

  private func isAbove(_ leader: Alias, _ person: Alias) -> Bool {
    if leads(leader, person) { return true }
    // A register may show two people as each other's leader: nobody is passed twice.
    var seen: Set<Alias> = [person]
    var next = people[person]?.leader
    while let above = next, seen.insert(above).inserted {
      if above == leader { return true }
      next = people[above]?.leader
    }
    return false
  }

  /// Whether somebody may record what two have done together: either of them, or whoever may record for the participant.
  /// In the name of a third nobody does.
  func mayRecord(between participant: PersonRef, _ counterpart: Alias?, _ context: Context) -> Bool {
    let principal = context.principal.alias
    if principal == participant.alias || principal == counterpart { return true }
    return context.behalf == nil && mayRecord(context.person, onBehalfOf: participant.person)
  }
}
