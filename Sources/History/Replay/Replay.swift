package import Leaves
package import TalentDomain

/// Folds the leaves of the organisation and of one cohort from the start, in order of position, and lets every rule judge
/// every event against the state before it: the same rules that judged it at the door, with the rule set and the criteria
/// that held then, for these stand in the state.
package struct Replay {
  package let code: Code
  package private(set) var organisation = Organisation()
  package private(set) var cohort = Cohort()
  package private(set) var judged: [JudgedEvent] = []
  package private(set) var recomputed: [Recomputed] = []
  package private(set) var dispensations: [Dispensation] = []
  private let knowledge: any ReplayKnowledge
  private let digest: ([UInt8]) -> Digest
  /// The current proposal's digest, worked out from what it proposes.
  private var proposal: Digest?
  /// Who holds which account number, where these may be known: no rule can judge it by the leaf.
  private var accounts: [Int: Alias] = [:]

  /// - Parameter digest: SHA-256; the domain makes none.
  package init(of code: Code, knowing knowledge: any ReplayKnowledge, digest: @escaping ([UInt8]) -> Digest) {
    self.code = code
    self.knowledge = knowledge
    self.digest = digest
  }

  /// Judges a leaf, and folds it. One of another stream is passed over.
  /// - Throws: `LeafError`, naming the position: a type that this version does not know, or facts of another shape.
  package mutating func take(_ leaf: Leaf) throws(LeafError) {
    let stream = leaf.stream
    guard stream == "organisation" || stream == "cohort/\(code.value)" else { return }
    let fact = try fact(of: leaf)
    let event = try judge(fact, leaf)
    judged.append(event)
    note(fact, event)
    if fact is any CohortFact { try fold(leaf, into: &cohort) } else { try fold(leaf, into: &organisation) }
  }

  private mutating func judge(_ fact: any Fact, _ leaf: Leaf) throws(LeafError) -> JudgedEvent {
    let header = try Header(leaf)
    let type = "\(Swift.type(of: fact).type)"
    var event = JudgedEvent(header: header, type: type)
    let kinds = Rulebook.sealedKinds(of: type)
    let count = leaf.digests.count
    var sealed: [Sealed] = []
    if count > 0, !kinds.isEmpty {
      let beside = knowledge.beside(leaf.position, kinds, count: count, about: header.subject)
      sealed = beside.records.map { Sealed($0, of: .none) }
      if !kinds.contains(where: { kind in beside.records.contains { Swift.type(of: $0) == kind } }) {
        if beside.isErased {
          event.lacks(.sealed, .erased)
        } else if beside.isWithheld {
          event.lacks(.sealed, .withheld)
        }
      }
    }
    let proposal = Proposal(
      fact, subject: header.subject, effective: header.effective, sealed: sealed, cause: leaf.cause)
    let isOfCohort = fact is any CohortFact
    let situation = Situation(
      organisation: organisation, cohort: isOfCohort ? cohort : Cohort(), header: header)
    event.findings = Rulebook.judge(proposal, situation)
    if isOfCohort { judgeRecorder(fact, situation, &event) }
    return event
  }

  // MARK: Who recorded it

  /// Whether roles and posts of that day allowed it, and whether what the event says of them is so.
  private func judgeRecorder(_ fact: any Fact, _ situation: Situation, _ event: inout JudgedEvent) {
    let register = RegisterView(code: code, organisation: organisation, knowledge: knowledge)
    let check = register.judge(fact, event.type, situation)
    event.findings += check.findings
    if let absence = check.absence { event.lacks(.authority, absence) }
  }

  // MARK: Worked out again

  private mutating func note(_ fact: any Fact, _ event: JudgedEvent) {
    dispensations += Dispensation.all(in: fact, event.header)
    switch fact {
    case let fact as RuleSetAdopted:
      compare(.ruleSet, fact.digest, digest(fact.values.canonical), .s4)
    case let fact as CriteriaPublished:
      compare(.criteria, fact.digest, digest(fact.criteria.canonical), .r8)
    case let fact as RankingComputed:
      let isEqual = !event.findings.contains { $0.rule == Rule.ID.r8.rawValue }
      compare(.ranking, fact.inputDigest, digest(RankingInput(cohort).canonical), .r8, alsoEqual: isEqual)
    case let fact as SelectionProposed:
      let digest = digest(fact.proposal.canonical)
      proposal = digest
      compare(.proposal, fact.digest, digest, .r9)
    case let fact as SelectionApproved:
      compare(.approval, fact.proposal, proposal ?? .blank, .r9)
    case let fact as AccountBound: take(fact, at: event.position)
    default: break
    }
  }

  private mutating func compare(
    _ kind: Recomputed.Kind, _ said: Digest, _ found: Digest, _ rule: Rule.ID, alsoEqual: Bool = true
  ) {
    let index = judged.count - 1
    var line = Recomputed()
    line.digest = said
    line.equal = said == found && alsoEqual
    line.kind = kind
    line.position = judged[index].position
    recomputed.append(line)
    guard said != found else { return }
    judged[index].findings.append(.otherDigest(rule, found))
  }

  private mutating func take(_ fact: AccountBound, at position: Int) {
    let index = judged.count - 1
    let beside = knowledge.beside(position, [AccountBinding.self], count: 1, about: fact.person)
    guard let binding = beside.records.lazy.compactMap({ $0 as? AccountBinding }).first else {
      judged[index].lacks(.sealed, beside.isErased ? .erased : .withheld)
      return
    }
    if let holder = accounts[binding.uid], holder != fact.person, organisation.accounts.contains(holder) {
      judged[index].findings.append(.uidTaken)
    }
    for (uid, holder) in accounts where holder == fact.person { accounts[uid] = nil }
    accounts[binding.uid] = fact.person
  }
}

extension Finding {
  fileprivate static func otherDigest(_ rule: Rule.ID, _ found: Digest) -> Finding {
    Finding(
      rule,
      Bilingual(
        da: "Fingeraftrykket er et andet end det, som genafspilningen beregner.",
        en: "The digest is another than the one that the replay works out."),
      remedy: Bilingual(da: "Det beregnede er \(found.text).", en: "The one worked out is \(found.text)."))
  }
}
