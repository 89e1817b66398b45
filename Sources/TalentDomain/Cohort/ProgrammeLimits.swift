/// What S4 has to say of the gatherings: numbered in the order of their dates, one after the other.
let programmeLimits: [Rule.Check] = [
  on(ProgrammePublished.self) { fact, _ in
    guard !(1...gatheringLimit).contains(fact.gatherings.count) else { return nil }
    return Finding(
      .s4,
      Bilingual(
        da: "Programmet har \(fact.gatherings.count) samlinger.",
        en: "The programme has \(fact.gatherings.count) gatherings."),
      remedy: Bilingual(
        da: "Et program har 1 til \(gatheringLimit) samlinger.",
        en: "A programme has 1 to \(gatheringLimit) gatherings."))
  },
  on(ProgrammePublished.self) { fact, _ in
    guard fact.gatherings.map(\.number) != Array(1..<(fact.gatherings.count + 1)) else { return nil }
    return Finding(
      .s4,
      Bilingual(
        da: "Samlingerne er ikke nummereret fortløbende.", en: "The gatherings are not numbered consecutively."),
      remedy: Bilingual(
        da: "Samlingerne har numrene 1 til \(fact.gatherings.count) i datoernes rækkefølge.",
        en: "The gatherings bear the numbers 1 to \(fact.gatherings.count), in the order of their dates."))
  },
  on(ProgrammePublished.self) { fact, _ in outOfOrder(fact.gatherings) },
  on(GatheringRescheduled.self) { fact, situation in
    var gatherings = situation.cohort.setup.gatherings
    guard let index = gatherings.firstIndex(where: { $0.number == fact.number }) else { return nil }
    gatherings[index].starts = fact.starts
    gatherings[index].ends = fact.ends
    return outOfOrder(gatherings)
  },
  on(GatheringRescheduled.self) { fact, situation in
    let today = situation.header.localDate
    guard let before = situation.cohort.setup.gatherings.first(where: { $0.number == fact.number }) else { return nil }
    guard before.date < today || fact.starts.date < today else { return nil }
    return Finding(
      .s4,
      Bilingual(
        da: "Samling \(fact.number) kan ikke flyttes fra \(before.date.danish) til \(fact.starts.date.danish).",
        en: "Gathering \(fact.number) cannot move from \(before.date.text) to \(fact.starts.date.text)."),
      remedy: Bilingual(
        da: "En samling, der ikke er begyndt, kan flyttes til i dag, \(today.danish), eller senere.",
        en: "A gathering that has not begun may move to today, \(today.text), or later."))
  },
]

private let gatheringLimit = 60

/// The first gathering that does not end after it starts, or starts before the one before it ends.
private func outOfOrder(_ gatherings: [Gathering]) -> Finding? {
  for (index, gathering) in gatherings.enumerated() {
    if gathering.starts >= gathering.ends {
      return Finding(
        .s4,
        Bilingual(
          da: "Samling \(gathering.number) slutter \(gathering.ends.text), men begynder \(gathering.starts.text).",
          en: "Gathering \(gathering.number) ends at \(gathering.ends.text), but starts at \(gathering.starts.text)."),
        remedy: Bilingual(da: "En samling slutter, efter at den begynder.", en: "A gathering ends after it starts."))
    }
    if index > 0, gatherings[index - 1].ends > gathering.starts {
      let before = gatherings[index - 1]
      return Finding(
        .s4,
        Bilingual(
          da: "Samling \(gathering.number) begynder \(gathering.starts.text), før samling \(before.number) slutter.",
          en:
            "Gathering \(gathering.number) starts at \(gathering.starts.text), before gathering \(before.number) ends."
        ),
        remedy: Bilingual(
          da: "Samling \(gathering.number) begynder tidligst \(before.ends.text) og slutter før den næste.",
          en: "Gathering \(gathering.number) starts no earlier than \(before.ends.text), and ends before the next."))
    }
  }
  return nil
}
