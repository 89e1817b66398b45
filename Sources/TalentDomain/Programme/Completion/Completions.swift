/// Who has completed the programme, and what they got for it.
package struct Completions: Sendable {
  package var completed: [Alias: CompletionState] = [:]
  package var certificates: [Alias: CertificateState] = [:]
  /// Certificates so far, those included that were revoked: the next one's number is one more.
  package var issued = 0
  package var outcomes: [Alias: [ParticipantOutcome]] = [:]

  package init() {}

  /// Whether a certificate stands that has not been revoked.
  package func hasCertificate(_ participant: Alias) -> Bool { standingCertificate(of: participant) != nil }

  /// The number of the certificate that stands.
  package func standingCertificate(of participant: Alias) -> Code? {
    certificates[participant].flatMap { $0.isRevoked ? nil : $0.number }
  }
}

package struct CompletionState: Sendable, Hashable {
  /// Tracks whose lower bound was not reached: completed all the same, with a ground.
  package var short: [Track]
  /// The day of the ruling: it is held to the numbers of that day.
  package var day: CivilDate
  package var position: Int
}

package struct CertificateState: Sendable, Hashable {
  package var number: Code
  package var isRevoked: Bool
  package var position: Int
}

package struct ParticipantOutcome: Sendable, Hashable {
  package var kind: Kind
  package var date: CivilDate
  package var position: Int

  /// What became of somebody a year later.
  package enum Kind: String, Choice {
    case leaderPost, left, stayed

    package var label: Bilingual {
      switch self {
      case .leaderPost: Bilingual(da: "i en lederstilling", en: "in a leadership post")
      case .left: Bilingual(da: "fratrådt", en: "has left")
      case .stayed: Bilingual(da: "fortsat ansat", en: "has stayed")
      }
    }
  }
}

extension Cohort {
  /// The completion of somebody, as long as it rests on what is recorded: once a correction has taken a track below its
  /// lower bound of which the ruling did not know, nobody has completed anything until it is ruled on anew.
  package func completion(of participant: Alias) -> CompletionState? {
    guard let ruled = programme.completions.completed[participant],
      shortTracks(of: participant, on: ruled.day).allSatisfy(ruled.short.contains)
    else { return nil }
    return ruled
  }
}
