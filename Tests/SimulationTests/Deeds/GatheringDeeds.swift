import TalentDomain

// Gatherings and MBTI: HR or whoever takes part records who was there.
extension Model {
  /// - Parameter people: empty means everybody who takes part and has not been recorded.
  func attend(_ gathering: Int, _ people: [Who], days: Rational? = nil, in cohort: Int) -> Deed {
    var command = RecordAttendance()
    command.all = people.isEmpty
    command.cohort = cohorts[cohort].code
    command.days = days
    command.gathering = gathering
    command.participants = people.map { staff[$0].reference }
    return Deed(
      command: command, gate: .hr, cohort: cohort, named: people,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        guard let held = state.gathering(gathering) else { throw .refused("S2") }
        let present = people.isEmpty ? state.unrecorded(at: held, moment) : people
        guard !present.isEmpty else { throw .refused("S2") }
        try model.expectEachOnce(people)
        var judgement = Judgement(events: Array(repeating: "attendance.recorded.v1", count: present.count))
        judgement.mayDeviate = true
        let amount = days ?? held.days
        judgement.breaks("S4", if: moment.isLater(held.date) || !amount.isTime(.days) || amount > held.days)
        judgement.breaks("S2", if: state.lackedSeat(present, on: held.date, moment))
        judgement.breaks("S2", if: present.contains { state.year.attended($0, gathering) })
        return judgement
      },
      effect: { model, moment in
        guard let held = model.cohorts[cohort].gathering(gathering) else { return }
        for who in people.isEmpty ? model.cohorts[cohort].unrecorded(at: held, moment) : people {
          model.record(.gathering, [who], on: held.date, days ?? held.days, moment, of: gathering, in: cohort)
        }
      })
  }

  func answerMBTI(_ people: [Who], on date: CivilDate, in cohort: Int) -> Deed {
    var command = CompleteMBTIQuestionnaire()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.participants = people.map { staff[$0].reference }
    return mbti(command, "mbti-questionnaire.completed.v1", .mbtiQuestionnaire, Rational(2), people, date, cohort)
  }

  func attendMBTI(_ people: [Who], on date: CivilDate, in cohort: Int) -> Deed {
    var command = AttendMBTIFeedback()
    command.cohort = cohorts[cohort].code
    command.date = date
    command.participants = people.map { staff[$0].reference }
    return mbti(command, "mbti-feedback.attended.v1", .mbtiFeedback, Rational(4), people, date, cohort)
  }

  private func mbti(
    _ command: any Command, _ event: String, _ kind: EntryKind, _ hours: Rational, _ people: [Who], _ date: CivilDate,
    _ cohort: Int
  ) -> Deed {
    Deed(
      command: command, gate: .participants, cohort: cohort, named: people,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        try model.expectRecordable(people, moment)
        var judgement = Judgement(events: Array(repeating: event, count: people.count))
        judgement.mayDeviate = true
        judgement.breaks("S4", if: moment.isLater(date))
        judgement.breaks("S2", if: state.lackedSeat(people, on: date, moment))
        judgement.breaks("S2", if: people.contains { state.year.has(kind, $0) })
        return judgement
      },
      effect: { model, moment in
        for who in people { model.record(kind, [who], on: date, hours, moment, in: cohort) }
      })
  }
}

extension CohortState {
  /// Those who take part, had joined by then, and have not been recorded.
  fileprivate func unrecorded(at held: Gathering, _ moment: Moment) -> [Who] {
    participants.filter {
      !year.attended($0, held.number) && hadJoined($0, by: held.date, effective: moment.effective(held.date))
    }
  }
}
