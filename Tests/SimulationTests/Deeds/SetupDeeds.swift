import TalentDomain

/// The dates of a cohort that the simulation has in mind.
struct Calendar {
  var opens: CivilDate
  var deadline: CivilDate
  var mbti: CivilDate
  var kickOff: CivilDate
  var seats: Int
  var nominees: Int

  /// Four gatherings of three days each, from the kick-off on.
  var gatherings: [Gathering] {
    [0, 35, 120, 270].enumerated().map { index, after in
      let first = kickOff.adding(days: after)
      return Gathering(
        index + 1, Line("Samling \(index + 1)"), from: LocalTime(date: first, time: TimeOfDay(seconds: 9 * 3600)),
        to: LocalTime(date: first.adding(days: 2), time: TimeOfDay(seconds: 16 * 3600)), days: Rational(3))
    }
  }
}

// What is fixed before the first form: HR sets a cohort up; time and seats are the board's to change.
extension Model {
  func open(_ cohort: Int, _ calendar: Calendar) -> Deed {
    var command = OpenCohort()
    command.cohort = cohorts[cohort].code
    command.deadline = calendar.deadline
    command.kickOff = calendar.kickOff
    command.mbtiDate = calendar.mbti
    command.seats = calendar.seats
    command.title = "Ledelsestalent"
    return Deed(
      command: command, gate: .by(.hr), cohort: cohort,
      judge: { (model: Model, _: Moment) throws(Stop) in
        var judgement = Judgement("cohort.opened.v1")
        judgement.breaks("S2", if: model.cohorts[cohort].isOpen)
        judgement.breaks("S4", if: calendar.deadline >= calendar.mbti || calendar.mbti > calendar.kickOff)
        judgement.breaks("S4", if: !(1...300).contains(calendar.seats))
        return judgement
      },
      effect: { model, moment in
        model.cohorts[cohort].isOpen = true
        model.cohorts[cohort].openedOn = moment.today
        model.cohorts[cohort].seats = calendar.seats
        model.cohorts[cohort].mbti = calendar.mbti
        model.cohorts[cohort].kickOff = calendar.kickOff
        model.cohorts[cohort].deadline = calendar.deadline
        model.cohorts[cohort].closes = Clock.midnight(after: calendar.deadline)
      })
  }

