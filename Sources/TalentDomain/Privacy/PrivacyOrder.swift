/// The order of a request (S2): asked once, and not while it is being done; a hold stands once for each ground.
let privacyOrder: [Rule.Check] = [
  on(ErasureRequested.self) { fact, situation in
    let privacy = situation.organisation.privacy
    if privacy.begun[fact.person] != nil { return underWay }
    guard let request = privacy.requests[fact.person] else { return nil }
    return outOfOrder(
      "Der er allerede en anmodning om sletning, modtaget \(request.received.danish), som ikke er afgjort.",
      "There is a request for erasure already, received on \(request.received.text), that is not decided.",
      "DPO'en afgør den første; derefter kan der bedes om mere.",
      "The data-protection officer decides the first; then more may be asked for.")
  },
  on(ErasureDecided.self) { fact, situation in
    situation.organisation.privacy.begun[fact.person] == nil ? nil : underWay
  },
  on(LegalHoldSet.self) { fact, situation in
    guard let day = situation.organisation.privacy.holds[fact.person]?[fact.ground] else { return nil }
    return outOfOrder(
      "Oplysningerne er allerede spærret på det grundlag, siden \(day.danish).",
      "The data is on hold on that ground already, since \(day.text).",
      "En spærring sættes én gang for hvert grundlag.", "A hold is set once for each ground.")
  },
  on(LegalHoldLifted.self) { fact, situation in
    guard situation.organisation.privacy.holds[fact.person]?[fact.ground] == nil else { return nil }
    return outOfOrder(
      "Oplysningerne er ikke spærret på det grundlag.", "The data is not on hold on that ground.",
      "Kun en spærring, der gælder, kan ophæves.", "Only a hold that stands can be lifted.")
  },
]

private let underWay = outOfOrder(
  "En sletning af personens oplysninger er i gang.", "An erasure of the person's data is under way.",
  "Vent, til den er gennemført: talentctl person erasure list.",
  "Wait until it is done: talentctl person erasure list.")
