package import TalentDomain

extension DutyList {
  /// The answer to `ListDuties`, the most pressing first: what is overdue, what has a date, and then the rest in the order
  /// of a case. Each viewer sees the own duties; HR and auditors see everybody's.
  /// - Parameters:
  ///   - privacy: what is owed beside the cohorts, as far as this viewer may see it.
  ///   - today: the local date of asking, by which duties are overdue.
  package init<O>(
    _ query: ListDuties, _ readings: [CohortReading<O>], privacy: [DutyLine] = [], today: CivilDate
  ) {
    self.init()
    let ofCohorts =
      readings
      .filter { $0.cohort.isOpen && (query.cohort == nil || query.cohort == $0.code) }
      .flatMap { reading in
        reading.duties(today: today).filter { query.mine == true ? reading.isOwn($0) : reading.sees($0) }
      }
      .map(\.line)
    duties = (ofCohorts + privacy).sorted { $0.urgency < $1.urgency }
  }
}

/// Something owed in a cohort, and by whom.
struct Duty {
  enum Owner: Hashable {
    /// The HR Centre, whoever of it does it first.
    case hr
    /// The executive board, or its secretary for it.
    case board
    /// One person, by the alias of the cohort.
    case one(Alias)
    /// An immediate leader, by the id in the organisation's stream; nil where it is not known who that is.
    case leader(Alias?)
  }

  let owner: Owner
  /// Whether it tells who has been chosen before that is told.
  let isOutcome: Bool
  let line: DutyLine

  init(
    _ kind: DutyKind, _ owner: Owner, in cohort: Code, count: Int = 1, about: Alias? = nil, due: CivilDate? = nil,
    today: CivilDate, isOutcome: Bool = false
  ) {
    self.owner = owner
    self.isOutcome = isOutcome
    var line = DutyLine()
    line.about = about.map { Person($0) }
    line.cohort = cohort
    line.count = count
    line.due = due
    line.kind = kind
    line.late(on: today)
    switch owner {
    case .hr, .board: line.owner = nil
    case .one(let person): line.owner = Person(person)
    case .leader(let person): line.owner = person.map { Person($0) }
    }
    self.line = line
  }
}

extension CohortReading {
  func isOwn(_ duty: Duty) -> Bool {
    switch duty.owner {
    case .hr: viewer.holds(.hr) && !isHidden(duty)
    case .board: viewer.holds(.board, .secretary) && !isHidden(duty)
    case .one(let person): viewer.alias != .none && person == viewer.alias
    case .leader(let person): viewer.holds(.leader) && person == viewer.person
    }
  }

  func sees(_ duty: Duty) -> Bool { isOwn(duty) || (viewer.holds(.hr, .auditor) && !isHidden(duty)) }

  /// Nobody learns an outcome early. A nominee reads in no office how the cases are worked on; nor does whoever is barred from
  /// one read what is owed on it, and an assessor with an own set to complete how far the others have come.
  private func isHidden(_ duty: Duty) -> Bool {
    if duty.isOutcome, !seesOutcomes { return true }
    if isNominee, duty.line.kind.isOfTheDecision || duty.line.about?.id == viewer.alias { return true }
    if let about = duty.line.about?.id, isBarred(from: about) { return true }
    return duty.line.kind == .score && isBlindTowardsAny
  }
}

extension DutyLine {
  /// Less is more pressing.
  fileprivate var urgency: (Int, Int, Int, Code, Alias) {
    let place = DutyKind.inOrderOfTheCase.firstIndex(of: kind) ?? 0
    return (
      overdue ? 0 : due == nil ? 2 : 1, due?.dayNumber ?? 0, place, cohort ?? "", about?.id ?? owner?.id ?? .none
    )
  }
}

extension DutyKind {
  /// Whether it is part of how the cases are judged.
  fileprivate var isOfTheDecision: Bool {
    [
      .receiveForm, .ruleEligibility, .ruleConflict, .score, .resolveTie, .approveSelection, .offerSeat,
      .notifyNonSelected,
    ]
    .contains(self)
  }

  fileprivate static let inOrderOfTheCase: [DutyKind] = [
    .receiveForm, .ruleEligibility, .ruleConflict, .score, .resolveTie, .approveSelection, .offerSeat, .answerOffer,
    .notifyNonSelected, .giveFeedback, .answerComplaint, .answerMBTI, .recordMBTI, .recordAttendance, .formWorkGroup,
    .matchMentor, .agreeConfidentiality, .setPlan, .holdDialogue, .agreeInternship, .confirmEntry, .completeProgramme,
    .issueCertificate, .recordOutcome, .decideErasure, .carryOutErasure, .reviewHold, .decideRetention,
  ]
}
