/// R21 for what is recorded of a participant's time.
let entryCorrections: [Rule.Check] = [
  on(EntryCorrected.self) { fact, situation in
    if let finding = mismatch(fact.entry, fact.oldDate, fact.oldAmount, situation) { return finding }
    guard fact.date == fact.oldDate, fact.amount == fact.oldAmount else { return nil }
    return Finding(
      .r21,
      (da: "Rettelsen ændrer intet.", en: "The correction changes nothing."),
      remedy: (da: "Angiv den rigtige dag eller tid.", en: "Give the right day or time."))
  },
  on(EntryVoided.self) { fact, situation in mismatch(fact.entry, fact.oldDate, fact.oldAmount, situation) },
  on(EntryCorrected.self, sealed: EntryReason.self) { _, reason, _ in Rule.withoutReason(reason.reason) },
  on(EntryVoided.self, sealed: EntryReason.self) { _, reason, _ in Rule.withoutReason(reason.reason) },
]

private func mismatch(_ id: Alias, _ date: CivilDate, _ amount: Rational, _ situation: Situation) -> Finding? {
  guard let entry = situation.cohort.programme.entries[id], !entry.isVoided else {
    return Finding(
      .r21,
      (da: "Der er intet, der gælder, at rette.", en: "There is nothing that stands to be corrected."),
      remedy: (
        da: "Kun det, der gælder, kan rettes eller annulleres.", en: "Only what stands can be corrected or voided."
      ))
  }
  guard entry.date != date || entry.amount != amount else { return nil }
  return Finding(
    .r21,
    (
      da: "Den gamle værdi er ikke \(date.danish) og \(amount.text).",
      en: "The old value is not \(date.text) and \(amount.text)."
    ),
    remedy: (
      da: "Det, der gælder, er \(entry.date.danish) og \(entry.amount.text): ret det.",
      en: "What stands is \(entry.date.text) and \(entry.amount.text): correct that."
    ))
}
