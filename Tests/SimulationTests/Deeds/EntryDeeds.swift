import TalentDomain

// The other of the two confirms; what was wrong is corrected or voided, with the old value and a reason.
extension Model {
  func confirm(_ entry: Int, _ id: Alias, in cohort: Int) -> Deed {
    var command = ConfirmEntry()
    command.cohort = cohorts[cohort].code
    command.entry = id
    return Deed(
      command: command, gate: .participants, cohort: cohort,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let of = try model.expectSeen(entry, moment, in: cohort)
        var judgement = Judgement("entry.confirmed.v1")
        let isParty = of.participants.contains(moment.principal ?? -1) || of.counterpart == moment.principal
        judgement.breaks(
          "S2", if: of.isVoided || of.isConfirmed || of.recorder == moment.principal || !isParty)
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].year.entries[entry].isConfirmed = true })
  }

  func correct(
    _ entry: Int, _ id: Alias, from old: (date: CivilDate, amount: Rational),
    to new: (date: CivilDate, amount: Rational),
    inWords: Bool, in cohort: Int
  ) -> Deed {
    var command = CorrectEntry()
    command.amount = new.amount
    command.cohort = cohorts[cohort].code
    command.date = new.date
    command.entry = id
    command.ground = inWords ? nil : .mistyped
    command.oldAmount = old.amount
    command.oldDate = old.date
    command.reason = inWords ? "Skrevet forkert." : nil
    return Deed(
      command: command, gate: .participants, cohort: cohort,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let of = try model.expectSeen(entry, moment, in: cohort)
        let state = model.cohorts[cohort]
        var judgement = Judgement("entry.corrected.v1")
        judgement.mayDeviate = true
        state.judge(changing: of, from: old, inWords: inWords, &judgement)
        judgement.breaks("R21", if: of.matches(old) && old == new)
        judgement.breaks("S4", if: moment.isLater(new.date) || !new.amount.isTime(of.kind.track.unit))
        judgement.breaks("S2", if: new.date != old.date && state.lackedSeat(of.participants, on: new.date, moment))
        switch of.kind {
        case .gathering:
          let held = of.of.flatMap(state.gathering)
          judgement.breaks("S4", if: held.map { new.amount > $0.days } ?? false)
        case .internshipDay:
          judgement.breaks("S4", if: new.amount != Rational(1) && new.amount != Rational(1, 2))
          judgement.breaks(
            "S2",
            if: state.year.entries.indices.contains { other in
              let other = (index: other, entry: state.year.entries[other])
              return other.index != entry && other.entry.kind == .internshipDay && !other.entry.isVoided
                && other.entry.date == new.date && other.entry.participants == of.participants
            })
        case .mentorMeeting: state.judge(meetingIn: of.of, on: new.date, &judgement)
        default: break
        }
        return judgement
      },
      effect: { model, _ in
        model.cohorts[cohort].year.entries[entry].date = new.date
        model.cohorts[cohort].year.entries[entry].amount = new.amount
        model.cohorts[cohort].year.entries[entry].isConfirmed = false
      })
  }

  func void(
    _ entry: Int, _ id: Alias, from old: (date: CivilDate, amount: Rational), inWords: Bool, in cohort: Int
  ) -> Deed {
    var command = VoidEntry()
    command.cohort = cohorts[cohort].code
    command.entry = id
    command.ground = inWords ? nil : .duplicate
    command.oldAmount = old.amount
    command.oldDate = old.date
    command.reason = inWords ? "Registreret to gange." : nil
    return Deed(
      command: command, gate: .participants, cohort: cohort,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let of = try model.expectSeen(entry, moment, in: cohort)
        var judgement = Judgement("entry.voided.v1")
        judgement.mayDeviate = true
        model.cohorts[cohort].judge(changing: of, from: old, inWords: inWords, &judgement)
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].year.entries[entry].isVoided = true })
  }
}

extension YearState.Entry {
  fileprivate func matches(_ old: (date: CivilDate, amount: Rational)) -> Bool {
    !isVoided && date == old.date && amount == old.amount
  }
}

extension CohortState {
  /// What holds for every correction and voiding.
  fileprivate func judge(
    changing entry: YearState.Entry, from old: (date: CivilDate, amount: Rational), inWords: Bool,
    _ judgement: inout Judgement
  ) {
    judgement.breaks("R21", if: !entry.matches(old))
    judgement.breaks("R15", if: inWords && [.mentor, .mbti].contains(entry.kind.track))
    judgement.breaks("S2", if: entry.participants.contains(where: year.certificates.contains))
  }
}
