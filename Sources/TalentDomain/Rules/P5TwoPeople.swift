extension Rule {
  static let twoPeople = Rule(
    .p5,
    Bilingual(
      da:
        "Én bevilger en sletning, en anden gennemfører den, og ingen sine egne oplysninger (art. 5, stk. 2, og art. 32); "
        + "den, der slettes, har hverken ansættelse, konto, rolle eller post, leder ingen og behandler ingen andens sag.",
      en:
        "One grants an erasure, another carries it out, and nobody the own (art. 5(2) and art. 32); whoever is erased has "
        + "no employment, account, role or post, leads nobody and serves in nobody else's case."),
    source: "GDPR art. 5(1)(f), 5(2) and 32; ours: what cannot be undone never hangs on one person alone.",
    checks: [
      on(ErasureDecided.self) { fact, situation in situation.isAbout(fact.person) ? ownData : nil },
      on(ErasureBegun.self) { fact, situation in situation.isAbout(fact.person) ? ownData : nil },
      on(ErasureBegun.self) { fact, situation in
        guard let grant = situation.organisation.privacy.granted[fact.person],
          Set(fact.classes).isSubset(of: grant.classes)
        else { return .noErasureGranted }
        return situation.isAbout(grant.decider) || situation.isAbout(grant.recorder) ? onePerson : nil
      },
      on(ErasureDecided.self) { fact, situation in
        fact.granted ? notRelieved(fact.person, fact.classes, fact.holds, situation.organisation) : nil
      },
      on(ErasureBegun.self) { fact, situation in
        notRelieved(fact.person, fact.classes, fact.holds, situation.organisation)
      },
    ])

  private static let ownData = Finding(
    .p5,
    (
      da: "Det er dine egne oplysninger.", en: "The data is your own."
    ),
    remedy: (
      da: "En anden afgør og gennemfører det.", en: "Somebody else decides it and carries it out."
    ))

  private static let onePerson = Finding(
    .p5,
    (
      da: "Den, der har afgjort sletningen eller registreret afgørelsen, kan ikke også gennemføre den.",
      en: "Whoever decided the erasure, or recorded the decision, cannot carry it out as well."
    ),
    remedy: (
      da: "En anden administrator gennemfører den.", en: "Another administrator carries it out."
    ))

  /// Whoever can be told from others only by what goes must have nothing left to do here.
  private static func notRelieved(
    _ person: Alias, _ classes: [RetentionClass], _ holds: [RetentionHold], _ organisation: Organisation
  ) -> Finding? {
    guard classes.contains(where: { [.account, .employment, .link].contains($0) }) else { return nil }
    let ties = organisation.ties(of: person, isServing: holds.contains(.othersCase))
    guard !ties.isEmpty else { return nil }
    return Finding(
      .p5,
      (
        da: "Personen \(ties.map(\.is.da).joined(separator: ", ")).",
        en: "The person \(ties.map(\.is.en).joined(separator: ", "))."
      ),
      remedy: (
        da: ties.map(\.remedy.da).joined(separator: " "), en: ties.map(\.remedy.en).joined(separator: " ")
      ))
  }
}

extension Finding {
  /// Of an erasure that nobody has granted, or not of so much.
  package static let noErasureGranted = Finding(
    .p5,
    (
      da: "Ingen afgørelse bevilger sletning af disse oplysninger.",
      en: "No decision grants the erasure of this data."
    ),
    remedy: (
      da: "DPO'en afgør det først: talentctl person erasure decide … --grant --basis …",
      en: "The data-protection officer decides first: talentctl person erasure decide … --grant --basis …"
    ))

  /// Of somebody who is to be forgotten, and has data of classes that the decision does not name.
  static func notGranted(_ classes: [RetentionClass]) -> Finding {
    Finding(
      .p5,
      (
        da:
          "Afgørelsen omfatter ikke \(classes.map(\.purpose.name.da).joined(separator: ", ")): det ville blive liggende, når "
          + "ingen mere ved, hvem personen var.",
        en:
          "The decision does not cover \(classes.map(\.purpose.name.en).joined(separator: ", ")): it would stay when nobody "
          + "knows any more who the person was."
      ),
      remedy: (
        da: "DPO'en afgør det igen, for det hele: talentctl person erasure decide … --grant --basis …",
        en:
          "The data-protection officer decides again, for all of it: talentctl person erasure decide … --grant --basis …"
      ))
  }
}

extension Situation {
  fileprivate func isAbout(_ person: Alias) -> Bool { header.actor == person || header.behalf == person }
}

/// What ties somebody to the present, and how it is loosened.
private struct Tie {
  let `is`: Bilingual
  let remedy: Bilingual
}

extension Organisation {
  fileprivate func ties(of person: Alias, isServing: Bool) -> [Tie] {
    var ties: [Tie] = []
    func tie(_ holds: Bool, _ is: (da: String, en: String), _ remedy: (da: String, en: String)) {
      guard holds else { return }
      ties.append(
        Tie(is: Bilingual(da: `is`.da, en: `is`.en), remedy: Bilingual(da: remedy.da, en: remedy.en)))
    }
    let isEmployed = people[person] != nil
    // Leaving ends posts, roles, delegations and the account as well.
    tie(
      isEmployed, ("er ansat", "is employed"),
      (
        "Registrér fratræden: talentctl person leave; eller slet kun sagens oplysninger (--class).",
        "Record the leaving: talentctl person leave; or erase only the case's data (--class)."
      ))
    tie(
      accounts.contains(person), ("har en konto", "has an account"),
      ("Løs kontoen: talentctl account unbind.", "Unbind the account: talentctl account unbind."))
    tie(
      roles[person] != nil, ("har en rolle", "holds a role"),
      ("Fratag rollen: talentctl role revoke.", "Revoke the role: talentctl role revoke."))
    tie(
      appointment(of: person) != nil, ("er centerchef eller stedfortræder", "is chief or deputy of a centre"),
      ("Gør posten ledig: talentctl centre vacate.", "Vacate the post: talentctl centre vacate."))
    tie(
      leaders[person] != nil, ("er nærmeste leder for nogen", "is somebody's immediate leader"),
      (
        "Registrér de ansattes nye leder: talentctl person employ eller person import.",
        "Record the employees' new leader: talentctl person employ or person import."
      ))
    tie(
      isServing,
      (
        "er bedømmer, forslagsstiller, mentor eller vært i en sag, der ikke er afsluttet",
        "is assessor, proposer, mentor or host in a case that is not ended"
      ),
      (
        "Lad en anden overtage, eller vent, til sagen er afsluttet.",
        "Let somebody else take over, or wait until the case has ended."
      ))
    return ties
  }
}
