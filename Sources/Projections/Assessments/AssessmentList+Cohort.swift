package import TalentDomain

extension CohortReading {
  /// The answer to `ListAssessments`: HR and auditors see all sets, an assessor those of the own nominees. Whoever has an
  /// own set to complete sees others' scores of that nominee only then (R20).
  package func assessments(_ query: ListAssessments) -> AssessmentList? {
    guard cohort.isOpen, viewer.holds(.hr, .auditor, .assessor) else { return nil }
    var list = AssessmentList()
    for nominee in nominees where isWanted(nominee, by: query.nominee) && seesSets(of: nominee) {
      for assessor in assessors(of: nominee) where isWanted(assessor, by: query.assessor) {
        list.sets.append(set(of: nominee, by: assessor))
      }
    }
    list.conflicts = conflicts(query)
    return list
  }

  private func set(of nominee: Alias, by assessor: Alias) -> ScoreSetLine {
    let set = cohort.assessment.set(of: nominee, by: assessor)
    var line = ScoreSetLine()
    line.assessor = Person(assessor)
    line.nominee = Person(nominee)
    line.withheld = assessor != viewer.alias && isBlind(towards: nominee)
    // Nor whether it is complete: the others are to weigh no more on the own set than if they were not there.
    guard !line.withheld else { return line }
    line.complete = cohort.setup.criteria.map(set.isComplete) ?? false
    line.scores = set.scores.sorted { $0.key < $1.key }.map { question, score in
      var line = ScoreLine()
      line.basis = score.basis
      line.points = score.points
      line.position = viewer.seesPositions ? score.position : nil
      line.question = question
      line.remark =
        opener.opened(AssessmentRemark.self, at: score.position, about: nominee, author: assessor)?.remark
      return line
    }
    return line
  }

  private func conflicts(_ query: ListAssessments) -> [ConflictLine] {
    cohort.assessment.conflictOrder.compactMap { id in
      guard let conflict = cohort.assessment.conflicts[id], isWanted(conflict.nominee, by: query.nominee),
        isWanted(conflict.person, by: query.assessor),
        conflict.person == viewer.alias || seesAllSets(of: conflict.nominee)
      else { return nil }
      var line = ConflictLine()
      line.id = id
      line.kind = conflict.kind
      line.nominee = Person(conflict.nominee)
      line.person = Person(conflict.person)
      line.ruling = conflict.ruling
      return line
    }
  }

  /// Everybody who has been nominated, in the order of the first form, each once.
  private var nominees: [Alias] {
    var seen: Set<Alias> = [.none]
    return cohort.nominations.order.compactMap { cohort.nominations.forms[$0]?.nominee }
      .filter { seen.insert($0).inserted }
  }

  /// Those assigned, and whoever has scored all the same.
  private func assessors(of nominee: Alias) -> [Alias] {
    let assigned = cohort.assessment.assigned[nominee, default: []]
    guard !isBlind(towards: nominee) else { return assigned }
    let others = cohort.assessment.sets[nominee, default: [:]].filter { !$0.value.scores.isEmpty }.keys
    return assigned + others.filter { !assigned.contains($0) }.sorted()
  }

  private func seesSets(of nominee: Alias) -> Bool {
    nominee != viewer.alias && (seesAllSets(of: nominee) || isAssessor(of: nominee))
  }

  /// Whoever adds up all scores knows the ranking: a nominee does not, in whatever capacity.
  private func seesAllSets(of nominee: Alias) -> Bool {
    viewer.holds(.hr, .auditor) && !isNominee && !isBarred(from: nominee)
  }

  /// A filter for somebody whom nobody knows lets nothing through.
  private func isWanted(_ person: Alias, by filter: PersonRef?) -> Bool {
    guard let filter else { return true }
    return filter.alias != .none && filter.alias == person
  }
}
