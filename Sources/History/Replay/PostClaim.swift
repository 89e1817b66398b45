internal import TalentDomain

/// What an event itself says of posts and roles, because rules judge by it: who leads whom, who sits on the board, who is
/// employed. The service wrote it by the personnel register; whoever knows the people can look again.
struct PostClaim {
  enum Kind {
    /// Which of `among` are led by one of the claimants, as immediate leader or head of the centre.
    case leads([Alias], among: [Alias], said: Set<Alias>)
    case immediateLeader(Alias, of: Alias, said: Bool)
    case board(among: [Alias], said: Set<Alias>)
    /// Employed, and whether they have held a leadership post.
    case employee(Alias, hasLed: Bool)
    /// Offered something that only employees are offered.
    case stillHere(Alias)
  }

  let kind: Kind
  let rule: Rule.ID

  init?(_ fact: any Fact, _ situation: Situation) {
    let header = situation.header
    let actors = header.behalf.map { [header.actor, $0] } ?? [header.actor]
    switch fact {
    case let fact as NominationSubmitted where fact.form.employed:
      (kind, rule) = (.employee(fact.form.nominee, hasLed: fact.form.hasLed), .r3)
    case let fact as EligibilityConfirmed:
      (kind, rule) = (.one(actors, fact.nominee, fact.leads), .r19)
    case let fact as EligibilityRejected:
      (kind, rule) = (.one(actors, fact.nominee, fact.leads), .r19)
    case let fact as AssessorAssigned:
      (kind, rule) = (.leads([fact.assessor], among: fact.nominees, said: Set(fact.led)), .r19)
    case let fact as AssessmentScored:
      (kind, rule) = (.one(actors, fact.nominee, fact.leads), .r19)
    case let fact as AssessmentRevised:
      (kind, rule) = (.one(actors, fact.nominee, fact.leads), .r19)
    case let fact as TieResolved:
      (kind, rule) = (.leads(actors, among: fact.order, said: Set(fact.led)), .r19)
    case let fact as SelectionProposed:
      (kind, rule) = (.leads(actors, among: fact.proposal.nominees, said: Set(fact.led)), .r19)
    case let fact as SelectionApproved:
      (kind, rule) = (.board(among: fact.present, said: Set(fact.members)), .r9)
    case let fact as SelectionReturned:
      (kind, rule) = (.board(among: [header.principal], said: fact.board ? [header.principal] : []), .r9)
    case let fact as ParticipationDeferred:
      (kind, rule) = (.board(among: [header.principal], said: fact.board ? [header.principal] : []), .r9)
    case let fact as SeatOffered: (kind, rule) = (.stillHere(fact.nominee), .r3)
    case let fact as ReservePromoted: (kind, rule) = (.stillHere(fact.nominee), .r3)
    case let fact as FeedbackGiven:
      (kind, rule) = (.immediateLeader(header.principal, of: fact.nominee, said: fact.leads), .r12)
    default: return nil
    }
  }

  var finding: Finding {
    if case .stillHere = kind { return .offeredAfterLeaving }
    return Finding(
      rule,
      Bilingual(
        da: "Det, hændelsen siger om poster og roller, passer ikke med registret den dag.",
        en: "What the event says of posts and roles is not what the register showed on that day."),
      remedy: Bilingual(
        da: "Ansættelser, poster og roller står i organisationens hændelser indtil da.",
        en: "Employments, posts and roles stand in the organisation's events up to then."))
  }
}

extension PostClaim.Kind {
  fileprivate static func one(_ claimants: [Alias], _ nominee: Alias, _ said: Bool) -> PostClaim.Kind {
    .leads(claimants, among: [nominee], said: said ? [nominee] : [])
  }
}
