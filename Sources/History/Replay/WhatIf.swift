package import Leaves
package import TalentDomain

/// Folds a cohort twice: as it was, and as if other rules or weights had held. Beside the second fold every rule judges
/// again; what it would have refused did not happen there, nor what rests on it. The ranking is worked out anew.
package struct WhatIf {
  private let supposed: Supposition
  private let code: Code
  private let knowledge: any ReplayKnowledge
  private var organisation = Organisation()
  private var actual = Cohort()
  private var other = Cohort()
  private var refused: [WhatIfRefusal] = []
  /// Whose events would have been refused.
  private var cases: Set<Alias> = []
  /// Why the supposition itself is no rule set or criteria that a cohort could be run by.
  private var impossible: [Finding] = []

  package init(_ supposed: Supposition, of code: Code, knowing knowledge: any ReplayKnowledge) {
    self.supposed = supposed
    self.code = code
    self.knowledge = knowledge
  }

  /// - Throws: as `Replay.take`.
  package mutating func take(_ leaf: Leaf) throws(LeafError) {
    let stream = leaf.stream
    if stream == "organisation" { return try fold(leaf, into: &organisation) }
    guard stream == "cohort/\(code.value)" else { return }
    let header = try Header(leaf)
    if let fact = try fact(of: leaf) as? any CohortFact { suppose(fact, header, leaf.digests.count) }
    try fold(leaf, into: &actual)
  }

  // MARK: As it would have been

  private mutating func suppose(_ fact: any CohortFact, _ header: Header, _ digests: Int) {
    switch fact {
    case let fact as CohortOpened:
      fact.apply(to: &other, header)
      adoptWithoutRuleSet(fact, header)
    case let fact as RuleSetAdopted:
      var supposedFact = fact
      supposedFact.values = supposed.ruleSet?.replacing(in: fact.values) ?? fact.values
      replace(fact, by: supposedFact, header)
    case let fact as CriteriaPublished:
      var supposedFact = fact
      supposedFact.criteria = criteria(instead: fact.criteria)
      replace(fact, by: supposedFact, header)
    case let fact as RankingComputed: rank(fact, header)
    case is TieResolved:
      // A tie that would not have been there is decided for nobody.
      if judge(fact, header, digests, other).isEmpty { fact.apply(to: &other, header) }
    // What follows the ranking decides nothing that it rests on.
    case _ where !WhatIf.groundsOfRanking.contains("\(type(of: fact).type)"): break
    default: happen(fact, header, digests)
    }
  }

  private mutating func happen(_ actualFact: any CohortFact, _ header: Header, _ digests: Int) {
    let fact = adapted(actualFact)
    let found = judge(fact, header, digests, other)
    guard !found.isEmpty else { return fact.apply(to: &other, header) }
    let before = Set(judge(actualFact, header, digests, actual).map(\.rule))
    guard let first = found.first(where: { !before.contains($0.rule) }) else { return fact.apply(to: &other, header) }
    refuse(first, fact, header)
  }

  /// What an event says of all nominees, it would have said of those only who would have been there.
  private func adapted(_ fact: any CohortFact) -> any CohortFact {
    switch fact {
    case var fact as AssessorAssigned:
      fact.nominees.removeAll { !other.nominations.isEligible($0) && actual.nominations.isEligible($0) }
      return fact
    case var fact as ScoringClosed:
      let eligible = other.nominations.eligible
      fact.nominees = eligible.count
      fact.sets = eligible.reduce(0) { sum, nominee in
        sum + (other.setup.criteria.map { other.assessment.fullSets(of: nominee, $0).count } ?? 0)
      }
      return fact
    default: return fact
    }
  }

  /// The supposition takes the place of what was adopted or published, where a cohort could be run by it.
  private mutating func replace(_ fact: any CohortFact, by supposedFact: any CohortFact, _ header: Header) {
    let before = Set(judge(fact, header, 0, actual).map(\.rule))
    impossible += judge(supposedFact, header, 0, other).filter { !before.contains($0.rule) }
    supposedFact.apply(to: &other, header)
  }

  /// Without a rule set the programme's defaults hold; a supposed one holds from the first day.
  private mutating func adoptWithoutRuleSet(_ opened: CohortOpened, _ header: Header) {
    guard let values = supposed.ruleSet?.replacing(in: RuleSet()) else { return }
    let adopted = RuleSetAdopted(digest: .blank, from: header.localDate, values: values, version: "what-if")
    impossible += judge(adopted, header, 0, other)
    adopted.apply(to: &other, header)
  }

  private func criteria(instead published: Criteria) -> Criteria {
    var criteria = supposed.criteria ?? published
    for weight in supposed.weights ?? [] {
      for index in criteria.categories.indices where criteria.categories[index].number == weight.category {
        criteria.categories[index].weight = weight.weight
      }
    }
    return criteria
  }

  private mutating func rank(_ fact: RankingComputed, _ header: Header) {
    guard other.assessment.closed != nil else { return }
    var input = RankingInput(other)
    if supposed.algorithm == .plainMeans { input.countQuestionsAlike() }
    let result = Ranking1.compute(input)
    var computed = fact
    computed.entries = result.entries
    computed.spread = result.spread
    computed.ties = result.ties
    computed.apply(to: &other, header)
  }

  private mutating func refuse(_ finding: Finding, _ fact: any CohortFact, _ header: Header) {
    // What only follows from an earlier refusal of the same person's case is not told again.
    let isFirst = header.subject.map { cases.insert($0).inserted } ?? true
    guard isFirst || finding.rule != Rule.ID.s2.rawValue else { return }
    var line = WhatIfRefusal()
    line.finding = FindingLine(finding)
    line.position = header.position
    line.subject = header.subject.map { Person($0) }
    line.type = Line("\(type(of: fact).type)")
    refused.append(line)
  }

  private func judge(_ fact: any CohortFact, _ header: Header, _ digests: Int, _ cohort: Cohort) -> [Finding] {
    let type = "\(Swift.type(of: fact).type)"
    let kinds = Rulebook.sealedKinds(of: type)
    // Forms are opened only where other questions are supposed to have been asked.
    let sealed =
      supposed.criteria == nil || digests == 0 || kinds.isEmpty
      ? [] : knowledge.beside(header.position, kinds, count: digests, about: header.subject).records
    let proposal = Proposal(
      fact, subject: header.subject, effective: header.effective, sealed: sealed.map { Sealed($0, of: .none) },
      cause: header.cause)
    return Rulebook.judge(proposal, Situation(organisation: organisation, cohort: cohort, header: header))
  }

  /// What a ranking rests on: setup, nomination and assessment.
  private static let groundsOfRanking = Set(
    (setupFacts + nominationFacts + assessmentFacts).map { "\($0.type)" })

  // MARK: The answer

  /// - Throws: `.rules` where nobody could run a cohort by what is supposed; `.invalid` where it names a category that there
  ///   is not; `.notFound` where there is no such cohort.
  package func shown() throws(Refusal) -> WhatIfShown {
    guard actual.isOpen else { throw .notFound }
    guard impossible.isEmpty else { throw .rules(impossible) }
    let known = Set((supposed.criteria ?? actual.setup.criteria)?.categories.map(\.number) ?? [])
    guard (supposed.weights ?? []).allSatisfy({ known.contains($0.category) }) else {
      throw .invalid(Fault(.expected("numbers of the criteria's categories"), at: ["supposed", "weights"]))
    }
    let (before, after) = (Standings(actual), Standings(other))
    var shown = WhatIfShown()
    shown.nominees = before.order.count
    shown.ranked = actual.assessment.ranking != nil
    shown.refused = Array(refused.prefix([WhatIfRefusal].limit))
    shown.seats = actual.setup.seats
    shown.supposedNominees = after.order.count
    shown.supposedRanked = other.assessment.ranking != nil
    let selected = actual.selection.proposal.map { Set($0.selected) }
    let everybody = after.order + before.order.filter { after[$0] == nil }
    shown.changes = everybody.compactMap { nominee in
      let (was, would) = (before[nominee], after[nominee])
      guard was?.rank != would?.rank || was?.place != would?.place else { return nil }
      var line = WhatIfLine()
      line.nominee = Person(nominee)
      line.place = was?.place ?? .unranked
      line.rank = was?.rank
      line.selected = selected?.contains(nominee)
      line.supposedPlace = would?.place ?? .unranked
      line.supposedRank = would?.rank
      line.supposedTotal = would?.total
      line.total = was?.total
      return line
    }
    return shown
  }
}

extension RankingInput {
  /// A plain mean over all questions is a mean over categories, each weighted by how many of the questions are its own.
  fileprivate mutating func countQuestionsAlike() {
    for index in categories.indices {
      let own = questions.count { $0.category == categories[index].number }
      categories[index].weight = Rational(own, max(questions.count, 1))
    }
  }
}
