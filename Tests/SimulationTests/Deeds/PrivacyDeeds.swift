import TalentDomain

// The law on personal data: one decides an erasure, another carries it out, and not while a case, a hold, the archives or an
// audit needs the data.
extension Model {
  func requestErasure(of who: Who) -> Deed {
    var command = RequestErasure()
    command.person = staff[who].reference
    return Deed(
      command: command, gate: .byOneself(who, recordedBy: [.dpo, .hr]), named: [who],
      judge: { (model: Model, _: Moment) throws(Stop) in
        try model.expectKnown(who)
        var judgement = Judgement("erasure.requested.v1")
        judgement.breaks("S2", if: model.privacy.requests.contains(who))
        return judgement
      },
      effect: { model, _ in model.privacy.requests.insert(who) })
  }

  /// - Parameter classes: parts of a case; nil for everything, after which nobody knows any more who it was.
  func decideErasure(
    of who: Who, granting: Bool, _ basis: ErasureBasis, only classes: Set<RetentionClass>? = nil
  ) -> Deed {
    var command = DecideErasure()
    command.basis = basis
    command.classes = classes.map { chosen in RetentionClass.allCases.filter(chosen.contains) }
    command.granted = granting
    command.person = staff[who].reference
    // Consent, objection and the like entitle; the exceptions of art. 17(3) do not.
    let entitles = [.noLongerNecessary, .consentWithdrawn, .objection, .unlawful].contains(basis)
    return Deed(
      command: command, gate: .by(.dpo), named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        try model.expectKnown(who)
        if let classes, !classes.isSubset(of: model.caseClasses(of: who)) { throw .invalid }
        var judgement = Judgement("erasure.decided.v1")
        judgement.breaks("P1", if: granting != entitles)
        judgement.breaks("P5", if: moment.people.contains(who))
        if granting {
          model.judgeErasure(of: who, isWhole: classes == nil, moment, &judgement)
          judgement.breaks("P1", if: [.noLongerNecessary, .legalClaims].contains(basis) && model.isKept(who, moment))
        }
        return judgement
      },
      effect: { model, moment in
        model.privacy.requests.remove(who)
        model.privacy.granted[who] =
          granting
          ? .init(by: moment.people, basis: basis, hadNoPart: model.hasNoPart(who), classes: classes) : nil
      })
  }

  func carryOutErasure(of who: Who) -> Deed {
    var command = CarryOutErasure()
    command.person = staff[who].reference
    return Deed(
      command: command, gate: .by(.administrator), named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        try model.expectKnown(who)
        guard let grant = model.privacy.granted[who] else { throw .refused("P5") }
        // What came since then has not been decided on, and would stay when nobody knows any more whose it was.
        if grant.hadNoPart, !model.hasNoPart(who) { throw .refused("P5") }
        var judgement = Judgement("erasure.begun.v1")
        judgement.breaks("P5", if: moment.people.contains(who) || !moment.people.isDisjoint(with: grant.by))
        model.judgeErasure(of: who, isWhole: grant.classes == nil, moment, &judgement)
        judgement.breaks("P1", if: grant.basis == .noLongerNecessary && model.isKept(who, moment))
        return judgement
      },
      effect: { model, moment in
        let grant = model.privacy.granted.removeValue(forKey: who)
        if let classes = grant?.classes {
          model.erase(classes, of: who, on: moment.today)
        } else {
          model.forget(who)
        }
      })
  }

  private mutating func erase(_ classes: Set<RetentionClass>, of who: Who, on day: CivilDate) {
    for one in classes { privacy.gone[who, default: [:]][one] = day }
    guard classes.contains(.nomination) else { return }
    for cohort in cohorts.indices {
      for form in cohorts[cohort].forms.indices where cohorts[cohort].forms[form].nominee == who {
        cohorts[cohort].forms[form].isErased = true
      }
    }
  }

  private mutating func forget(_ who: Who) {
    privacy.erased.insert(who)
    staff[who].isKnown = false
    staff[who].lastJob = nil
    staff[who].told = []
  }

  func hold(_ who: Who, _ ground: HoldGround) -> Deed {
    var command = SetLegalHold()
    command.ground = ground
    command.person = staff[who].reference
    command.reason = "Stævning modtaget."
    return Deed(
      command: command, gate: .by(.dpo, .hr), named: [who],
      judge: { (model: Model, _: Moment) throws(Stop) in
        try model.expectKnown(who)
        var judgement = Judgement("legal-hold.set.v1")
        judgement.breaks("S2", if: model.privacy.holds[who]?.contains(ground) ?? false)
        return judgement
      },
      effect: { model, _ in model.privacy.holds[who, default: []].insert(ground) })
  }

  func liftHold(_ who: Who, _ ground: HoldGround) -> Deed {
    var command = LiftLegalHold()
    command.ground = ground
    command.person = staff[who].reference
    command.reason = "Sagen er forligt."
    return Deed(
      command: command, gate: .by(.dpo), named: [who],
      judge: { (model: Model, _: Moment) throws(Stop) in
        try model.expectKnown(who)
        var judgement = Judgement("legal-hold.lifted.v1")
        judgement.breaks("S2", if: !(model.privacy.holds[who]?.contains(ground) ?? false))
        return judgement
      },
      effect: { model, _ in model.privacy.holds[who]?.remove(ground) })
  }

  func clear(_ cohort: Int) -> Deed {
    var command = RecordArchiveClearance()
    command.cohort = cohorts[cohort].code
    command.reference = "2028-00412"
    return Deed(
      command: command, gate: .by(.hr),
      judge: { (model: Model, _: Moment) throws(Stop) in
        guard model.cohorts[cohort].isOpen else { throw .notFound }
        return model.privacy.cleared.contains(cohort) ? Judgement() : Judgement("archive-clearance.recorded.v1")
      },
      effect: { model, _ in model.privacy.cleared.insert(cohort) })
  }

  func concludeAudit(_ cohort: Int) -> Deed {
    var command = ConcludeAudit()
    command.cohort = cohorts[cohort].code
    command.reference = "Revisionsberetning 3"
    return Deed(
      command: command, gate: .by(.hr),
      judge: { (model: Model, _: Moment) throws(Stop) in
        guard model.cohorts[cohort].isOpen else { throw .notFound }
        return model.privacy.audited.contains(cohort) ? Judgement() : Judgement("audit.concluded.v1")
      },
      effect: { model, _ in model.privacy.audited.insert(cohort) })
  }

  // MARK: What stands in the way

  /// What keeps somebody's data whatever the ground.
  private func judgeErasure(of who: Who, isWhole: Bool, _ moment: Moment, _ judgement: inout Judgement) {
    let nominatedTo = cohorts.indices.filter { cohorts[$0].forms.contains { $0.nominee == who } }
    judgement.breaks("P1", if: cohorts.contains { $0.isOpenCase(of: who, on: moment.today) })
    judgement.breaks("P2", if: !(privacy.holds[who] ?? []).isEmpty)
    judgement.breaks("P3", if: !privacy.cleared.isSuperset(of: nominatedTo))
    judgement.breaks("P4", if: !privacy.audited.isSuperset(of: nominatedTo))
    // The papers of a case may go while somebody works here.
    guard isWhole else { return }
    judgement.breaks(
      "P5",
      if: isEmployed(who) || staff[who].uid != nil || !staff[who].roles.isEmpty || isLeading(who)
        || cohorts.contains { $0.needs(who, on: moment.today) })
  }

  /// Whether the period of retention still runs, or an open case keeps it from running. Whoever had no part in any cohort is
  /// kept until the day of leaving.
  private func isKept(_ who: Who, _ moment: Moment) -> Bool {
    // Of an open case no period runs yet.
    if cohorts.contains(where: { $0.isOpenCase(of: who, on: moment.today) }) { return false }
    guard !isEmployed(who), let left = staff[who].left else { return true }
    return left >= moment.today
  }

  /// The parts of a case that are left of whoever was nominated.
  func caseClasses(of who: Who) -> Set<RetentionClass> {
    guard wasNominated(who) else { return [] }
    return Self.ofCases.subtracting((privacy.gone[who] ?? [:]).keys)
  }

  static let ofCases: Set<RetentionClass> = [.assessment, .feedback, .nomination, .programme, .selection]

  func wasNominated(_ who: Who) -> Bool { cohorts.contains { $0.forms.contains { $0.nominee == who } } }

  /// Whether it is certain what is left of somebody. What is recorded after a part is gone is kept anew; the model does not
  /// follow whose each event was, so that it only knows where nothing at all was recorded since.
  func knowsWhatIsLeft(of who: Who) -> Bool {
    guard let last = privacy.gone[who]?.values.min() else { return true }
    return cohorts.allSatisfy { cohort in !cohort.parts.contains(who) || (cohort.touched.map { $0 <= last } ?? true) }
  }

  /// Whether somebody has had a part in no cohort: then the period is easy to say.
  func hasNoPart(_ who: Who) -> Bool { !cohorts.contains { $0.parts.contains(who) } }
}

extension CohortState {
  /// A nomination that is not decided, an offer that is not answered, a year that is not over, a complaint.
  func isOpenCase(of who: Who, on today: CivilDate) -> Bool {
    if complaints.contains(who) { return true }
    if let seat = takenSeats[who] {
      return seat.status == .offered || (seat.status == .accepted && today <= lastDay)
    }
    return told[who] == nil && live[who] != nil
  }

  /// Whether somebody else's case still needs them: as assessor, proposer, mentor or host, or for a conflict not ruled on.
  func needs(_ who: Who, on today: CivilDate) -> Bool {
    if !isClosed, assigned.values.contains(where: { $0.contains(who) }) { return true }
    if conflicts.contains(where: { $0.who == who && $0.ruling == nil }) { return true }
    if let proposal, !proposal.isReturned, approved == nil, proposal.by.contains(who) { return true }
    guard today <= lastDay else { return false }
    return year.matches.contains { $0.mentor == who && $0.ended == nil && isParticipant($0.participant) }
      || year.internships.contains { $0.host == who && isParticipant($0.participant) }
  }
}
