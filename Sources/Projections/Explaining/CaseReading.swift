package import TalentDomain

/// One nominee's case as one viewer may read it: whoever knows outcomes reads all of it, the immediate leader what feedback
/// needs, once the letter is sent. Nobody reads the own case here.
package struct CaseReading<O: Opener> {
  let reading: CohortReading<O>
  let steps: CaseSteps

  package init(_ reading: CohortReading<O>, _ steps: CaseSteps) {
    self.reading = reading
    self.steps = steps
  }

  var cohort: Cohort { reading.cohort }
  var opener: O { reading.opener }
  var nominee: Alias { steps.nominee }

  /// The answer to `ExplainPerson`; nil where there is no such case for this viewer.
  package func explained() -> CaseExplained? {
    guard cohort.isOpen, nominee != .none, nominee != reading.viewer.alias,
      let status = cohort.status(of: nominee, embargoed: false)
    else { return nil }
    var explained = CaseExplained()
    explained.nominee = Person(nominee)
    if reading.viewer.holds(.hr, .auditor), !reading.isNominee, !reading.isBarred(from: nominee) {
      explained.status = status
      explained.steps = steps.steps.filter(isKnown).map(step)
      explained.forms = forms
      explained.rulings = rulings
      explained.scores = scores
      explained.conflicts = conflicts
      explained.ranking = ranking
      explained.proposal = proposal
      explained.approval = approval
      explained.letter = letter
      explained.feedback = feedback
      explained.complaints = complaints
    } else {
      guard reading.leads(nominee), cohort.selection.notified[nominee] != nil else { return nil }
    }
    explained.guide = guide
    return explained
  }

  /// Positions are for those who keep and audit the record.
  func reference(_ position: Int?) -> Int? { reading.viewer.seesPositions ? position : nil }

  /// Whoever still has an own set to give is not told when others gave theirs (R20).
  private func isKnown(_ step: (fact: any CohortFact, header: Header)) -> Bool {
    guard reading.isBlind(towards: nominee), step.header.principal != reading.viewer.alias else { return true }
    return !(step.fact is AssessmentScored || step.fact is AssessmentRevised || step.fact is AssessmentVoided)
  }

  private func step(_ step: (fact: any CohortFact, header: Header)) -> ExplainedStep {
    var line = ExplainedStep()
    line.by = Person(step.header.principal)
    line.day = step.header.localDate
    line.position = reference(step.header.position)
    line.type = Line("\(type(of: step.fact).type)")
    return line
  }

  // MARK: Nomination and assessment

  private var forms: [ExplainedForm] {
    steps.steps.compactMap { fact, header in
      let parts: (chief: Alias, priority: Int?, refusedBy: [Line])
      switch fact {
      case let fact as NominationSubmitted: parts = (fact.form.chief, fact.form.priority, [])
      case let fact as NominationCompleted: parts = (fact.form.chief, fact.form.priority, [])
      case let fact as NominationAmended: parts = (fact.form.chief, fact.form.priority, [])
      case let fact as LateNominationAdmitted: parts = (fact.form.chief, fact.form.priority, [])
      case let fact as NominationRefused: parts = (fact.chief, nil, fact.rules)
      default: return nil
      }
      var line = ExplainedForm()
      line.answers =
        opener.opened(NominationForm.self, at: header.position, about: nominee, author: parts.chief)?.answers ?? []
      line.chief = Person(parts.chief)
      line.position = reference(header.position)
      line.priority = parts.priority
      line.refusedBy = parts.refusedBy
      line.type = Line("\(type(of: fact).type)")
      return line
    }
  }

  private var rulings: [ExplainedRuling] {
    steps.steps.compactMap { fact, header in
      guard fact is EligibilityConfirmed || fact is EligibilityRejected else { return nil }
      var line = ExplainedRuling()
      line.eligible = fact is EligibilityConfirmed
      line.position = reference(header.position)
      line.reasons = opener.opened(EligibilityReasons.self, at: header.position, about: nominee)?.reasons
      return line
    }
  }

  private var scores: [ExplainedScore] {
    // Whoever still has an own set to give is not told others' points (R20).
    guard !reading.isBlind(towards: nominee) else { return [] }
    let sets = cohort.assessment.sets[nominee, default: [:]].sorted { $0.key < $1.key }
    return sets.flatMap { assessor, set in
      set.scores.sorted { $0.key < $1.key }.map { question, score in
        var line = ExplainedScore()
        line.assessor = Person(assessor)
        line.basis = score.basis
        line.points = score.points
        line.position = reference(score.position)
        line.question = question
        line.remark =
          opener.opened(AssessmentRemark.self, at: score.position, about: nominee, author: assessor)?.remark
        return line
      }
    }
  }

  private var conflicts: [ExplainedConflict] {
    cohort.assessment.conflictOrder.compactMap { id in
      guard let conflict = cohort.assessment.conflicts[id], conflict.nominee == nominee else { return nil }
      var line = ExplainedConflict()
      line.kind = conflict.kind
      line.person = Person(conflict.person)
      line.position = reference(conflict.position)
      line.ruling = conflict.ruling
      return line
    }
  }

  private var ranking: ExplainedRanking? {
    guard let ranking = cohort.assessment.ranking, let criteria = cohort.setup.criteria,
      let standing = reading.standings().first(where: { $0.entry.nominee == nominee })
    else { return nil }
    var line = ExplainedRanking()
    line.categories = criteria.categories.sorted { $0.number < $1.number }.map { category in
      var explained = ExplainedCategory()
      explained.da = category.da
      explained.en = category.en
      explained.mean = points.mean(of: nominee, criteria.questions.filter { $0.category == category.number })
      explained.number = category.number
      explained.weight = category.weight
      return explained
    }
    line.nominees = ranking.entries.count
    line.place = place(standing)
    line.plainMean = standing.entry.plainMean
    line.position = reference(cohort.assessment.rankedAt)
    line.rank = standing.rank
    line.seats = cohort.setup.seats
    line.tiesResolved = steps.all(TieResolved.self).compactMap { reference($0.header.position) }
    line.total = standing.entry.total
    return line
  }

  private func place(_ standing: CohortReading<O>.Standing) -> RankingPlace {
    let seats = cohort.setup.seats
    guard standing.isTied, let tie = cohort.assessment.ranking?.ties.first(where: { $0.nominees.contains(nominee) })
    else { return standing.rank <= seats ? .withinTheSeats : .below }
    return tie.last <= seats ? .withinTheSeats : tie.first <= seats ? .atTheBorder : .below
  }

  var points: PointMeans { PointMeans(cohort) }
}
