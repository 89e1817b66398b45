import TalentDomain

// «HR-Centret modtager alle indstillinger, og foretager den endelige udvælgelse, som godkendes af direktionen.»
extension Model {
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
      command: command, gate: .hr, cohort: cohort, closed: .nominees, named: order,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectEachOnce(order)
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
      command: command, gate: .hr, cohort: cohort, closed: .everyoneBarred, named: placed + departures,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        guard !selected.isEmpty else { throw .invalid }
        for list in [selected, reserve] { try model.expectEachOnce(list) }
        guard Set(placed).count == placed.count else { throw .invalid }
        let rest = state.eligible.filter { !placed.contains($0) }
        try model.expectEachOnce(departures)
        guard departures.allSatisfy({ placed.contains($0) || rest.contains($0) }) else { throw .notFound }
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
      command: command, gate: .board, cohort: cohort, closed: .everyoneBarred, named: present,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectEachOnce(present)
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
      command: command, gate: .board, cohort: cohort, closed: .everyoneBarred,
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
}

extension Moment {
  /// When something took effect that is said to have been on a day.
  func effective(_ date: CivilDate?) -> Int64 {
    guard let date, date != today else { return recorded }
    return Clock.midnight(of: date)
  }
}
