import TalentDomain

/// A cohort's progress without what chance has drawn: people by their numbers, and no ids.
struct Ledger: Equatable {
  let participants: [String]
  let deviations: [String]

  init(_ shown: ProgressShown) {
    participants = shown.participants.map { line in
      let tracks = line.tracks.map {
        "\($0.track) \($0.recorded.text) of \($0.least.text)-\($0.most.text) \($0.status)"
      }
      let outcome = "\(line.status) \(line.completed) \(line.certificate?.value ?? "-")"
      return ([line.participant.number?.value ?? "", outcome] + tracks).joined(separator: "; ")
    }
    deviations = shown.deviations.map { "\($0.participant.number?.value ?? "") \($0.rule.value) \($0.kind)" }
  }
}
