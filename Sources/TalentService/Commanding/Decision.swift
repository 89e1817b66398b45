import EventLog
import TalentDomain
import TalentInterface

/// A verdict, and what is needed to append its events.
struct Decision {
  let verdict: Verdict
  let stream: String
  let cohort: Code?
  let actor: Alias
  let behalf: Alias?
  let received: Instant
  /// The links that this command drew, sealed beside its first event.
  let links: [Sealed]

  /// What a dry run answers: the same, with nothing recorded.
  func rehearsed(revision: Int) -> Outcome {
    guard verdict.findings.isEmpty else { return .refused(verdict.findings.map { FindingLine($0) }, repeated: false) }
    return .done(
      first: -1, types: verdict.events.map { "\(type(of: $0.fact).type)" }, revision: revision, ripple: verdict.ripple,
      repeated: false)
  }
}

extension CommandDirectory {
  /// The links that this command drew, sealed under the keys of those they name.
  var drawnLinks: [Sealed] {
    newPeople.map { Sealed($0, of: $0.person) } + newCodes.map { Sealed($0, of: .organisation) }
  }
}

extension Sealed {
  /// As the vault takes it.
  var field: SealedField {
    let type = type(of: record)
    return SealedField(
      subject: subject.bits, retention: type.retention.rawValue, audience: type.audience.rawValue,
      name: type.name, value: record.canonical)
  }
}

extension Outcome {
  init(_ refusal: Refusal) {
    switch refusal {
    case .rules(let findings): self = .refused(findings.map { FindingLine($0) }, repeated: false)
    case .notFound: self = .notFound
    case .conflict(let expected, let actual): self = .conflict(expected: expected, actual: actual)
    case .invalid(let fault): self = .invalid(fault)
    case .notPermitted: self = .notPermitted
    }
  }
}

/// The events before and after which a checkpoint is signed at once, not within the second, and that others are asked to sign.
enum Checkpointing {
  /// - Parameter cohort: before the event.
  static func isTurningPoint(_ fact: any Fact, in cohort: Cohort?) -> Bool {
    // The first score freezes the criteria (R8).
    if fact is AssessmentScored { return cohort?.assessment.firstScore == nil }
    return fact is ErasureBegun || fact is CriteriaPublished || fact is ScoringClosed || fact is SelectionProposed
      || fact is SelectionApproved
  }
}
