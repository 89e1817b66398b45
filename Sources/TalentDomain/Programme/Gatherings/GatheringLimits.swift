/// How long a gathering counts, and how many a work group has (S4).
let gatheringLimits: [Rule.Check] = [
  on(AttendanceRecorded.self) { fact, situation in
    situation.cohort.gathering(fact.gathering).flatMap { longer(fact.days, than: $0) }
  },
  on(EntryCorrected.self) { fact, situation in
    guard let entry = situation.cohort.programme.entries[fact.entry],
      let gathering = situation.cohort.gathering(of: entry)
    else { return nil }
    return longer(fact.amount, than: gathering)
  },
  on(WorkGroupFormed.self) { fact, _ in
    let members = Set(fact.members).count
    guard members < 2 else { return nil }
    return Finding(
      .s4,
      Bilingual(
        da: "Arbejdsgruppen har \(members) medlem.", en: "The work group has \(members) member."),
      remedy: Bilingual(da: "En arbejdsgruppe har mindst to.", en: "A work group has at least two."))
  },
]

private func longer(_ days: Rational, than gathering: Gathering) -> Finding? {
  guard days > gathering.days else { return nil }
  return Finding(
    .s4,
    Bilingual(
      da: "Samling \(gathering.number) tæller \(gathering.days.text), ikke \(days.text).",
      en: "Gathering \(gathering.number) counts for \(gathering.days.text), not \(days.text)."),
    remedy: Bilingual(
      da: "Angiv højst samlingens egne dage: \(gathering.days.text).",
      en: "Give no more than the gathering's own days: \(gathering.days.text)."))
}
