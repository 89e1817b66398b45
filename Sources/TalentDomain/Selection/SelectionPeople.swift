extension Cohort {
  /// Whether the nominee has a live form whose eligibility is confirmed.
  package func isEligible(_ nominee: Alias) -> Bool {
    nominations.isEligible(nominee)
  }

  /// The eligible nominees in the final order of the ranking; whoever it does not hold stands last.
  package var rankedEligible: [Alias] {
    let eligible = nominations.eligible
    let known = Set(eligible)
    let ranked = (finalOrder ?? []).filter(known.contains)
    let placed = Set(ranked)
    return ranked + eligible.filter { !placed.contains($0) }
  }

  /// Ties of the ranking that nobody has resolved, wherever they lie: withdrawals and changes of the seats move the border
  /// after the ranking was computed, so `Departures` finds which of them decide something.
  var openTies: [[Alias]] {
    (assessment.ranking?.ties ?? []).map(\.nominees).filter { tie in
      !assessment.resolved.contains { Set($0) == Set(tie) }
    }
  }

  /// The reserve that is left, best first, without those who have withdrawn meanwhile.
  package var reserveLeft: [Alias] { selection.reserve.filter(isEligible) }

  /// Approved for a seat, still nominated, and not yet offered one.
  package var awaitingOffer: [Alias] {
    (selection.approvedProposal?.selected ?? []).filter { selection.seats[$0] == nil && isEligible($0) }
  }
}

extension Organisation {
  /// Those of some nominees whom one of these people leads, in their order. Whoever is erased is led by nobody.
  func led(among nominees: [Alias], by people: [Alias], _ directory: any Directory) -> [Alias] {
    nominees.filter { nominee in
      guard let person = directory.person(behind: nominee) else { return false }
      return people.contains { leads($0, person) }
    }
  }

  /// Only the person concerned, or who may record on that person's behalf, may give this person's answer.
  func mayAnswer(for person: Alias, _ context: Context) -> Bool {
    context.principal.person == person || mayRecord(context.person, onBehalfOf: person)
  }
}

/// The aliases of people whom a command names in a list, each of them once.
func aliases(_ people: [PersonRef], named member: String) throws(Refusal) -> [Alias] {
  var aliases: [Alias] = []
  var seen: Set<Alias> = []
  for (index, person) in people.enumerated() {
    let alias = try person.known().alias
    guard seen.insert(alias).inserted else {
      throw .invalid(Fault(.expected("each person once"), at: [member, String(index + 1)]))
    }
    aliases.append(alias)
  }
  return aliases
}

extension Text {
  /// A text that says something.
  func written(_ path: String...) throws(Refusal) -> Text {
    guard !isBlank else { throw .invalid(Fault(.expected("a text that is not blank"), at: path)) }
    return self
  }
}