  func adopt(_ version: String, _ values: RuleSet, from: CivilDate, in cohort: Int) -> Deed {
    var command = AdoptRuleSet()
    command.cohort = cohorts[cohort].code
    command.from = from
    command.values = values
    command.version = Code(version) ?? .blank
    let code = command.version
    return Deed(
      command: command, gate: .by(.hr), cohort: cohort, closed: .nominees,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        var judgement = Judgement("rule-set.adopted.v1")
        judgement.breaks("S2", if: state.ruleSets.contains { $0.version == code })
        judgement.breaks("S4", if: from < (state.ruleSets.isEmpty ? state.openedOn : moment.today))
        judgement.breaks("S4", if: values.points < 1 || values.assessors < 2 || values.answerDays < 1)
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].ruleSets.append((code, from, values)) })
  }

  func publishCriteria(_ criteria: Criteria, in cohort: Int) -> Deed {
    var command = PublishCriteria()
    command.cohort = cohorts[cohort].code
    command.criteria = criteria
    let isWhole = criteria.categories.reduce(Rational(0)) { $0 + $1.weight } == Rational(1)
    return Deed(
      command: command, gate: .by(.hr), cohort: cohort, closed: .nominees,
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        var judgement = Judgement("criteria.published.v1")
        judgement.breaks("R8", if: state.hasScores)
        judgement.breaks("S4", if: !isWhole)
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].hasCriteria = true })
  }

  func publishProgramme(_ gatherings: [Gathering], in cohort: Int) -> Deed {
    var command = PublishProgramme()
    command.cohort = cohorts[cohort].code
    command.gatherings = gatherings
    return Deed(
      command: command, gate: .by(.hr), cohort: cohort,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        var judgement = Judgement("programme.published.v1")
        judgement.breaks("R13", if: gatherings.first.map { $0.date != state.kickOff } ?? false)
        let sum = gatherings.reduce(Rational(0)) { $0 + $1.days }
        judgement.breaks("R13", if: sum != state.rules(on: moment.today).gatheringDays)
        judgement.breaks("S2", if: state.gatherings.first.map { moment.today >= $0.date } ?? false)
        judgement.breaks("S4", if: gatherings.isEmpty || Self.areOutOfOrder(gatherings))
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].gatherings = gatherings })
  }

  func reschedule(_ number: Int, from starts: LocalTime, to ends: LocalTime, in cohort: Int) -> Deed {
    var command = RescheduleGathering()
    command.cohort = cohorts[cohort].code
    command.ends = ends
    command.number = number
    command.starts = starts
    return Deed(
      command: command, gate: .by(.hr), cohort: cohort,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        var judgement = Judgement("gathering.rescheduled.v1")
        judgement.breaks("R13", if: number == state.gatherings.first?.number && starts.date != state.kickOff)
        guard let index = state.gatherings.firstIndex(where: { $0.number == number }) else {
          judgement.broken.insert("S2")
          return judgement
        }
        var moved = state.gatherings
        moved[index].starts = starts
        moved[index].ends = ends
        judgement.breaks("S4", if: Self.areOutOfOrder(moved))
        judgement.breaks("S4", if: state.gatherings[index].date < moment.today || starts.date < moment.today)
        judgement.breaks("S2", if: state.year.hasAttendance(at: number))
        return judgement
      },
      effect: { model, _ in
        guard let index = model.cohorts[cohort].gatherings.firstIndex(where: { $0.number == number }) else { return }
        model.cohorts[cohort].gatherings[index].starts = starts
        model.cohorts[cohort].gatherings[index].ends = ends
      })
  }

  func extendDeadline(to deadline: CivilDate, in cohort: Int) -> Deed {
    var command = ExtendDeadline()
    command.cohort = cohorts[cohort].code
    command.deadline = deadline
    command.ground = "Ferie i flere centre."
    return Deed(
      command: command, gate: .board, cohort: cohort, closed: .nominees,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        var judgement = Judgement("deadline.extended.v1")
        judgement.breaks("S2", if: state.hasScores)
        judgement.breaks(
          "S4",
          if: deadline <= state.deadline || deadline >= state.mbti || state.mbti > state.kickOff
            || deadline < moment.today)
        return judgement
      },
      effect: { model, _ in
        model.cohorts[cohort].deadline = deadline
        model.cohorts[cohort].closes = Clock.midnight(after: deadline)
      })
  }

  func changeSeats(to seats: Int, in cohort: Int) -> Deed {
    var command = ChangeSeatCount()
    command.cohort = cohorts[cohort].code
    command.seats = seats
    return Deed(
      command: command, gate: .board, cohort: cohort, closed: .nominees,
      judge: { (model: Model, _: Moment) throws(Stop) in
        let state = try model.opened(cohort)
        guard state.seats != seats else { return Judgement() }
        var judgement = Judgement("seat-count.changed.v1")
        judgement.breaks("R1", if: seats < state.occupied)
        judgement.breaks("S4", if: !(1...300).contains(seats))
        return judgement
      },
      effect: { model, _ in model.cohorts[cohort].seats = seats })
  }

  func opened(_ cohort: Int) throws(Stop) -> CohortState {
    guard cohorts[cohort].isOpen else { throw .notFound }
    return cohorts[cohort]
  }

  private static func areOutOfOrder(_ gatherings: [Gathering]) -> Bool {
    gatherings.map(\.number) != Array(1..<(gatherings.count + 1)) || gatherings.contains { $0.starts >= $0.ends }
      || zip(gatherings, gatherings.dropFirst()).contains { $0.ends > $1.starts }
  }
}

extension Criteria {
  /// The programme's five questions in three categories of equal weight; of the last only what has been shown counts.
  static func ofTheProgramme(_ weights: [Rational] = [Rational(1, 3), Rational(1, 3), Rational(1, 3)]) -> Criteria {
    var criteria = Criteria()
    criteria.framework = "Ledelsesgrundlag 2026"
    criteria.version = "kriterier-1"
    criteria.categories = weights.enumerated().map { index, weight in
      var category = TalentDomain.Category()
      category.da = Line("Kategori \(index + 1)")
      category.en = Line("Category \(index + 1)")
      category.number = index + 1
      category.weight = weight
      return category
    }
    criteria.questions = [(1, 1), (2, 1), (3, 1), (4, 2), (5, 3)].map { number, category in
      var question = Question()
      question.bases = number == 5 ? [.demonstrated, .none] : Basis.allCases
      question.category = category
      question.da = Line("Spørgsmål \(number)")
      question.en = Line("Question \(number)")
      question.number = number
      return question
    }
    return criteria
  }
}
