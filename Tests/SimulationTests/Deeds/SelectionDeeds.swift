import TalentDomain

// «HR-Centret modtager alle indstillinger, og foretager den endelige udvælgelse, som godkendes af direktionen.»
extension Model {
  private static let hr = Gate.by(.hr)
  private static let board = Gate.by(.board, recordedBy: [.secretary])

  /// The order of the ranking as it was read, best first, and those of its ties that nobody has decided.
  struct Standing {
    var order: [Who]
    var openTies: [[Who]]

    /// The same, but that those who are level stand by their place in the model: chance must not hang on ids.
    var byPlaces: [Who] {
      var order = order
      for tie in openTies {
        let places = order.indices.filter { tie.contains(order[$0]) }
        for (place, who) in zip(places, places.map({ order[$0] }).sorted()) { order[place] = who }
      }
      return order
    }
  }

  func resolve(_ order: [Who], among ties: [[Who]], deciding: Bool, isResolved: Bool, in cohort: Int) -> Deed {
    var command = ResolveTie()
    command.cohort = cohorts[cohort].code
    command.ground = "Den ene har længst erfaring på tværs."
    command.order = order.map { staff[$0].reference }
    return Deed(
      command: command, gate: Self.hr, cohort: cohort, closed: .nominees, named: order,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        for who in order { try model.expectKnown(who) }
        var judgement = Judgement("tie.resolved.v1")
        judgement.breaks("R19", if: order.contains { !model.isImpartial(moment, towards: $0, state) })
        judgement.breaks(
          "S2",
          if: state.ranked == nil || state.approved != nil || !ties.contains { Set($0) == Set(order) } || !deciding
            || isResolved)
        return judgement
      },
      effect: { _, _ in })
  }

  func propose(
    _ selected: [Who], reserve: [Who], departing departures: [Who], by standing: Standing, in cohort: Int
  ) -> Deed {
    var command = ProposeSelection()
    command.cohort = cohorts[cohort].code
    command.departures = departures.map { DepartureGiven(staff[$0].reference, ground: "Samlet vurdering.") }
    command.reserve = reserve.map { staff[$0].reference }
    command.selected = selected.map { staff[$0].reference }
    let placed = selected + reserve
    return Deed(
      command: command, gate: Self.hr, cohort: cohort, closed: .everyoneBarred, named: placed + departures,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        guard !selected.isEmpty else { throw .invalid }
        for who in placed { try model.expectKnown(who) }
        guard Set(placed).count == placed.count, Set(departures).count == departures.count else { throw .invalid }
        let rest = state.eligible.filter { !placed.contains($0) }
        for who in departures {
          try model.expectKnown(who)
          guard placed.contains(who) || rest.contains(who) else { throw .notFound }
        }
        var judgement = Judgement("selection.proposed.v1")
        judgement.breaks("R1", if: selected.count > state.seats - state.occupied)
        let formerLeaders = placed.filter {
          state.form(of: $0)?.status == .ineligible && state.form(of: $0)?.ground == .formerLeader
        }
        judgement.breaks("R3", if: !formerLeaders.isEmpty)
        let strangers = placed.filter { !state.isEligible($0) && !formerLeaders.contains($0) }
        judgement.breaks(
          "S2", if: state.approved != nil || !state.isClosed || state.ranked == nil || !strangers.isEmpty)
        judgement.breaks(
          "R19",
          if: (placed + rest).contains { nominee in
            moment.people.contains {
              $0 == nominee || (model.staff[nominee].isKnown && model.leads($0, nominee))
                || state.isBarred($0, from: nominee)
            }
          })
        if state.ranked != nil, placed.allSatisfy(state.isEligible) {
          let free = max(0, state.seats - state.occupied)
          judgement.breaks("R9", if: Self.departs(selected, reserve, departures, standing, free: free))
        }
        return judgement
      },
      effect: { model, moment in
        let state = model.cohorts[cohort]
        model.cohorts[cohort].proposals += 1
        model.cohorts[cohort].proposal = ProposedState(
          selected: selected, reserve: reserve, rest: state.eligible.filter { !placed.contains($0) },
          by: moment.people, day: moment.today, ranked: state.ranked)
      })
  }

  /// Whether a tie that decides something is open, or somebody stands otherwise than the ranking says without a ground.
  private static func departs(
    _ selected: [Who], _ reserve: [Who], _ grounded: [Who], _ standing: Standing, free: Int
  ) -> Bool {
    let best = Set(standing.order.prefix(free))
    for tie in standing.openTies.map({ $0.filter(standing.order.contains) }) {
      let within = tie.count { best.contains($0) }
      if within > 0, within < tie.count { return true }
      let left = tie.filter { !selected.contains($0) }
      if within == 0, left.count > 1, left.contains(where: reserve.contains) { return true }
    }
    let misplaced = standing.order.filter { selected.contains($0) != best.contains($0) }
    let remaining = standing.order.filter { !selected.contains($0) }
    let passedOver = remaining.enumerated().filter { place, who in
      guard !best.contains(who) else { return false }
      let turn = reserve.firstIndex(of: who) ?? reserve.count
      return remaining.dropFirst(place + 1).contains { worse in
        reserve.firstIndex(of: worse).map { $0 < turn } ?? false
      }
    }
    return !Set(misplaced + passedOver.map(\.element)).isSubset(of: grounded)
  }

  /// - Parameters:
  ///   - digest: of the proposal that is meant, and whether that is the one that stands.
  func approve(_ digest: Digest, isCurrent: Bool, present: [Who], on meeting: CivilDate, in cohort: Int) -> Deed {
    var command = ApproveSelection()
    command.cohort = cohorts[cohort].code
    command.meeting = BoardMeeting(date: meeting, title: "Direktionsmøde")
    command.minutes = Digest("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU") ?? .blank
    command.present = present.map { staff[$0].reference }
    command.proposal = digest
    return Deed(
      command: command, gate: Self.board, cohort: cohort, closed: .everyoneBarred, named: present,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        for who in present { try model.expectKnown(who) }
        guard Set(present).count == present.count else { throw .invalid }
        var judgement = Judgement("selection.approved.v1")
        let principal = moment.principal
        judgement.breaks(
          "R9",
          if: !present.contains { $0 == principal && model.holds($0, .board, in: cohort) })
        judgement.breaks("R9", if: !moment.people.isDisjoint(with: state.scorers))
        guard let proposal = state.proposal else {
          judgement.broken.insert("S2")
          return judgement
        }
        judgement.breaks("S2", if: proposal.isReturned || state.approved != nil)
        judgement.breaks("R9", if: !isCurrent || proposal.ranked != state.ranked)
        judgement.breaks("R9", if: !moment.people.isDisjoint(with: proposal.by))
        judgement.breaks(
          "R19",
          if: proposal.everybody.contains {
            $0 == principal || (model.staff[$0].isKnown && model.leads(principal, $0))
              || state.isBarred(principal, from: $0)
          })
        judgement.breaks("S4", if: meeting < proposal.day || moment.isLater(meeting))
        return judgement
      },
      effect: { model, _ in
        model.cohorts[cohort].approved = model.cohorts[cohort].proposal
        model.cohorts[cohort].reserve = model.cohorts[cohort].proposal?.reserve ?? []
      })
  }

  func sendBack(_ digest: Digest, isCurrent: Bool, in cohort: Int) -> Deed {
    var command = ReturnSelection()
    command.cohort = cohorts[cohort].code
    command.proposal = digest
    command.reasons = "Spredningen over arbejdspladser er for lille."
    return Deed(
      command: command, gate: Self.board, cohort: cohort, closed: .everyoneBarred,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        var judgement = Judgement("selection.returned.v1")
        judgement.breaks("S2", if: state.proposal?.isReturned ?? true || state.approved != nil)
        judgement.breaks("R9", if: state.proposal != nil && !isCurrent)
        judgement.breaks("R9", if: !model.holds(moment.principal, .board, in: cohort))
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].proposal?.isReturned = true })
  }

  func offer(_ who: Who, in cohort: Int) -> Deed {
    var command = OfferSeat()
    command.cohort = cohorts[cohort].code
    command.nominee = staff[who].reference
    return Deed(
      command: command, gate: Self.hr, cohort: cohort, closed: .nominees, named: [who],
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
      command: command, gate: Self.hr, cohort: cohort, closed: .nominees, named: [who],
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
      command: command, gate: Self.hr, cohort: cohort, closed: .nominees, named: who.map { [$0] } ?? [],
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
      command: command, gate: Self.hr, cohort: cohort, closed: .nominees, named: [who],
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
      command: command, gate: Self.hr, cohort: cohort, closed: .nominees, named: [who],
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

  func notify(_ who: Who, _ reasons: String, in cohort: Int) -> Deed {
    var command = NotifyNonSelection()
    command.cohort = cohorts[cohort].code
    command.nominee = staff[who].reference
    command.reasons = Text(reasons)
    return Deed(
      command: command, gate: Self.hr, cohort: cohort, closed: .nominees, named: [who],
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        guard let form = state.form(of: who) else { throw .notFound }
        guard !reasons.allSatisfy(\.isWhitespace) else { throw .invalid }
        var judgement = Judgement("non-selection.notified.v1")
        judgement.breaks("R9", if: form.status != .ineligible && !(state.approved?.rest.contains(who) ?? false))
        judgement.breaks("S2", if: state.told[who] != nil)
        return judgement
      },
      effect: { model, moment in model.tell(who, moment, in: cohort) })
  }

  func giveFeedback(_ who: Who, answers: Int, on date: CivilDate? = nil, in cohort: Int) -> Deed {
    var command = GiveFeedback()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.nominee = staff[who].reference
    command.next = answers > 0 ? "Mere erfaring med at lede møder." : nil
    command.rightNow = answers > 1 ? "Ja." : nil
    command.realistic = answers > 2 ? "Ja, om et år." : " "
    command.alternatives = answers > 3 ? "En diplomuddannelse." : nil
    return Deed(
      command: command, gate: .by(.leader, recordedBy: [.hr]), cohort: cohort, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        var judgement = Judgement("feedback.given.v1")
        let leader = model.staff[who].lastJob?.leader
        judgement.breaks(
          "R12",
          if: state.told[who] == nil || leader == nil || leader != moment.principal
            || answers < state.rules(on: moment.today).feedbackAnswers)
        judgement.breaks("S2", if: state.feedback.contains(who))
        judgement.breaks("S4", if: moment.isLater(date))
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].feedback.insert(who) })
  }

  func complain(_ who: Who, _ text: String, in cohort: Int) -> Deed {
    var command = ReceiveComplaint()
    command.cohort = cohorts[cohort].code
    command.nominee = staff[who].reference
    command.text = Text(text)
    return Deed(
      command: command, gate: Self.hr, cohort: cohort, closed: .nominees, named: [who],
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        guard state.forms.contains(where: { $0.nominee == who }) else { throw .notFound }
        guard !text.allSatisfy(\.isWhitespace) else { throw .invalid }
        return Judgement("complaint.received.v1")
      },
      effect: { model, _ in model.cohorts[cohort].complaints.insert(who) })
  }

  func answerComplaint(of who: Who, in cohort: Int) -> Deed {
    var command = AnswerComplaint()
    command.cohort = cohorts[cohort].code
    command.nominee = staff[who].reference
    command.text = "Sagen er gennemgået igen."
    return Deed(
      command: command, gate: Self.hr, cohort: cohort, closed: .nominees, named: [who],
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectKnown(who)
        var judgement = Judgement("complaint.answered.v1")
        judgement.breaks("S2", if: !state.complaints.contains(who))
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].complaints.remove(who) })
  }

  func note(on who: Who?, date: CivilDate? = nil, in cohort: Int) -> Deed {
    var command = RecordCaseNote()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.nominee = who.map { staff[$0].reference }
    command.text = "Talt med lederen i telefon."
    return Deed(
      command: command, gate: Self.hr, cohort: cohort, closed: .nominees, named: who.map { [$0] } ?? [],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        _ = try model.opened(cohort)
        if let who { try model.expectKnown(who) }
        var judgement = Judgement("case-note.recorded.v1")
        judgement.breaks("S4", if: moment.isLater(date))
        return judgement
      },
      effect: { _, _ in })
  }

  // MARK: Pieces

  /// A seat is held for so many days.
  private mutating func hold(_ who: Who, _ moment: Moment, in cohort: Int) {
    let days = cohorts[cohort].rules(on: moment.today).answerDays
    cohorts[cohort].takenSeats[who] = .init(
      status: .offered, closes: Clock.midnight(after: moment.today.adding(days: days)))
  }

  private mutating func tell(_ who: Who, _ moment: Moment, in cohort: Int) {
    cohorts[cohort].told[who] = moment.today.adding(days: cohorts[cohort].rules(on: moment.today).feedbackDays)
  }
}

extension Moment {
  /// When something took effect that is said to have been on a day.
  func effective(_ date: CivilDate?) -> Int64 {
    guard let date, date != today else { return recorded }
    return Clock.midnight(of: date)
  }
}
