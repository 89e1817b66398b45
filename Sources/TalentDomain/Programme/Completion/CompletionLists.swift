/// The end of the programme: completion, certificate, outcome.
let completionFacts: [any CohortFact.Type] = [
  ProgrammeCompleted.self, CertificateIssued.self, CertificateRevoked.self, OutcomeRecorded.self,
]

package let completionCommands: [any CohortCommand.Type] = [
  CompleteProgramme.self, IssueCertificate.self, RevokeCertificate.self, RecordOutcome.self,
]

/// The order of the end (S2).
let completionOrder: [Rule.Check] =
  [
    on(ProgrammeCompleted.self) { fact, situation in
      let cohort = situation.cohort
      guard cohort.isParticipant(fact.participant) else {
        return outOfOrder(
          "Vedkommende er ikke deltager på holdet.", "This person is no participant of the cohort.",
          "Kun en deltager kan gennemføre.", "Only a participant can complete the programme.")
      }
      guard cohort.completion(of: fact.participant) == nil else {
        return outOfOrder(
          "Gennemførelsen er allerede registreret.", "The completion is recorded already.",
          "Den registreres én gang.", "It is recorded once.")
      }
      guard !fact.short.isEmpty, !fact.grounded else { return nil }
      return outOfOrder(
        "Deltageren mangler: \(fact.short.map(\.label.da).joined(separator: ", ")).",
        "The participant is short of: \(fact.short.map(\.label.en).joined(separator: ", ")).",
        "Registrér det, der mangler, eller giv HR-Centrets begrundelse.",
        "Record what is missing, or give the HR Centre's ground.")
    },
    on(CertificateIssued.self) { fact, situation in
      let completions = situation.cohort.programme.completions
      if completions.hasCertificate(fact.participant) {
        return outOfOrder(
          "Deltagerbeviset er allerede udstedt.", "The certificate is issued already.",
          "Tilbagekald det, før et nyt udstedes.", "Revoke it before another is issued.")
      }
      guard situation.cohort.completion(of: fact.participant) == nil else { return nil }
      if completions.completed[fact.participant] != nil {
        return outOfOrder(
          "Det, som gennemførelsen hviler på, er siden rettet.",
          "What the completion rests on has been corrected since.", "Afgør gennemførelsen på ny først.",
          "Rule on the completion anew first.")
      }
      return outOfOrder(
        "Deltageren har ikke gennemført programmet.", "The participant has not completed the programme.",
        "Registrér gennemførelsen først.", "Record the completion first.")
    },
    on(CertificateRevoked.self) { fact, situation in
      guard !situation.cohort.programme.completions.hasCertificate(fact.participant) else { return nil }
      return outOfOrder(
        "Der er intet deltagerbevis, der gælder.", "No certificate stands.",
        "Kun et deltagerbevis, der gælder, kan tilbagekaldes.", "Only a certificate that stands can be revoked.")
    },
    on(OutcomeRecorded.self) { fact, situation in
      guard situation.cohort.selection.seats[fact.participant]?.status != .accepted else { return nil }
      return outOfOrder(
        "Vedkommende har ikke deltaget på holdet.", "This person took no part in the cohort.",
        "Registrér kun deltagere.", "Record only participants.")
    },
    on(OutcomeRecorded.self) { fact, situation in
      guard let last = situation.cohort.setup.gatherings.map(\.ends.date).max(), fact.date <= last else { return nil }
      return outOfOrder(
        "Programmet slutter først \(last.danish).", "The programme ends only on \(last.text).",
        "Registrér, hvad der siden er blevet af deltageren: angiv en dag efter programmets slutning.",
        "Record what has become of the participant since: name a day after the programme's end.")
    },
    on(EntryCorrected.self) { fact, situation in afterCertificate(fact.entry, situation) },
    on(EntryVoided.self) { fact, situation in afterCertificate(fact.entry, situation) },
  ]

/// What a certificate rests on is changed only after the certificate has been revoked.
private func afterCertificate(_ id: Alias, _ situation: Situation) -> Finding? {
  let programme = situation.cohort.programme
  guard let entry = programme.entries[id], entry.participants.contains(where: programme.completions.hasCertificate)
  else { return nil }
  return outOfOrder(
    "Deltageren har et deltagerbevis, som hviler på det.", "The participant has a certificate that rests on it.",
    "Tilbagekald deltagerbeviset først; ret derefter, og afgør gennemførelsen på ny.",
    "Revoke the certificate first; then correct it, and rule on the completion anew.")
}
