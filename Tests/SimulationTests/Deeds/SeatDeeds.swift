import TalentDomain

// Never more live offers than seats; the reserve in its order.
extension Model {
  func offer(_ who: Who, in cohort: Int) -> Deed {
    var command = OfferSeat()
    command.cohort = cohorts[cohort].code
    command.nominee = staff[who].reference
    return Deed(
      command: command, gate: .hr, cohort: cohort, closed: .nominees, named: [who],
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        if model.staff[who].job == nil { throw .refused("R3") }
        var judgement = Judgement("seat.offered.v1")
        let isSelected = state.approved?.selected.contains(who) ?? false
        judgement.breaks("R1", if: state.occupied >= state.seats)
        judgement.breaks("R9", if: !isSelected)
        judgement.breaks("S2", if: state.takenSeats[who] != nil || (isSelected && !state.isEligible(who)))
        return judgement
      },
      effect: { model, moment in model.hold(who, moment, in: cohort) })
  }

  /// Of whoever is given up, no place is held any more.
  func accept(_ who: Who, on date: CivilDate? = nil, in cohort: Int) -> Deed {
    var command = AcceptSeat()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.nominee = staff[who].reference
    return Deed(
      command: command, gate: .byOneself(who, recordedBy: [.hr]), cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        try model.answer("seat.accepted.v1", of: who, on: date, moment, in: cohort)
      },
      effect: { model, moment in
        model.cohorts[cohort].takenSeats[who]?.status = .accepted
        model.cohorts[cohort].joined[who] = (moment.today, moment.effective(date))
      })
  }

  func decline(_ who: Who, on date: CivilDate? = nil, in cohort: Int) -> Deed {
    var command = DeclineSeat()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.nominee = staff[who].reference
    command.reason = "Jeg vil vente et år."
    return Deed(
      command: command, gate: .byOneself(who, recordedBy: [.hr]), cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        try model.answer("seat.declined.v1", of: who, on: date, moment, in: cohort)
      },
      effect: { model, _ in model.cohorts[cohort].takenSeats[who]?.status = .declined })
  }

  private func answer(
    _ event: String, of who: Who, on date: CivilDate?, _ moment: Moment, in cohort: Int
  ) throws(Stop) -> Judgement {
    let state = try opened(cohort)
    try expectKnown(who)
    guard mayAnswer(for: who, moment) else { throw .notPermitted }
    var judgement = Judgement(events: [event])
    judgement.breaks("S4", if: moment.isLater(date))
    guard let seat = state.takenSeats[who], seat.status == .offered else {
      judgement.broken.insert("S2")
      return judgement
    }
    let answered = moment.actor == who ? moment.received : min(moment.effective(date), moment.received)
    judgement.breaks("S4", if: answered >= seat.closes)
    return judgement
  }

  func lapse(_ who: Who, in cohort: Int) -> Deed {
    var command = LapseSeatOffer()
    command.cohort = cohorts[cohort].code
    command.nominee = staff[who].reference
    return Deed(
      command: command, gate: .hr, cohort: cohort, closed: .nominees, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        var judgement = Judgement("seat-offer.lapsed.v1")
        let seat = state.takenSeats[who]
        judgement.breaks("S2", if: seat?.status != .offered)
        judgement.breaks("S4", if: seat?.status == .offered && moment.received < seat?.closes ?? 0)
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].takenSeats[who]?.status = .lapsed })
  }

  /// - Parameter who: nil means the best placed.
  func promote(_ who: Who?, in cohort: Int) -> Deed {
    var command = PromoteReserve()
    command.cohort = cohorts[cohort].code
    command.nominee = who.map { staff[$0].reference }
    return Deed(
      command: command, gate: .hr, cohort: cohort, closed: .nominees, named: who.map { [$0] } ?? [],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        if let who { try model.expectKnown(who) }
        guard let next = who ?? state.reserveLeft.first else { throw .refused("R9") }
        if model.staff[next].isKnown, model.staff[next].job == nil { throw .refused("R3") }
        var judgement = Judgement("reserve.promoted.v1")
        judgement.breaks("R9", if: state.approved == nil || state.reserveLeft.first != next)
        judgement.breaks("R9", if: state.secondGathering.map { moment.today >= $0 } ?? false)
        judgement.breaks("R1", if: state.occupied + state.awaiting.count >= state.seats)
        return judgement
      },
      effect: { model, moment in
        guard let next = who ?? model.cohorts[cohort].reserveLeft.first else { return }
        model.cohorts[cohort].reserve.removeAll { $0 == next }
        model.hold(next, moment, in: cohort)
      })
  }

  func lapseReserve(_ who: Who, early: Bool, in cohort: Int) -> Deed {
    var command = LapseReserve()
    command.cohort = cohorts[cohort].code
    command.early = early
    command.nominee = staff[who].reference
    command.reasons = "Forløbet er i gang, og ingen plads blev ledig."
    return Deed(
      command: command, gate: .hr, cohort: cohort, closed: .nominees, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        var judgement = Judgement("reserve.lapsed.v1")
        let isTooEarly = state.secondGathering.map { moment.today < $0 } ?? true
        judgement.breaks("S2", if: !state.reserve.contains(who) || (!early && isTooEarly))
        return judgement
      },
      effect: { model, moment in
        model.cohorts[cohort].reserve.removeAll { $0 == who }
        model.tell(who, moment, in: cohort)
      })
  }

  func leave(_ who: Who, on date: CivilDate? = nil, in cohort: Int) -> Deed {
    var command = WithdrawParticipant()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.nominee = staff[who].reference
    return Deed(
      command: command, gate: .byOneself(who, recordedBy: [.hr]), cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        guard model.mayAnswer(for: who, moment) else { throw .notPermitted }
        var judgement = Judgement("participant.withdrew.v1")
        judgement.breaks("S2", if: !state.isParticipant(who))
        judgement.breaks("S4", if: moment.isLater(date))
        return judgement
      },
      effect: { model, moment in
        model.cohorts[cohort].takenSeats[who]?.status = .withdrawn
        model.cohorts[cohort].leftAt[who] = moment.effective(date)
      })
  }

  func putOff(_ who: Who, promising: Bool, on date: CivilDate? = nil, in cohort: Int) -> Deed {
    var command = DeferParticipation()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.nominee = staff[who].reference
    command.seatNextCohort = promising
    return Deed(
      command: command, gate: .hr, cohort: cohort, closed: .nominees, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        var judgement = Judgement("participation.deferred.v1")
        judgement.breaks("R9", if: promising && !model.holds(moment.principal, .board, in: cohort))
        judgement.breaks("S2", if: !(state.takenSeats[who]?.isTaken ?? false))
        judgement.breaks("S4", if: moment.isLater(date))
        return judgement
      },
      effect: { model, moment in
        model.cohorts[cohort].takenSeats[who]?.status = .deferred
        model.cohorts[cohort].leftAt[who] = moment.effective(date)
      })
  }

  /// A seat is held for so many days.
  private mutating func hold(_ who: Who, _ moment: Moment, in cohort: Int) {
    let days = cohorts[cohort].rules(on: moment.today).answerDays
    cohorts[cohort].takenSeats[who] = .init(
      status: .offered, closes: Clock.midnight(after: moment.today.adding(days: days)))
  }
}
