/// Who has completed the programme, and what they got for it.
package struct Completions: Sendable {
  package var completed: [Alias: CompletionState] = [:]
  package var certificates: [Alias: CertificateState] = [:]
  package var outcomes: [Alias: [ParticipantOutcome]] = [:]

  package init() {}

  /// Whether a certificate stands that has not been revoked.
  package func hasCertificate(_ participant: Alias) -> Bool { certificates[participant]?.isRevoked == false }
}

package struct CompletionState: Sendable, Hashable {
  /// Tracks whose lower bound was not reached: completed all the same, with a ground.
  package var short: [Track]
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
  }
}
