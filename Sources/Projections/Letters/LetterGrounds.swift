package import TalentDomain

/// What a cohort's letters rest on: the events that somebody is written to about, each with its day. The state of a cohort
/// says how things stand now; a letter tells of what happened when.
package struct LetterGrounds: Sendable {
  /// An event, as a letter needs it.
  package struct Ground<F: Sendable>: Sendable {
    package let fact: F
    package let position: Int
    /// The local date on which it was recorded.
    package let date: CivilDate
    /// In whose name.
    package let principal: Alias
  }

  /// An offer, from the proposal or from the reserve.
  package struct Offer: Sendable {
    package let answerBy: CivilDate
    package let isPromotion: Bool
  }

  /// The latest of each kind, by nominee.
  private(set) var offers: [Alias: Ground<Offer>] = [:]
  private(set) var refusals: [Alias: Ground<NonSelectionNotified>] = [:]
  private(set) var lapses: [Alias: Ground<ReserveLapsed>] = [:]
  private(set) var feedbacks: [Alias: Ground<FeedbackGiven>] = [:]
  private(set) var completions: [Alias: Ground<ProgrammeCompleted>] = [:]
  private(set) var certificates: [Alias: Ground<CertificateIssued>] = [:]
  /// The day on which each internship was agreed, by the agreement's id.
  private(set) var internships: [Alias: CivilDate] = [:]
  private(set) var proposal: Ground<SelectionProposed>?
  private(set) var approval: Ground<SelectionApproved>?

  package init() {}

  /// Takes in one event of the cohort's stream; they come in their order.
  package mutating func take(_ fact: any Fact, _ header: Header) {
    switch fact {
    case let fact as SeatOffered:
      offers[fact.nominee] = Ground(Offer(answerBy: fact.answerBy, isPromotion: false), header)
    case let fact as ReservePromoted:
      offers[fact.nominee] = Ground(Offer(answerBy: fact.answerBy, isPromotion: true), header)
    case let fact as NonSelectionNotified: refusals[fact.nominee] = Ground(fact, header)
    case let fact as ReserveLapsed: lapses[fact.nominee] = Ground(fact, header)
    case let fact as FeedbackGiven: feedbacks[fact.nominee] = Ground(fact, header)
    case let fact as ProgrammeCompleted: completions[fact.participant] = Ground(fact, header)
    case let fact as CertificateIssued: certificates[fact.participant] = Ground(fact, header)
    case let fact as InternshipAgreed: internships[fact.agreement] = header.localDate
    case let fact as SelectionProposed: proposal = Ground(fact, header)
    case let fact as SelectionApproved: approval = Ground(fact, header)
    default: break
    }
  }
}

extension LetterGrounds.Ground {
  fileprivate init(_ fact: F, _ header: Header) {
    self.init(fact: fact, position: header.position, date: header.localDate, principal: header.principal)
  }
}
